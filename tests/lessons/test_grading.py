"""Real submissions of the real lessons, graded as the grader does: a class of five, and one who did nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from nbgrader.converters import Autograde
from plain_nbgrader import convert, grades

from autograder import build, report
from autograder.course import Course
from autograder.grade import grade_course
from autograder.lesson import read_lesson
from autograder.paths import LESSONS, SOLUTIONS, notebook_in, submission_notebook
from autograder.sample_class import hand_in

NAMES = sorted(path.stem for path in SOLUTIONS.glob("*.py"))
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course directory with the sample class, and a student who handed the lessons in as they were released."""
    place = tmp_path_factory.mktemp("class")
    build.build(place / "course", lessons=place / "lessons", say=lambda line: None)
    list(hand_in(place / "course"))
    for name in NAMES:
        path = submission_notebook(place / "course", "submitted", "did_nothing", name)
        path.parent.mkdir(parents=True)
        path.write_bytes(notebook_in(LESSONS, name).read_bytes())
    shutil.copytree(place / "course", place / "plain")
    return place / "course"


@pytest.fixture(scope="module")
def rows(course: Path) -> dict[tuple[str, str], report.Row]:
    """Everything graded."""
    outcomes = grade_course(Course(course), say=lambda line: None)
    with Course(course).gradebook() as gradebook:
        return {(row.lesson, row.student): row for row in report.rows(gradebook, outcomes)}


@pytest.mark.parametrize("name", NAMES)
def test_points(name: str, rows: dict[tuple[str, str], report.Row]) -> None:
    full = read_lesson(SOLUTIONS / f"{name}.py").points
    assert rows[name, "did_nothing"].points == 0
    assert rows[name, "sample_all_right"].points == full
    assert rows[name, "sample_other_way"].points == full
    assert 0 <= rows[name, "sample_half_done"].points < full
    assert rows[name, "sample_broken_file"].points is None
    wrong = rows[name, "sample_misconceptions"].by_exercise
    assert all(got < of for got, of in wrong.values())


@pytest.mark.parametrize("name", NAMES)
def test_grades_are_plain_nbgraders(name: str, course: Path, rows: dict[tuple[str, str], report.Row]) -> None:
    plain = course.with_name("plain")
    shutil.rmtree(plain / "submitted" / "sample_broken_file" / name)  # plain nbgrader stops at it
    convert(Autograde, plain, name)
    assert len(grades(plain, name)) > 5 * 2
    assert grades(plain, name) == grades(course, name)


@pytest.mark.parametrize("name", NAMES)
def test_statuses(name: str, rows: dict[tuple[str, str], report.Row]) -> None:
    mine = {student: row.outcome.status for (lesson, student), row in rows.items() if lesson == name}
    assert mine.pop("sample_broken_file") == "could not be read"
    assert set(mine.values()) == {"graded"}


@pytest.mark.parametrize("name", NAMES)
def test_demo_cells_are_not_run(name: str, course: Path, rows: dict[tuple[str, str], report.Row]) -> None:
    graded = nbformat.read(submission_notebook(course, "autograded", "sample_all_right", name), as_version=4)
    for cell in graded.cells:
        if "demo" in cell.metadata.get("tags", []):
            assert not cell.outputs


@pytest.mark.parametrize("name", NAMES)
def test_feedback_names_the_misconception(name: str, course: Path, rows: dict[tuple[str, str], report.Row]) -> None:
    page = submission_notebook(course, "feedback", "sample_misconceptions", name, ".html").read_text()
    assert "HIDDEN" not in page
    assert any(words in page for words in ("This looks like", "These are", "looks like"))
