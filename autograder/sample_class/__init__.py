"""Five invented students, derived from the lessons' solutions and the answer bank, to try grading with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.audit.answers import bank, fill
from autograder.cells import grade_id, is_solution
from autograder.course import Course
from autograder.errors import CourseError
from autograder.files import replace_file
from autograder.paths import notebook_in, submission_notebook


def hand_in(course: Path, lessons: list[str] | None = None) -> Iterator[str]:
    """Write the invented submissions into a course directory; yields a line for each.

    Parameters
    ----------
    course
        A course directory in which the lessons were built.
    lessons
        The lessons to hand in (default: all).

    Raises
    ------
    CourseError
        If a lesson was not built there.
    """
    Course(course).check()
    names = lessons or sorted(path.name for path in (course / "release").glob("*") if path.is_dir())
    for lesson in names:
        path = notebook_in(course / "release", lesson)
        if not path.exists():
            raise CourseError(f"{course} has no lesson {lesson!r}: run `autograder build --course {course}` first.")
        release = nbformat.read(path, as_version=4)
        source = nbformat.read(notebook_in(course / "source", lesson), as_version=4)
        for student, text in submissions(lesson, release, source).items():
            replace_file(submission_notebook(course, "submitted", student, lesson), text)
            yield f"{student} handed in {lesson}"


def submissions(lesson: str, release: NotebookNode, source: NotebookNode) -> dict[str, str]:
    """The five submissions of a lesson: the text of the file, by student.

    Parameters
    ----------
    lesson
        The lesson's name.
    release, source
        Its released and its source notebook.
    """
    solutions = {grade_id(cell): cell.source for cell in source.cells if is_solution(cell)}
    answers = bank(lesson)
    right = {name: [a.source for a in found if a.is_right] for name, found in answers.items()}
    wrong = {name: [a.source for a in found if not a.is_right] for name, found in answers.items()}
    # each exercise another of its answers, so that the sample shows variety
    other_way = {name: ways[i % len(ways)] for i, (name, ways) in enumerate(right.items()) if ways}
    misconceptions = {name: ways[i % len(ways)] for i, (name, ways) in enumerate(wrong.items()) if ways}
    half = dict(list(solutions.items())[: len(solutions) // 2])
    whole = nbformat.writes(fill(release, solutions))
    return {
        "sample_all_right": whole,
        "sample_other_way": nbformat.writes(fill(release, solutions | other_way)),
        "sample_half_done": nbformat.writes(fill(release, half)),
        "sample_misconceptions": nbformat.writes(fill(release, misconceptions)),
        "sample_broken_file": whole[: len(whole) // 2],
    }
