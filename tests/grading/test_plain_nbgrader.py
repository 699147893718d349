"""Grades are plain nbgrader's, cell by cell: on the sample class, and on nbgrader's own example course."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import nbgrader
import pytest
from bs4 import BeautifulSoup
from mini_course import MINI, Course
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from plain_nbgrader import convert, grades

from autograder.grade import grade_course
from autograder.sample_class import hand_in

pytestmark = pytest.mark.slow
EXAMPLE = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide"
PS1 = "ps1"


def words(page: Path) -> list[str]:
    """What a page says."""
    return BeautifulSoup(page.read_text(), "html.parser").get_text().split()


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """nbgrader's example course with its submissions, graded by nbgrader and by the grader."""
    place = tmp_path_factory.mktemp("example")
    subprocess.run([sys.executable, "-m", "nbgrader", "quickstart", "plain"], cwd=place, check=True)
    plain, ours = place / "plain", place / "ours"
    shutil.copytree(EXAMPLE / "submitted", plain / "submitted")
    convert(GenerateAssignment, plain, PS1)
    shutil.copytree(plain, ours)
    convert(Autograde, plain, PS1)
    convert(GenerateFeedback, plain, PS1)
    grade_course(Course(ours), say=print)
    return plain, ours


def test_the_example_courses_grades(example: tuple[Path, Path]) -> None:
    plain, ours = (grades(course, PS1) for course in example)
    assert len(plain) > 30
    assert ours == plain


def test_the_example_courses_feedback(example: tuple[Path, Path]) -> None:
    plain, ours = example
    pages = sorted(path.relative_to(plain) for path in plain.glob("feedback/*/*/*.html"))
    assert len(pages) == 4
    for page in pages:
        assert words(ours / page) == words(plain / page)


def test_the_sample_class(course: Course) -> None:
    list(hand_in(course.root))
    shutil.rmtree(course.root / "submitted" / "sample_broken_file")  # plain nbgrader stops at it
    other = course.root.with_name("plain")
    shutil.copytree(course.root, other)
    config = other / "nbgrader_config.py"
    config.write_text(config.read_text().replace(str(course.root), str(other)))
    convert(Autograde, other, MINI)
    grade_course(course, say=print)
    plain = grades(other, MINI)
    assert len(plain) == 4 * (1 + 3 + 2)
    assert grades(course.root, MINI) == plain
