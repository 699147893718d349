"""Reading what a student handed in: find the notebook and read it in whatever state it is, or say why not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from autograder.errors import CannotGrade
from autograder.lesson import KERNELSPEC, grade_id, is_solution, is_test
from autograder.preprocessors import record

UNREADABLE = "could not be read"
#: Far more than any honest notebook; a larger file would only fill the memory.
MAX_BYTES = 256 * 2**20
_STUDENT_ID = re.compile(r"[\w@+-][\w.@+-]*")
_KEPT_FILES = {"timestamp.txt"}


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
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not _is_checkpoint(path, folder)]
    notebooks = [path for path in files if path.suffix.lower() == ".ipynb"]
    if not notebooks:
        held = f"holds no notebook, only {files[0].name}" if files else "is empty"
        raise CannotGrade(UNREADABLE, f"The folder {folder} {held}. Ask for {lesson}.ipynb.")
    path = _choose(notebooks, lesson, sources)
    notes = (
        [] if path.name == f"{lesson}.ipynb" else [f"The file was named {path.name}; it was graded as {lesson}.ipynb."]
    )
    extra = [file.name for file in files if file != path and file.name not in _KEPT_FILES]
    if extra:
        notes.append(f"Only the notebook is graded; not used: {', '.join(extra[:5])}{' …' if len(extra) > 5 else ''}.")
    raw = _raw_notebook(path)
    notebook = _rebuild(raw, path)
    _check_lesson(notebook, lesson, sources, path)
    if (raw.get("nbformat"), raw.get("nbformat_minor")) not in {(4, minor) for minor in range(6)}:
        notes.append("The file was in another version of the notebook format; it was converted.")
    record(notebook).notes = notes
    return notebook


def _is_checkpoint(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _choose(notebooks: list[Path], lesson: str, sources: dict[str, NotebookNode]) -> Path:
    """The notebook with the lesson's name, else the only one, else the only one with cells of this lesson."""
    named = [path for path in notebooks if path.name == f"{lesson}.ipynb"]
    if named or len(notebooks) == 1:
        return (named or notebooks)[0]
    fitting = []
    for path in notebooks:
        try:
            _check_lesson(_rebuild(_raw_notebook(path), path), lesson, sources, path)
        except CannotGrade:
            continue
        fitting.append(path)
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(path.name for path in notebooks[:5])
    raise CannotGrade(
        UNREADABLE, f"There are several notebooks ({names}), none named {lesson}.ipynb. Rename the right one."
    )


def _raw_notebook(path: Path) -> dict[str, Any]:
    """The JSON of a notebook file, with a sentence for each way in which it can be broken."""
    again = "Ask for the file again, saved by JupyterLab."
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise CannotGrade(
                UNREADABLE, f"{path.name} has {size / 2**20:.0f} MB. Ask for the notebook with its outputs cleared."
            )
        content = path.read_bytes()
    except OSError as error:
        raise CannotGrade(UNREADABLE, f"{path} cannot be opened ({error.strerror}). Check its permissions.") from error
    if not content.strip():
        raise CannotGrade(UNREADABLE, f"{path.name} is an empty file. {again}")
    try:
        encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        raw = json.loads(content.decode(encoding))
    except UnicodeDecodeError as error:
        raise CannotGrade(UNREADABLE, f"{path.name} is not UTF-8 text (byte {error.start}). {again}") from error
    except (json.JSONDecodeError, RecursionError) as error:
        where = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "its nesting"
        raise CannotGrade(
            UNREADABLE, f"{path.name} is not a whole notebook: its JSON breaks off or is broken at {where}. {again}"
        ) from error
    if not isinstance(raw, dict) or not isinstance(raw.get("cells", raw.get("worksheets")), list):
        raise CannotGrade(UNREADABLE, f"{path.name} is JSON but not a notebook (it has no list of cells). {again}")
    return raw


def _rebuild(raw: dict[str, Any], path: Path) -> NotebookNode:
    """A valid notebook from whatever a file holds: only kind, source and the ids of each cell are taken over."""
    if "cells" not in raw:
        try:
            raw = nbformat.reads(json.dumps(raw), as_version=4)
        except Exception as error:
            raise CannotGrade(
                UNREADABLE, f"{path.name} is of a notebook format that is too old to convert ({error})."
            ) from error
    makers = {"code": new_code_cell, "raw": new_raw_cell}
    cells: list[NotebookNode] = []
    taken: set[str] = set()
    for index, old in enumerate(raw["cells"]):
        if not isinstance(old, dict):
            continue
        source = old.get("source", "")
        source = "".join(str(line) for line in source) if isinstance(source, list) else str(source)
        cell = makers.get(old.get("cell_type"), new_markdown_cell)(source.encode("utf-8", "replace").decode())
        known = isinstance(old.get("id"), str) and re.fullmatch(r"[\w-]{1,64}", old["id"], re.ASCII)
        cell.id = old["id"] if known and old["id"] not in taken else f"cell-{index}"
        taken.add(cell.id)
        name = grade_id(old if isinstance(old.get("metadata"), dict) else {})
        if name:
            cell.metadata = NotebookNode(nbgrader=NotebookNode(grade_id=name))
        cells.append(cell)
    notebook = new_notebook(cells=cells, metadata={"kernelspec": KERNELSPEC})
    notebook.nbformat_minor = 5
    return notebook


def _check_lesson(notebook: NotebookNode, lesson: str, sources: dict[str, NotebookNode], path: Path) -> None:
    """Refuse a notebook that has exercises of another lesson and none of this one."""
    found = {grade_id(cell) or cell.id for cell in notebook.cells}
    shared = {name: len(found & _exercise_ids(source)) for name, source in sources.items()}
    best = max(shared, key=lambda name: (shared[name], name == lesson))
    if shared[best] and not shared[lesson]:
        raise CannotGrade(
            UNREADABLE, f"{path.name} is the notebook of {best}, not of {lesson}. Move it to that lesson's folder."
        )


def _exercise_ids(source: NotebookNode) -> set[str]:
    return {grade_id(cell) for cell in source.cells if is_test(cell) or is_solution(cell)}
