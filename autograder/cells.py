"""What a cell of a lesson is: its kind, its exercise, its regions, the names that it binds."""

from __future__ import annotations

import builtins
import symtable
from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode

DEMO = "demo"
SOLUTION_MARKS = ("### BEGIN SOLUTION", "### END SOLUTION")
HIDDEN_MARKS = ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS")
#: How the first line of a cell begins that is folded: it only shows something, or decides whether a claim holds.
FOLDED = ("# Figure:", "# Table:", "# Rule:")


def grade_id(cell: Mapping[str, Any]) -> str:
    """nbgrader's id of a cell, '' for a cell that nbgrader does not know."""
    value = cell.get("metadata", {}).get("nbgrader", {})
    value = value.get("grade_id", "") if isinstance(value, dict) else ""
    return value if isinstance(value, str) else ""


def is_test(cell: NotebookNode) -> bool:
    """Whether this is a test cell (graded, and not written by the student)."""
    nbgrader = cell.metadata.get("nbgrader", {})
    return bool(nbgrader.get("grade")) and not nbgrader.get("solution")


def is_solution(cell: NotebookNode) -> bool:
    """Whether the student writes in this cell."""
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def is_demo(cell: NotebookNode) -> bool:
    """Whether this cell is a demo: not run when grading."""
    return DEMO in cell.metadata.get("tags", [])


def exercise_of(test_id: str, exercises: list[str]) -> str:
    """The exercise that a test cell's id `test_<exercise>_<what>` belongs to; '' if none.

    Of `mean` and `mean_squared`, `test_mean_squared_shape` belongs to the longer.
    """
    fitting = [name for name in exercises if test_id.startswith(f"test_{name}_")]
    return max(fitting, key=len, default="")


def exercises(notebook: NotebookNode) -> dict[str, list[NotebookNode]]:
    """The test cells of each exercise, in the order of the notebook."""
    names = [grade_id(cell) for cell in notebook.cells if is_solution(cell)]
    tests: dict[str, list[NotebookNode]] = {name: [] for name in names}
    for cell in notebook.cells:
        name = exercise_of(grade_id(cell), names) if is_test(cell) else ""
        if name:
            tests[name].append(cell)
    return tests


def regions(source: str, marks: tuple[str, str]) -> tuple[list[str], list[int]]:
    """The lines between two marks, and the line numbers (from 1, marks included) that they take up in the cell."""
    inside, text, numbers = False, [], []
    for number, line in enumerate(source.split("\n"), start=1):
        if marks[0] in line:
            inside = True
            numbers.append(number)
        elif marks[1] in line:
            inside = False
            numbers.append(number)
        elif inside:
            text.append(line)
            numbers.append(number)
    return text, numbers


def without(source: str, marks: tuple[str, str]) -> str:
    """A cell's source without the lines between two marks, and without the marks."""
    numbers = set(regions(source, marks)[1])
    return "\n".join(line for number, line in enumerate(source.split("\n"), start=1) if number not in numbers)


def bound_and_free_names(source: str) -> tuple[set[str], set[str]]:
    """The global names that a cell binds, and those that it uses without binding them (builtins left out)."""
    top = symtable.symtable(source, "cell", "exec")
    bound, used = set(), set()

    def visit(table: symtable.SymbolTable) -> None:
        for symbol in table.get_symbols():
            at_top = table is top
            if at_top and (symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()):
                bound.add(symbol.get_name())
            if symbol.is_referenced() and (at_top or symbol.is_global()):
                used.add(symbol.get_name())
        for child in table.get_children():
            visit(child)

    visit(top)
    return bound, used - bound - set(dir(builtins))
