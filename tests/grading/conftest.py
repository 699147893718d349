"""The small lesson, built once; each test that changes the course directory gets a copy."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from mini_course import MINI_SOURCE, Course

from autograder import build
from autograder.course import CONFIG_FILE

sys.path.append(str(Path(__file__).parents[1] / "hostile"))
# Short limits, so that endless loops do not make the tests slow.
_LIMITS = """
c = get_config()
c.Execute.timeout = 15
c.BoundedExecute.budget = 120
"""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course directory with the small lesson; copied for each test that changes it."""
    place = tmp_path_factory.mktemp("built")
    (place / "solutions").mkdir()
    shutil.copy(MINI_SOURCE, place / "solutions")
    build.build(place / "course", solutions=place / "solutions", lessons=place / "lessons", say=lambda line: None)
    with (place / "course" / CONFIG_FILE).open("a") as file:
        file.write(_LIMITS)
    return place


@pytest.fixture
def course(built: Path, tmp_path: Path) -> Course:
    """A fresh copy of the course directory."""
    shutil.copytree(built / "course", tmp_path / "course")
    return Course(tmp_path / "course")
