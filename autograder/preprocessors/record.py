"""What happened while a notebook was graded, and the errors that are the grader's own."""

from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_output

#: Where a graded notebook keeps what happened while it was graded: {"status": …, "notes": [...]}.
RECORD = "autograder"
TIMED_OUT, CRASHED, NOT_RUN, TAMPERED = "TookTooLong", "KernelDied", "NotRun", "TestTampered"
OWN_ERRORS = (TIMED_OUT, CRASHED, NOT_RUN, TAMPERED)


def record(notebook: NotebookNode) -> NotebookNode:
    """What happened while this notebook was graded (kept in its metadata)."""
    return notebook.metadata.setdefault(RECORD, NotebookNode(status="graded", notes=[]))


def error_output(kind: str, reason: str) -> NotebookNode:
    """One of the grader's own errors as a cell's output."""
    return new_output("error", ename=kind, evalue=reason, traceback=[f"\x1b[0;31m{kind}\x1b[0m: {reason}"])
