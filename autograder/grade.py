"""Grading a class with nbgrader, one submission at a time, so that one bad submission never stops the rest."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import MissingEntry
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.config import course_config, create_course, tool_versions
from autograder.errors import CannotGrade, CourseError
from autograder.files import replace_file, replace_folder
from autograder.intake import check_student_id, read_submission
from autograder.nbgrader_calls import open_gradebook, run_converter
from autograder.outcomes import Outcome, Outcomes
from autograder.paths import REPOSITORY, notebook_in, submission_notebook
from autograder.preprocessors import RECORD
from autograder.report import feedback_without_grade

_TIMESTAMP = "timestamp.txt"


def grade_course(
    course: Path,
    lessons: list[str] | None = None,
    student: str | None = None,
    *,
    force: bool = False,
    say: Callable[[str], None] = print,
) -> Outcomes:
    """Grade what was submitted in a course directory, and write feedback.

    Parameters
    ----------
    course
        The course directory.
    lessons
        The lessons to grade (default: all that were built there).
    student
        The only student to grade (default: all).
    force
        Grade again also what has not changed since it was graded.
    say
        Called with a line for each submission.

    Returns
    -------
    Outcomes
        Of all submissions, those of earlier runs as well.

    Raises
    ------
    CourseError
        If the course directory cannot be used, or a lesson or student is unknown.
    """
    course = course.resolve()  # nbgrader changes the working directory
    course_config(course)
    create_course(course)
    sources = read_sources(course)
    chosen = _known(lessons, list(sources), course)
    work = [(lesson, who) for lesson in chosen for who in _students(course) if student in (None, who)]
    work = [(lesson, who) for lesson, who in work if (course / "submitted" / who / lesson).is_dir()]
    if student is not None and not work:
        raise CourseError(f"{course / 'submitted'} holds nothing of student {student!r} for {', '.join(chosen)}.")
    outcomes = Outcomes(course)
    for number, (lesson, who) in enumerate(work, start=1):
        start = time.monotonic()
        outcome, done = _grade_if_changed(course, lesson, who, sources, None if force else outcomes.get(lesson, who))
        outcomes.set(lesson, who, outcome)
        took = f"{time.monotonic() - start:.0f} s" if done else "unchanged"
        say(f"[{number}/{len(work)}] {lesson}  {who}: {outcome.status} ({took})")
    return outcomes


def read_sources(course: Path) -> dict[str, NotebookNode]:
    """The source notebook of every lesson that was built in a course directory.

    Raises
    ------
    CourseError
        If there is none, or one cannot be read.
    """
    found = {path.stem: path for path in sorted((course / "source").glob("*/*.ipynb")) if path.stem == path.parent.name}
    if not found:
        raise CourseError(f"{course} holds no lessons: run `autograder build --course {course}` first.")
    try:
        return {name: nbformat.read(path, as_version=4) for name, path in found.items()}
    except Exception as error:
        raise CourseError(
            f"A source notebook in {course} is broken ({error}): run `autograder build --course {course}`."
        ) from error


def grade_submission(course: Path, lesson: str, student: str, sources: dict[str, NotebookNode]) -> Outcome:
    """Grade one submission and write it, its points and its feedback into the course directory.

    This is the one place where a submission is graded. Nothing graded before is lost when it fails.

    Parameters
    ----------
    course
        The course directory.
    lesson, student
        Whose submission of what.
    sources
        As :func:`read_sources` gives them.

    Returns
    -------
    Outcome
        What became of it.
    """
    try:
        check_student_id(student)
        notebook = read_submission(course / "submitted" / student / lesson, lesson, sources)
        graded = _autograde(course, lesson, student, notebook)
    except CannotGrade as failure:
        outcome = Outcome(failure.status, failure.reason)
        replace_file(
            submission_notebook(course, "feedback", student, lesson, ".html"), feedback_without_grade(lesson, outcome)
        )
        return outcome
    happened = graded.metadata.get(RECORD, {})
    status = happened.get("status", "graded")
    reason = "" if status == "graded" else "The cells that could not be run to their end earned no points."
    return Outcome(status, reason, list(happened.get("notes", [])))


def _autograde(course: Path, lesson: str, student: str, notebook: NotebookNode) -> NotebookNode:
    """Run nbgrader's Autograde on a notebook in a place of its own, then put the result into the course directory."""
    config = course_config(course)
    with tempfile.TemporaryDirectory(prefix="grading-") as place:
        submitted = submission_notebook(Path(place), "submitted", student, lesson)
        submitted.parent.mkdir(parents=True)
        nbformat.write(notebook, submitted)
        timestamp = course / "submitted" / student / lesson / _TIMESTAMP
        if timestamp.is_file():
            (submitted.parent / _TIMESTAMP).write_bytes(timestamp.read_bytes())
        config.CourseDirectory.submitted_directory = f"{place}/submitted"
        config.CourseDirectory.autograded_directory = f"{place}/autograded"
        config.CourseDirectory.student_id, config.CourseDirectory.assignment_id = student, lesson
        known = _has_submission(config, lesson, student)
        log = run_converter(Autograde(coursedir=CourseDirectory(config=config), config=config))
        if log:
            if not known:  # else nbgrader's own tables would show a 0
                _forget_submission(config, lesson, student)
            raise CannotGrade("crashed", log.split("CannotGrade: ")[-1])
        graded = submission_notebook(Path(place), "autograded", student, lesson)
        replace_folder(graded.parent, course / "autograded" / student / lesson)
        return nbformat.read(graded, as_version=4)


def write_feedback(course: Path, lesson: str, student: str) -> None:
    """Write a submission's feedback page with nbgrader's GenerateFeedback.

    Raises
    ------
    CourseError
        If nbgrader cannot write it.
    """
    config = course_config(course)
    with tempfile.TemporaryDirectory(prefix="feedback-") as place:
        config.CourseDirectory.feedback_directory = f"{place}/feedback"
        config.CourseDirectory.student_id, config.CourseDirectory.assignment_id = student, lesson
        log = run_converter(GenerateFeedback(coursedir=CourseDirectory(config=config), config=config))
        if log:
            raise CourseError(f"The feedback page of {student} for {lesson} cannot be written: {log}")
        replace_folder(Path(place) / "feedback" / student / lesson, course / "feedback" / student / lesson)


def _grade_if_changed(
    course: Path, lesson: str, student: str, sources: dict[str, NotebookNode], before: Outcome | None
) -> tuple[Outcome, bool]:
    """Grade a submission, and write its feedback, as far as anything changed since; returns also whether it did."""
    digest = _digest(course, lesson, student)
    unchanged = before is not None and before.digest == digest and _is_kept(course, lesson, student, before)
    outcome = before if unchanged else grade_submission(course, lesson, student, sources)
    outcome.digest = digest
    shown = _shown(course, lesson, student) if outcome.status in ("graded", "timed out", "crashed") else ""
    if shown and (not unchanged or shown != outcome.shown):
        write_feedback(course, lesson, student)
        unchanged = False
    outcome.shown = shown
    return outcome, not unchanged


def _digest(course: Path, lesson: str, student: str) -> str:
    """A digest of everything that a submission's grade depends on."""
    files = [path for path in sorted((course / "submitted" / student / lesson).rglob("*")) if path.is_file()]
    files += [notebook_in(course / "source", lesson)]
    files += sorted((REPOSITORY / "lessonkit").glob("*.py")) + sorted((REPOSITORY / "autograder").glob("*.py"))
    total = hashlib.sha256(repr(tool_versions()).encode())
    for path in files:
        total.update(path.name.encode() + b"\0")
        with path.open("rb") as file:
            total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()


def _is_kept(course: Path, lesson: str, student: str, outcome: Outcome) -> bool:
    """Whether what an earlier run produced is still there, and final: a crash is tried again."""
    if outcome.status == "could not be read":
        return submission_notebook(course, "feedback", student, lesson, ".html").exists()
    return (
        outcome.status == "graded"
        and all(
            submission_notebook(course, step, student, lesson, suffix).exists()
            for step, suffix in (("autograded", ".ipynb"), ("feedback", ".html"))
        )
        and _has_submission(course_config(course), lesson, student)
    )


def _shown(course: Path, lesson: str, student: str) -> str:
    """A digest of the grades and comments in the gradebook that a feedback page shows; '' if there is no submission."""
    with open_gradebook(course_config(course)) as gradebook:
        try:
            submission = gradebook.find_submission_notebook(lesson, lesson, student)
        except MissingEntry:
            return ""
        rows = sorted((g.name, g.score, g.max_score) for g in submission.grades)
        rows += sorted((c.name, c.comment or "") for c in submission.comments)
        return hashlib.sha256(repr(rows).encode()).hexdigest()


def _has_submission(config: Config, lesson: str, student: str) -> bool:
    with open_gradebook(config) as gradebook:
        try:
            gradebook.find_submission(lesson, student)
        except MissingEntry:
            return False
        return True


def _forget_submission(config: Config, lesson: str, student: str) -> None:
    with open_gradebook(config) as gradebook:
        try:
            gradebook.remove_submission(lesson, student)
        except MissingEntry:
            pass


def _students(course: Path) -> list[str]:
    folder = course / "submitted"
    return (
        sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
        if folder.is_dir()
        else []
    )


def _known(lessons: list[str] | None, built: list[str], course: Path) -> list[str]:
    for lesson in lessons or []:
        if lesson not in built:
            raise CourseError(f"There is no lesson {lesson!r} in {course}. The lessons are: {', '.join(built)}.")
    return lessons or built
