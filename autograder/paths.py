"""Where things are: the repository, and the parts of a course directory."""

from __future__ import annotations

from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
SOLUTIONS = REPOSITORY / "solutions"
LESSONS = REPOSITORY / "lessons"
ANSWERS = REPOSITORY / "answers"


def notebook_in(folder: Path, lesson: str) -> Path:
    """The notebook of a lesson below a step's folder (`source`, `release`, `lessons`)."""
    return folder / lesson / f"{lesson}.ipynb"


def submission_notebook(course: Path, step: str, student: str, lesson: str, suffix: str = ".ipynb") -> Path:
    """A student's file of a lesson in one of nbgrader's steps (`submitted`, `autograded`, `feedback`)."""
    return course / step / student / lesson / f"{lesson}{suffix}"
