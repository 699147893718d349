"""Reading a lesson's text source."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import jupytext
from nbformat import NotebookNode

from autograder.cells import FOLDED, grade_id, is_test
from autograder.errors import CourseError

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


@dataclass(frozen=True)
class Lesson:
    """A lesson as its author wrote it.

    Attributes
    ----------
    name
        The lesson's name: nbgrader's assignment, and the notebook's file name.
    path
        The source file.
    notebook
        Its cells, with ids that depend on the source only.
    lines
        For each cell the line of the source at which it starts.
    points
        What its test cells must add up to.
    """

    name: str
    path: Path
    notebook: NotebookNode
    lines: tuple[int, ...]
    points: float


def read_lesson(path: Path) -> Lesson:
    """Read a lesson's source.

    Raises
    ------
    CourseError
        If the file cannot be read as a py:percent notebook, or its header does not state the lesson's points.
    """
    try:
        text = path.read_text(encoding="utf-8")
        notebook = jupytext.reads(text, fmt="py:percent")
    except FileNotFoundError:
        raise CourseError(f"{path}: there is no such lesson source.") from None
    except Exception as error:
        raise CourseError(f"{path}: cannot be read as a py:percent notebook ({error}).") from error
    points = notebook.metadata.get("lesson", {}).get("points")
    if not isinstance(points, (int, float)):
        raise CourseError(f"{path}: the header has no `lesson: points:`. Say how many points the lesson has.")
    lines = tuple(n for n, line in enumerate(text.splitlines(), start=1) if line.startswith("# %%"))
    if len(lines) != len(notebook.cells):
        raise CourseError(f"{path}: every cell must start with its own `# %%` line, the first one too.")
    _normalise(notebook)
    return Lesson(path.stem, path, notebook, lines, float(points))


def read_lessons(solutions: Path, names: list[str] | None = None) -> list[Lesson]:
    """Read the named lessons (default: all) in a folder of sources, sorted by name.

    Raises
    ------
    CourseError
        If a name is unknown, or there are no sources.
    """
    known = {path.stem: path for path in sorted(solutions.glob("*.py"))}
    if not known:
        raise CourseError(f"{solutions} holds no lesson sources (*.py).")
    unknown = [name for name in names or [] if name not in known]
    if unknown:
        raise CourseError(f"There is no lesson {unknown[0]!r}. The lessons are: {', '.join(known)}.")
    return [read_lesson(path) for name, path in known.items() if not names or name in names]


def _normalise(notebook: NotebookNode) -> None:
    """Make everything that is not the author's depend on the source only, so that builds are byte-identical."""
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    notebook.metadata = NotebookNode(kernelspec=NotebookNode(KERNELSPEC))
    seen: dict[str, int] = {}
    for cell in notebook.cells:
        key = grade_id(cell) or hashlib.sha256(cell.source.encode()).hexdigest()[:12]
        seen[key] = seen.get(key, 0) + 1
        cell.id = key if seen[key] == 1 else f"{key}-{seen[key]}"
        for key in ("execution", "lines_to_next_cell"):  # timings, and jupytext's note of blank lines
            cell.metadata.pop(key, None)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if is_test(cell) or cell.source.startswith(FOLDED):
            # JupyterLab shows the first line, which says what the cell is; a click opens it
            cell.metadata["jupyter"] = NotebookNode(source_hidden=True)
