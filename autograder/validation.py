"""What Validate's dialog shows: a test in two or three lines instead of its whole code."""

from __future__ import annotations

import os
import re

from nbconvert.filters import strip_ansi
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.utils import compute_checksum

from autograder.cells import is_test
from lessonkit.checks.messages import VALUE_LABELS

_HEAD = re.compile(r'def \w+\((?P<exercise>\w+)[^\n]*\):\n +"""(?P<title>[^\n]+?)\.?"""\n')


class ShortFailures:
    """nbclient's hook `on_cell_start`: shortens the test cell that ran before, while nbgrader validates.

    (nbgrader's Validator has no option for it, and its Execute takes the hook `on_cell_executed` for itself. A lesson
    ends in text, so each test cell has one behind it.) Exercises that are not written yet share one entry.
    """

    def __init__(self) -> None:
        self._before: NotebookNode | None = None
        self._open: NotebookNode | None = None

    def __call__(self, cell: NotebookNode, cell_index: int) -> None:
        """Shorten the cell before this one if it is a test that failed."""
        if "NBGRADER_VALIDATING" not in os.environ:
            return
        if cell_index == 0:
            self._before = self._open = None
        if self._before is not None:
            self._shorten(self._before)
        self._before = cell

    def _shorten(self, cell: NotebookNode) -> None:
        head = _HEAD.match(cell.source)
        errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
        if not (is_test(cell) and head and errors):
            return
        nbgrader = cell.metadata.nbgrader
        if nbgrader.get("checksum") != compute_checksum(cell):  # a changed test is told as that
            return
        del nbgrader["checksum"]
        if errors[0].ename == "NotAttempted":
            self._not_written(cell, head["exercise"])
        else:
            cell.source = f"{head['exercise']}: {head['title']}"
            cell.outputs = [_error(_short(errors[0]))]

    def _not_written(self, cell: NotebookNode, exercise: str) -> None:
        if self._open is None:
            self._open = cell
            cell.source, cell.outputs = "Not written yet", [_error(exercise)]
            return
        names = self._open.outputs[0].traceback[0]
        if exercise not in names.split(", "):
            self._open.outputs = [_error(f"{names}, {exercise}")]
        cell.metadata.nbgrader.update(grade=False, locked=False)  # this entry is told by the first


def _error(text: str) -> NotebookNode:
    return new_output("error", ename="", evalue="", traceback=[text])


def _short(error: NotebookNode) -> str:
    """What is wrong, then the named slip, or else what was expected and what came."""
    if error.ename != "CheckFailed":
        return strip_ansi(f"{error.ename}: {error.evalue}")
    what, *rest = strip_ansi(error.evalue).split("\n")
    said = [line for line in rest if not line.startswith(VALUE_LABELS)]
    return "\n".join([what, *(said or [line for line in rest if not line.startswith(VALUE_LABELS[0])])])
