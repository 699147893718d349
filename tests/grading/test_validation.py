"""What nbgrader's Validator says of a notebook, in few words."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from mini_course import WRONG, Course
from nbgrader.validator import Validator
from traitlets.config import Config

from autograder.config import configure

pytestmark = pytest.mark.slow


def validate(built: Path, place: Path, **answers: str) -> dict:
    """Validator's results for the small lesson with these answers."""
    shutil.copytree(built / "course", place / "course")
    course = Course(place / "course")
    config = Config()
    configure(config, place / "course")
    nbformat.write(course.solved(**answers), place / "lesson.ipynb")
    return Validator(config=config).validate(str(place / "lesson.ipynb"))


def test_a_failed_test_is_told_in_words(built: Path, tmp_path: Path) -> None:
    failed = validate(built, tmp_path, triple=WRONG["triple"])["failed"]
    assert [(entry["source"], entry["error"]) for entry in failed] == [
        (
            "triple: A value computed by hand (1.5 points)",
            "The triple of a list is wrong.\n  expected: [3.]\n  your answer: [1.]",
        )
    ]


def test_exercises_that_are_not_written_share_a_line(built: Path, tmp_path: Path) -> None:
    stub = "def {}(x):\n    raise NotImplementedError()"
    failed = validate(built, tmp_path, double=stub.format("double"), triple=stub.format("triple"))["failed"]
    assert [(entry["source"], entry["error"]) for entry in failed] == [("Not written yet", "double, triple")]


def test_nothing_is_said_of_a_right_notebook(built: Path, tmp_path: Path) -> None:
    assert validate(built, tmp_path) == {}
