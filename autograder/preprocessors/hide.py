"""Taking hidden tests, and the values that they compare with, out of feedback."""

from __future__ import annotations

import builtins
import re

from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.filters import strip_ansi
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import List

from autograder.cells import HIDDEN_MARKS, is_test, regions, without
from autograder.preprocessors.record import OWN_ERRORS, RECORD
from autograder.preprocessors.restore import source_notebook
from lessonkit.checks.messages import VALUE_LABELS, failing_lines


class HideTests(NbGraderPreprocessor):
    """Take hidden tests, and the values that they compare with, out of what a student gets to see.

    Outputs of other cells are left out as well: a cell can print the code of a test cell that ran before it.
    """

    # nbconvert's HTML exporter sets this option of every preprocessor that it runs
    display_data_priority = List(["text/html", "image/png", "text/plain"]).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Rewrite the test cells, drop other outputs, and say on top what happened while grading."""
        source = source_notebook(self, resources)
        hidden = {line.strip() for cell in source.cells for line in regions(cell.source, HIDDEN_MARKS)[0]}
        self._hidden = {line for line in hidden if len(line) >= 12}
        nb, resources = super().preprocess(nb, resources)
        happened = nb.metadata.pop(RECORD, {})
        lines = list(happened.get("notes", []))
        if happened.get("status", "graded") != "graded":
            lines.insert(0, f"This notebook {happened['status']} while it was graded; see the cells marked below.")
        if lines:
            nb.cells.insert(
                0, new_markdown_cell("\n".join(["**How your file was graded**", "", *(f"- {x}" for x in lines)]))
            )
        return nb, resources

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Rewrite one cell for the student."""
        if cell.cell_type != "code":
            return cell, resources
        errors = [output for output in cell.outputs if output.output_type == "error"]
        if is_test(cell):
            numbers = regions(cell.source, HIDDEN_MARKS)[1]
            messages = [for_student(error, numbers) for error in errors]
            cell.source = without(cell.source, HIDDEN_MARKS) + ("\n# … and hidden tests" if numbers else "")
        else:
            messages = [_of_own_cell(error) for error in errors]
        cell.outputs = [
            new_output("error", ename="", evalue="", traceback=[self._without_hidden(text)]) for text in messages
        ]
        return cell, resources

    def _without_hidden(self, text: str) -> str:
        return "An error whose text repeats a hidden test." if any(line in text for line in self._hidden) else text


def for_student(error: NotebookNode, hidden_lines: list[int]) -> str:
    """A test's failure in the words of its check, without values where the failing line is hidden (or not known)."""
    lines = _failing_lines(error)
    message = strip_ansi(error.evalue) or "The test failed."
    if error.ename in OWN_ERRORS:
        return f"{error.ename}: {message}"
    if lines and not lines & set(hidden_lines):
        return message if error.ename in ("CheckFailed", "NotAttempted") else f"{error.ename}: {message}"
    if error.ename not in ("CheckFailed", "NotAttempted"):
        return f"A hidden test failed with {_known(error.ename)}."
    shown = [line for line in message.split("\n") if not line.startswith(VALUE_LABELS)]
    return "A hidden test failed.\n" + "\n".join(shown)


def _failing_lines(error: NotebookNode) -> set[int]:
    """The lines of the test cell that an error passed through; empty where they are not sure."""
    text = strip_ansi("\n".join(error.traceback))
    named = failing_lines(text)
    if named:
        return named
    frames = re.findall(r"^Cell In\[(\d+)\], line (\d+)", text, flags=re.MULTILINE)
    if "Cell In[" in strip_ansi(error.evalue):  # the text of an error could pass for a frame
        return set()
    return {int(line) for cell, line in frames if cell == frames[0][0]}


def _of_own_cell(error: NotebookNode) -> str:
    """An error of the student's own cell: its kind and line. Its text could carry what a test cell holds."""
    found = re.search(r"line (\d+)", strip_ansi("\n".join(error.traceback)))
    if error.ename in OWN_ERRORS:
        return f"{error.ename}: {error.evalue}"
    return f"{_known(error.ename)} in this cell" + (f", line {found[1]}." if found else ".")


def _known(ename: str) -> str:
    return ename if isinstance(getattr(builtins, ename, None), type) else "an error"
