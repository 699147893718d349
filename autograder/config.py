"""The nbgrader configuration that students' JupyterLab, the grader and nbgrader's own commands share."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from autograder.cells import DEMO
from autograder.errors import CourseError
from autograder.validation import ShortFailures

CONFIG_FILE = "nbgrader_config.py"
_COURSE_CONFIG = '''"""nbgrader's configuration of this course. What is added below is kept; nbgrader reads it too."""

from pathlib import Path

from autograder.config import configure

configure(get_config(), root=Path(__file__).parent)  # noqa: F821  (traitlets provides get_config)
'''


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


def course_config(course: Path) -> Config:
    """Read a course directory's configuration.

    Raises
    ------
    CourseError
        If there is none, or it cannot be read.
    """
    path = course / CONFIG_FILE
    if not path.is_file():
        raise CourseError(f"{course} is not a course directory yet: run `autograder build --course {course}` first.")
    try:
        config = PyFileConfigLoader(CONFIG_FILE, path=str(course.resolve())).load_config()
    except Exception as error:
        raise CourseError(
            f"{path} cannot be read ({type(error).__name__}: {error}). Mend it, or delete it and build."
        ) from error
    if "root" not in config.CourseDirectory:  # nbgrader would take the working directory
        config.CourseDirectory.root = str(course.resolve())
    url = config.CourseDirectory.get("db_url", "sqlite:")
    if not url.startswith("sqlite:") and not config.CourseDirectory.get("course_id"):
        raise CourseError(  # its assignments refer to a course, which SQLite does not check
            f"{path} keeps the gradebook on a database server, for which nbgrader wants a name of the course too: add "
            'c.CourseDirectory.course_id = "…" there.'
        )
    return config


def create_course(course: Path) -> None:
    """Make a course directory, or leave an existing one as it is.

    Raises
    ------
    CourseError
        If it cannot be written.
    """
    try:
        course.mkdir(parents=True, exist_ok=True)
        if not (course / CONFIG_FILE).exists():
            (course / CONFIG_FILE).write_text(_COURSE_CONFIG, encoding="utf-8")
        probe = course / ".writable"
        probe.write_bytes(b"x" * 4096)
        probe.unlink()
    except OSError as error:
        raise CourseError(
            f"The course directory {course} cannot be written ({error.strerror}). "
            "Free some space, change its permissions, or choose another with --course."
        ) from error


def tool_versions() -> dict[str, str]:
    """Versions of the packages that a grade depends on."""
    return {name: importlib.metadata.version(name) for name in ("nbgrader", "tensorflow", "numpy")}
