"""What plain nbgrader makes of a course, to compare with."""

from __future__ import annotations

from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from autograder.course import Course
from autograder.nbgrader_calls import run_converter


def convert(kind: type, course: Path, lesson: str) -> None:
    """What the nbgrader command of this name does."""
    config = Course(course).config
    config.CourseDirectory.assignment_id = lesson
    log = run_converter(kind(coursedir=CourseDirectory(config=config), config=config))
    assert log == ""


def grades(course: Path, lesson: str) -> dict[tuple[str, ...], tuple]:
    """Everything that the gradebook holds of each cell."""
    found = {}
    with Course(course).gradebook() as gradebook:
        for submission in gradebook.find_assignment(lesson).submissions:
            for notebook in submission.notebooks:
                key = (submission.student.id, notebook.name)
                found[key] = (notebook.score, notebook.max_score, notebook.late_submission_penalty)
                for grade in notebook.grades:
                    found[*key, grade.name] = (grade.auto_score, grade.max_score, grade.needs_manual_grade)
                for comment in notebook.comments:
                    found[*key, comment.name, "comment"] = (comment.comment,)
    return found
