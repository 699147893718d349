"""nbgrader preprocessors that close its traps; `autograder.config` puts them into nbgrader's lists."""

from __future__ import annotations

import builtins
import re
import time
from pathlib import Path
from typing import Any

import nbformat
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.filters import strip_ansi
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Integer, List

from autograder.errors import CannotGrade
from autograder.lesson import HIDDEN_MARKS, grade_id, is_test, regions, without
from autograder.restore import restore
from lessonkit.checks.messages import VALUE_LABELS, failing_lines

#: Where a graded notebook keeps what happened while it was graded: {"status": …, "notes": [...]}.
RECORD = "autograder"

TIMED_OUT, CRASHED, NOT_RUN, TAMPERED = "TookTooLong", "KernelDied", "NotRun", "TestTampered"
#: A cell has one error; more are forged.
_MOST_ERRORS = 10
_OWN_ERRORS = (TIMED_OUT, CRASHED, NOT_RUN, TAMPERED)


def record(notebook: NotebookNode) -> NotebookNode:
    """What happened while this notebook was graded (kept in its metadata)."""
    return notebook.metadata.setdefault(RECORD, NotebookNode(status="graded", notes=[]))


def _source_notebook(preprocessor: NbGraderPreprocessor, resources: ResourcesDict) -> NotebookNode:
    known = resources["nbgrader"]
    if "source" in known:  # the grader has read it already
        return known["source"]
    root = Path(CourseDirectory(config=preprocessor.config).root)
    return nbformat.read(root / "source" / known["assignment"] / f"{known['notebook']}.ipynb", as_version=4)


class RestoreCells(NbGraderPreprocessor):
    """Put the course's cells back: tests that were edited, removed, copied, retyped, retagged or renamed."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Restore the notebook and note what was restored."""
        record(nb).notes += restore(nb, _source_notebook(self, resources))
        return nb, resources


class BoundedExecute(Execute):
    """Run a notebook whatever its cells do: endless loops, floods of output, a kernel that dies.

    A cell that cannot be stopped, or kills its kernel, is left out, and the notebook is run again without it, so that
    one bad exercise does not cost the others.
    """

    budget = Integer(300, help="Seconds for all cells of a submission together, reruns included.").tag(config=True)
    max_output = Integer(200_000, help="Characters of output kept for a cell; the rest is dropped.").tag(config=True)
    max_restarts = Integer(3, help="How often a submission is run again without a cell that killed its kernel.").tag(
        config=True
    )

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict | dict | None = None, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Execute the notebook.

        Raises
        ------
        CannotGrade
            If kernels keep dying.
        """
        self._deadline = time.monotonic() + self.budget
        self._left_out: dict[int, NotebookNode] = {}
        for _ in range(self.max_restarts + 1):
            try:
                return super().preprocess(nb, resources, km)
            except DeadKernelError:
                self._leave_out(nb, CRASHED, "The Python process died while it ran this cell (os._exit, memory?).")
            except CellTimeoutError:
                self._leave_out(nb, TIMED_OUT, "This cell could not be stopped: it loops and swallows interrupts.")
        raise CannotGrade(
            "crashed", f"Its Python process died {self.max_restarts + 1} times: read its code before running it."
        )

    def preprocess_cell(self, cell: NotebookNode, resources: Any, index: int) -> tuple[NotebookNode, Any]:
        """Execute one cell, unless it is left out or the time is used up."""
        self._index, self._kept, self._errors = index, 0, 0
        remaining = self._deadline - time.monotonic()
        if index in self._left_out:
            cell.outputs = [self._left_out[index]]
        elif remaining < 1 and cell.cell_type == "code":
            record(self.nb).status = "timed out"
            cell.outputs = [
                _error(NOT_RUN, f"Not run: the {self.budget} s for the whole notebook were used up before.")
            ]
        else:
            self.error_on_timeout = {
                "ename": TIMED_OUT,
                "evalue": f"Stopped after {min(self.timeout, remaining):.0f} s: an endless loop?",
                "traceback": [f"{TIMED_OUT}: stopped after {min(self.timeout, remaining):.0f} s: an endless loop?"],
            }
            self.timeout_func = lambda _cell: max(1, int(min(self.timeout, remaining)))
            start = time.monotonic()
            cell, resources = super().preprocess_cell(cell, resources, index)
            if (took := time.monotonic() - start) > 0.5:
                self.log.info("%s took %.1f s", grade_id(cell) or f"cell {index + 1}", took)
            if any(out.get("ename") == TIMED_OUT for out in cell.get("outputs", [])):
                record(self.nb).status = "timed out"
        return cell, resources

    def process_message(self, msg: dict[str, Any], cell: NotebookNode, cell_index: int) -> NotebookNode | None:
        """Drop a cell's output beyond `max_output`, before it fills this process's memory."""
        content = msg["content"]
        if msg["msg_type"].startswith("comm_"):
            return None  # widgets: nobody looks at them here, and nbclient would keep all of their state
        if msg["msg_type"] in ("stream", "display_data", "execute_result", "update_display_data"):
            size = len(content.get("text", "")) + sum(len(str(value)) for value in content.get("data", {}).values())
            if self._kept + size > self.max_output:
                if self._kept <= self.max_output:
                    self._kept = self.max_output + 1
                    cell.outputs.append(new_output("stream", name="stdout", text="\n… more output was dropped …\n"))
                return None
            self._kept += size
        if msg["msg_type"] == "error":
            self._errors += 1
            if self._errors > _MOST_ERRORS:
                return None
            for name in ("ename", "evalue"):
                content[name] = str(content.get(name, ""))[: self.max_output // 10]
            content["traceback"] = "\n".join(map(str, content.get("traceback", [])))[-self.max_output :].split("\n")
        return super().process_message(msg, cell, cell_index)

    def _leave_out(self, nb: NotebookNode, kind: str, reason: str) -> None:
        self._left_out[self._index] = _error(kind, reason)
        record(nb).status = "crashed" if kind == CRASHED else "timed out"


def _error(kind: str, reason: str) -> NotebookNode:
    return new_output("error", ename=kind, evalue=reason, traceback=[f"\x1b[0;31m{kind}\x1b[0m: {reason}"])


class OnlyErrorsCount(NbGraderPreprocessor):
    """Let nothing but an error decide a test.

    nbgrader reads stderr as failure, so a warning has cost correct answers their points; and it reads a last value as
    partial credit, so nan, False or −1 has earned full points. Test cells end in an assert or a call that returns None
    (the build sees to it): a value can only come from a check that was tampered with.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Keep the error outputs of a test cell, and make a value one."""
        if is_test(cell):
            has_value = any(output.output_type == "execute_result" for output in cell.outputs)
            cell.outputs = [output for output in cell.outputs if output.output_type == "error"]
            if has_value and not cell.outputs:
                cell.outputs = [_error(TAMPERED, "The test returned a value, which no test does by itself.")]
        return cell, resources


class HideTests(NbGraderPreprocessor):
    """Take hidden tests, and the values that they compare with, out of what a student gets to see.

    Outputs of other cells are left out as well: a cell can print the code of a test cell that ran before it.
    """

    # nbconvert's HTML exporter sets this option of every preprocessor that it runs
    display_data_priority = List(["text/html", "image/png", "text/plain"]).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Rewrite the test cells, drop other outputs, and say on top what happened while grading."""
        source = _source_notebook(self, resources)
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
    if error.ename in _OWN_ERRORS:
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
    if error.ename in _OWN_ERRORS:
        return f"{error.ename}: {error.evalue}"
    return f"{_known(error.ename)} in this cell" + (f", line {found[1]}." if found else ".")


def _known(ename: str) -> str:
    return ename if isinstance(getattr(builtins, ename, None), type) else "an error"
