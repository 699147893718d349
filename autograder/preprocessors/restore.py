"""Putting a submitted notebook back into the shape in which the course can grade it."""

from __future__ import annotations

import copy
from pathlib import Path

import nbformat
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.cells import exercises, grade_id, is_demo, is_solution, is_test
from autograder.preprocessors.record import record


def restore(submitted: NotebookNode, source: NotebookNode) -> list[str]:
    """Put the course's own cells back into a submitted notebook, in place.

    Locked cells (setup, tests, demos) become what the source says, wherever the student has them; a copy of one is an
    ordinary cell; a missing setup or test cell is added. What the student wrote stays, in the student's order, in
    solution cells and anywhere else. A cell is recognised by its grade id, else by its cell id.

    Parameters
    ----------
    submitted
        The student's notebook.
    source
        The lesson's source notebook.

    Returns
    -------
    list of str
        What was put back: one sentence each, for student and instructor.
    """
    own = {grade_id(cell): cell for cell in source.cells if grade_id(cell)}
    place = _recognise(submitted, own)
    notes = []
    for index, cell in enumerate(submitted.cells):
        name = next((name for name, at in place.items() if at == index), "")
        if name:
            notes += _take_back(cell, own[name])
        else:
            cell.metadata = NotebookNode()  # tags such as skip-execution, and nbgrader's marks, are the course's to set
    notes += _add_missing(submitted, source, set(place))
    _tests_behind_solutions(submitted, source)
    _unique_ids(submitted)
    return notes


def _recognise(submitted: NotebookNode, own: dict[str, NotebookNode]) -> dict[str, int]:
    """Which cell of the submission is which of the course's: of several with one id the last counts."""
    place = {grade_id(cell): index for index, cell in enumerate(submitted.cells) if grade_id(cell) in own}
    used = set(place.values())
    for index, cell in enumerate(submitted.cells):
        name = cell.get("id", "")
        if name in own and name not in place and index not in used and grade_id(cell) not in own:
            place[name] = index
    return place


def _take_back(cell: NotebookNode, original: NotebookNode) -> list[str]:
    """Make a recognised cell what the source says, but for the student's own words in a solution cell."""
    name, notes = grade_id(original), []
    if cell.cell_type != original.cell_type:
        notes.append(f"The cell {name} had become a {cell.cell_type} cell; it was graded as code.")
        cell.cell_type, cell.outputs, cell.execution_count = "code", [], None
    cell.metadata = copy.deepcopy(original.metadata)
    cell.id = original.id
    if not is_solution(original):
        cell.source = original.source
    return notes


def _add_missing(submitted: NotebookNode, source: NotebookNode, present: set[str]) -> list[str]:
    """Add missing setup and test cells behind the cell that precedes them in the source, tests never before answers."""
    notes = []
    solved_in = {grade_id(test): name for name, tests in exercises(source).items() for test in tests}
    for name in exercises(source):
        if name not in present:
            notes.append(
                f"The solution cell of {name} is missing or lost its mark; its answer counts if another cell has it."
            )
    before = ""
    for original in source.cells:
        name = grade_id(original)
        if not name or is_solution(original) or is_demo(original):
            before = name if name in present else before
            continue
        if name not in present:
            where = _index(submitted, before) + 1
            if is_test(original) and solved_in[name] not in present:
                where = len(submitted.cells)
            submitted.cells.insert(where, copy.deepcopy(original))
            notes.append(f"The cell {name} was missing; it was put back.")
            present.add(name)
        before = name
    return notes


def _tests_behind_solutions(submitted: NotebookNode, source: NotebookNode) -> None:
    """Move a test cell that stands ahead of its solution cell to right behind it."""
    for name, tests in exercises(source).items():
        for test in reversed(tests):
            at, solution = _index(submitted, grade_id(test)), _index(submitted, name)
            if at < solution:
                cell = submitted.cells.pop(at)
                submitted.cells.insert(solution, cell)


def _index(notebook: NotebookNode, name: str) -> int:
    return next((index for index, cell in enumerate(notebook.cells) if name and grade_id(cell) == name), -1)


def _unique_ids(notebook: NotebookNode) -> None:
    """Give cells whose id is missing or taken an id of their own; the course's cells keep theirs."""
    taken = {cell.id for cell in notebook.cells if grade_id(cell)}
    for index, cell in enumerate(notebook.cells):
        if not grade_id(cell):
            if not cell.get("id") or cell.id in taken:
                cell.id = f"cell-{index}"
            taken.add(cell.id)


def source_notebook(preprocessor: NbGraderPreprocessor, resources: ResourcesDict) -> NotebookNode:
    known = resources["nbgrader"]
    if "source" in known:  # the grader has read it already
        return known["source"]
    root = Path(CourseDirectory(config=preprocessor.config).root)
    return nbformat.read(root / "source" / known["assignment"] / f"{known['notebook']}.ipynb", as_version=4)


class RestoreCells(NbGraderPreprocessor):
    """Put the course's cells back: tests that were edited, removed, copied, retyped, retagged or renamed."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Restore the notebook and note what was restored."""
        record(nb).notes += restore(nb, source_notebook(self, resources))
        return nb, resources
