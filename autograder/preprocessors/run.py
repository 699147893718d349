"""Running a notebook whatever its cells do."""

from __future__ import annotations

import time
from typing import Any

from jupyter_client.manager import KernelManager
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from traitlets import Integer

from autograder.cells import grade_id
from autograder.engine.provisioner import ParentEnded
from autograder.errors import CannotGrade
from autograder.preprocessors.record import CRASHED, NOT_RUN, TIMED_OUT, error_output, record

#: A cell has one error; more are forged.
_MOST_ERRORS = 10
_REASONS = {
    CRASHED: "The Python process died while it ran this cell (os._exit, memory?).",
    TIMED_OUT: "This cell could not be stopped: it loops and swallows interrupts.",
}


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
        ParentEnded
            If the kernel ended with the process that it was forked from.
        """
        self._deadline = time.monotonic() + self.budget
        self._left_out: dict[int, NotebookNode] = {}
        for _ in range(self.max_restarts + 1):
            self._index = -1
            try:
                return super().preprocess(nb, resources, km)
            except Exception as error:
                if getattr(self._manager.provisioner, "orphaned", False):
                    raise ParentEnded() from error  # no cell is to blame
                if self._index < 0 or not isinstance(error, DeadKernelError | CellTimeoutError):
                    raise
                self._leave_out(nb, TIMED_OUT if isinstance(error, CellTimeoutError) else CRASHED)
        raise CannotGrade(
            "crashed", f"Its Python process died {self.max_restarts + 1} times: read its code before running it."
        )

    def create_kernel_manager(self) -> KernelManager:
        """As nbclient's, which forgets it when the kernel ends."""
        self._manager = super().create_kernel_manager()
        return self._manager

    def preprocess_cell(self, cell: NotebookNode, resources: Any, index: int) -> tuple[NotebookNode, Any]:
        """Execute one cell, unless it is left out or the time is used up."""
        self._index, self._kept, self._errors = index, 0, 0
        remaining = self._deadline - time.monotonic()
        if index in self._left_out:
            cell.outputs = [self._left_out[index]]
        elif remaining < 1 and cell.cell_type == "code":
            record(self.nb).status = "timed out"
            cell.outputs = [
                error_output(NOT_RUN, f"Not run: the {self.budget} s for the whole notebook were used up before.")
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

    def _leave_out(self, nb: NotebookNode, kind: str) -> None:
        self._left_out[self._index] = error_output(kind, _REASONS[kind])
        record(nb).status = "crashed" if kind == CRASHED else "timed out"
