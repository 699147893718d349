"""Reading what a student handed in: find the notebook and read it in whatever state it is, or say why not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from autograder.cells import grade_id, is_solution, is_test
from autograder.errors import CannotGrade
from autograder.handed_in import MAX_BYTES, TIMESTAMP, UNREADABLE, HandedIn, list_files, read_file
from autograder.lesson import KERNELSPEC
from autograder.preprocessors.record import record

#: Far more than any honest notebook; more would only fill the memory, or take for ever to run or to show.
MAX_BRACKETS = 4_000_000
MAX_CELLS = 5_000
MAX_SOURCE = 8 * 2**20
_STUDENT_ID = re.compile(r"[\w@+-][\w.@+-]*")
_MOST_TRIED = 20
_AGAIN = "Ask for the file again, saved by JupyterLab."


def check_student_id(student: str) -> None:
    """Refuse a student id that nbgrader would take for a path or a pattern.

    Raises
    ------
    CannotGrade
        If the id holds anything but letters, digits and the characters . _ - @ +.
    """
    if not _STUDENT_ID.fullmatch(student):
        raise CannotGrade(
            UNREADABLE,
            f"{student!r} is not a student id: only letters, digits and . _ - @ + are allowed. "
            "Rename the folder in submitted/.",
        )


def read_submission(folder: Path, lesson: str, sources: dict[str, NotebookNode]) -> NotebookNode:
    """Read the notebook that a student handed in for a lesson.

    Parameters
    ----------
    folder
        `submitted/<student>/<lesson>`.
    lesson
        The lesson's name.
    sources
        The source notebook of every lesson, to tell them apart.

    Returns
    -------
    NotebookNode
        A valid notebook of the current format with the student's cells, without outputs; notes in its record.

    Raises
    ------
    CannotGrade
        If there is no notebook, or it cannot be read, or is another lesson's.
    """
    files = list_files(folder)
    notebooks = [file for file in files if file.name.lower().endswith(".ipynb")]
    if not notebooks:
        held = f"holds no notebook, only {files[0].name}" if files else "is empty"
        raise CannotGrade(UNREADABLE, f"The folder {folder} {held}. Ask for {lesson}.ipynb.")
    chosen = _choose(folder, notebooks, lesson, sources)
    name = chosen.name
    notes = [] if name == f"{lesson}.ipynb" else [f"The file was named {name}; it was graded as {lesson}.ipynb."]
    extra = [file.name for file in files if file != chosen and file.parts != (TIMESTAMP,)]
    if extra:
        notes.append(f"Only the notebook is graded; not used: {', '.join(extra[:5])}{' …' if len(extra) > 5 else ''}.")
    raw, notebook = _read(folder, chosen)
    _check_lesson(notebook, lesson, sources, name)
    if (raw.get("nbformat"), raw.get("nbformat_minor")) not in [(4, minor) for minor in range(6)]:
        notes.append("The file was in another version of the notebook format; it was converted.")
    record(notebook).notes = notes
    return notebook


def _choose(folder: Path, notebooks: list[HandedIn], lesson: str, sources: dict[str, NotebookNode]) -> HandedIn:
    """The notebook with the lesson's name, else the only one, else the only one with cells of this lesson."""
    named = [file for file in notebooks if file.name == f"{lesson}.ipynb"]
    if named or len(notebooks) == 1:
        return (named or notebooks)[0]
    fitting = []
    for file in notebooks[:_MOST_TRIED]:
        try:
            _check_lesson(_read(folder, file)[1], lesson, sources, file.name)
        except CannotGrade:
            continue
        fitting.append(file)
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(file.name for file in notebooks[:5])
    raise CannotGrade(
        UNREADABLE, f"There are several notebooks ({names}), none named {lesson}.ipynb. Rename the right one."
    )


def _read(folder: Path, file: HandedIn) -> tuple[dict[str, Any], NotebookNode]:
    """A notebook file as it is, and rebuilt."""
    try:
        raw = _raw_notebook(read_file(folder, file, MAX_BYTES), file.name)
        notebook = _rebuild(raw, file.name)
    except RecursionError as error:
        raise CannotGrade(UNREADABLE, f"{file.name} is nested too deeply for a notebook. {_AGAIN}") from error
    if sum(len(cell.source) for cell in notebook.cells) > MAX_SOURCE:
        raise CannotGrade(UNREADABLE, f"The cells of {file.name} hold more than {MAX_SOURCE // 2**20} MB. {_AGAIN}")
    return raw, notebook


def _raw_notebook(content: bytes, name: str) -> dict[str, Any]:
    """The JSON of a notebook file, with a sentence for each way in which it can be broken."""
    if not content.strip():
        raise CannotGrade(UNREADABLE, f"{name} is an empty file. {_AGAIN}")
    if content.count(b"[") + content.count(b"{") > MAX_BRACKETS:
        raise CannotGrade(UNREADABLE, f"{name} holds more than {MAX_BRACKETS} lists. {_AGAIN}")
    try:
        encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        raw = json.loads(content.decode(encoding))
    except UnicodeDecodeError as error:
        raise CannotGrade(UNREADABLE, f"{name} is not UTF-8 text (byte {error.start}). {_AGAIN}") from error
    except ValueError as error:  # numbers of thousands of digits are refused without a line
        where = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "a number"
        raise CannotGrade(
            UNREADABLE, f"{name} is not a whole notebook: its JSON breaks off or is broken at {where}. {_AGAIN}"
        ) from error
    if not isinstance(raw, dict) or not isinstance(raw.get("cells", raw.get("worksheets")), list):
        raise CannotGrade(UNREADABLE, f"{name} is JSON but not a notebook (it has no list of cells). {_AGAIN}")
    return raw


def _rebuild(raw: dict[str, Any], name: str) -> NotebookNode:
    """A valid notebook from whatever a file holds: only kind, source and the ids of each cell are taken over."""
    if "cells" not in raw:
        try:
            raw = nbformat.reads(json.dumps(raw), as_version=4)
        except Exception as error:
            raise CannotGrade(
                UNREADABLE, f"{name} is of a notebook format that is too old to convert ({error})."
            ) from error
    if len(raw["cells"]) > MAX_CELLS:
        raise CannotGrade(UNREADABLE, f"{name} has {len(raw['cells'])} cells. {_AGAIN}")
    cells: list[NotebookNode] = []
    taken: set[str] = set()
    for index, old in enumerate(raw["cells"]):
        if not isinstance(old, dict):
            continue
        source = old.get("source", "")
        source = "".join(str(line) for line in source) if isinstance(source, list) else str(source)
        known = isinstance(old.get("id"), str) and re.fullmatch(r"[\w-]{1,64}", old["id"], re.ASCII)
        cell_id = old["id"] if known and old["id"] not in taken else f"cell-{index}"
        taken.add(cell_id)
        cell = _cell(old.get("cell_type"), _encodable(source), cell_id)
        exercise = grade_id(old) if isinstance(old.get("metadata"), dict) else ""
        if exercise:
            cell.metadata = NotebookNode(nbgrader=NotebookNode(grade_id=_encodable(exercise)))
        cells.append(cell)
    notebook = new_notebook(cells=cells, metadata={"kernelspec": KERNELSPEC})
    notebook.nbformat_minor = 5
    return notebook


def _cell(kind: object, source: str, cell_id: str) -> NotebookNode:
    """A cell without outputs. Its notebook is validated as a whole; nbformat's makers of cells validate each."""
    kind = kind if kind in ("code", "raw") else "markdown"
    own: dict[str, Any] = {"execution_count": None, "outputs": []} if kind == "code" else {}
    return NotebookNode(id=cell_id, cell_type=kind, metadata=NotebookNode(), source=source, **own)


def _encodable(text: str) -> str:
    """Text without lone surrogates, which JSON can hold and no file."""
    return text.encode("utf-8", "replace").decode()


def _check_lesson(notebook: NotebookNode, lesson: str, sources: dict[str, NotebookNode], name: str) -> None:
    """Refuse a notebook that has exercises of another lesson and none of this one."""
    found = {grade_id(cell) or cell.id for cell in notebook.cells}
    shared = {other: len(found & _exercise_ids(source)) for other, source in sources.items()}
    best = max(shared, key=lambda other: (shared[other], other == lesson))
    if shared[best] and not shared[lesson]:
        raise CannotGrade(
            UNREADABLE, f"{name} is the notebook of {best}, not of {lesson}. Move it to that lesson's folder."
        )


def _exercise_ids(source: NotebookNode) -> set[str]:
    return {grade_id(cell) for cell in source.cells if is_test(cell) or is_solution(cell)}
