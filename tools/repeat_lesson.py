"""Run the deciding cells of a lesson, and print its verdicts as JSON: LESSON_SEED=3 python tools/repeat_lesson.py FILE.

Prints {"verdicts": […], "seconds": processor time}, or {"stopped": what went wrong}; `verdicts.py` reads it.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from pathlib import Path
from typing import Any

from ledger import deciding_cells
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, DeadKernelError
from nbformat import NotebookNode
from traitlets.config import Config

from autograder.cells import grade_id
from autograder.config import configure
from autograder.lesson import read_lesson
from lessonkit.evidence import MIME

CELL_SECONDS = 600


def repeat(source: Path) -> dict[str, Any]:
    """Run a lesson's deciding cells; gives what is printed."""
    notebook = read_lesson(source).notebook
    notebook.cells = deciding_cells(notebook)
    started: list[NotebookNode] = []
    config = Config()
    with tempfile.TemporaryDirectory() as place:
        configure(config, Path(place))
        client = NotebookClient(notebook, timeout=CELL_SECONDS, config=config, resources={"metadata": {"path": place}})
        client.on_cell_start = lambda cell, cell_index: started.append(cell)
        try:
            client.execute()
        except (CellControlSignal, DeadKernelError, RuntimeError) as error:
            where = grade_id(started[-1]) if started else "the start of the kernel"
            return {"stopped": f"{where} stopped it: {_reason(error)}"}
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    for output in (output for cell in notebook.cells for output in cell.outputs):
        if MIME in output.get("data", {}):
            return {"verdicts": output["data"][MIME], "seconds": used.ru_utime + used.ru_stime}
    return {"stopped": "no cell shows verdicts with evidence.show"}


def _reason(error: Exception) -> str:
    """One line that says what is wrong."""
    if hasattr(error, "ename"):
        text = f"{error.ename}: {error.evalue}"
    elif isinstance(error, DeadKernelError):
        text = "its process ended, perhaps for want of memory"
    elif isinstance(error, TimeoutError):
        text = f"it took more than {CELL_SECONDS} s"
    else:
        text = f"{type(error).__name__}: {error}"
    return text.strip().splitlines()[0]


if __name__ == "__main__":
    print(json.dumps(repeat(Path(sys.argv[1]))))
