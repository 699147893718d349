"""nbgrader's configuration for JupyterLab started here: Validate for students, Formgrader on course/."""

from pathlib import Path

from autograder.config import configure

configure(get_config(), root=Path(__file__).parent / "course")  # noqa: F821  (traitlets provides get_config)
