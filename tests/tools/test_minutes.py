"""A lesson's minutes are the sum of its parts."""

from __future__ import annotations

from pathlib import Path

import mini_lessons
import pytest
from minutes import Minutes, minutes

from autograder.lesson import Lesson, read_lesson
from autograder.paths import SOLUTIONS

LESSONS = [read_lesson(path) for path in sorted(SOLUTIONS.glob("*.py"))]
CARD = mini_lessons.text("### Exercise", "| **Time, difficulty** | 7 minutes, ●●○ |", "<details>two words</details>")


def test_the_parts(tmp_path: Path) -> None:
    lesson = read_lesson(mini_lessons.write(tmp_path, test=CARD))
    parts = minutes(lesson, demo_seconds=90)
    assert (parts.cards, parts.predictions, parts.demos, parts.says) == (7, 1, 1.5, 15)
    markdown = [cell.source for cell in lesson.notebook.cells if cell.cell_type == "markdown"]
    assert parts.words == sum(len(source.split()) for source in markdown)
    assert parts.total == pytest.approx(parts.words / 150 + 7 + 1 + 1.5)


@pytest.mark.parametrize(
    ("words", "says", "problems"),
    [
        (4500, 41, []),
        (4500, 46, []),
        (4500, 47, ["The header says 47 minutes; the parts add up to 40."]),
        (4500, 33, ["The header says 33 minutes; the parts add up to 40."]),
        (4701, 41, ["4701 words are more than 4700."]),
    ],
)
def test_problems(words: int, says: int, problems: list[str]) -> None:
    assert Minutes(words, cards=7, predictions=2, demos=1.0, says=says).problems() == problems


@pytest.mark.parametrize("lesson", LESSONS, ids=[lesson.name for lesson in LESSONS])
def test_a_lesson_says_its_minutes(lesson: Lesson) -> None:
    parts = minutes(lesson)
    assert not parts.problems(), str(parts)
    assert f"**Time:** {parts.says} minutes" in lesson.notebook.cells[0].source
