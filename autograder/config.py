"""The nbgrader configuration that students' JupyterLab, the grader and nbgrader's own commands share."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

from traitlets.config import Config

from autograder.cells import DEMO
from autograder.validation import ShortFailures


def configure(c: Config, root: Path) -> None:
    """Set nbgrader's options for a course directory.

    Parameters
    ----------
    c
        The configuration to change.
    root
        The course directory.
    """
    c.CourseDirectory.root = str(Path(root).resolve())
    c.ClearSolutions.code_stub = {"python": "raise NotImplementedError()"}
    # nbgrader's default of 30 s is hit by the import of TensorFlow on a busy machine.
    c.Execute.timeout = 60
    c.Execute.skip_cells_with_tag = DEMO
    c.Execute.on_cell_start = ShortFailures()
    # Graceful shutdown waits 3 s for a kernel that nobody needs any more.
    c.Execute.shutdown_kernel = "immediate"
    # exit() in a cell would end the kernel, and with it the exercises behind.
    c.Execute.extra_arguments = ["--IPKernelApp.exec_lines=get_ipython().ask_exit = lambda: None"]
    c.ExecutePreprocessor.record_timing = False
    # A kernel's messages cross TCP ports that any user of the machine can listen at.
    c.KernelManager.transport_encryption = "auto"
    c.Autograde.sanitize_preprocessors = [
        "autograder.preprocessors.RestoreCells",
        "nbgrader.preprocessors.ClearOutput",
        "nbgrader.preprocessors.DeduplicateIds",
        "nbgrader.preprocessors.OverwriteKernelspec",
        "nbgrader.preprocessors.OverwriteCells",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    c.Autograde.autograde_preprocessors = [
        "autograder.preprocessors.BoundedExecute",
        "autograder.preprocessors.OnlyErrorsCount",
        "nbgrader.preprocessors.LimitOutput",
        "nbgrader.preprocessors.SaveAutoGrades",
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    c.GenerateFeedback.preprocessors = [
        "autograder.preprocessors.HideTests",
        "nbgrader.preprocessors.GetGrades",
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]


def tool_versions() -> dict[str, str]:
    """Versions of the packages that a grade depends on."""
    return {name: importlib.metadata.version(name) for name in ("nbgrader", "tensorflow", "numpy")}


def threads(count: int) -> dict[str, str]:
    """Environment variables that have TensorFlow and NumPy compute with so many threads."""
    names = ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    return dict.fromkeys(names, str(count))
