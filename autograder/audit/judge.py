"""Grading the answer bank as a class is graded: is every right answer accepted, every wrong one told what it is?"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

from autograder import report
from autograder.audit.answers import Answer, fill, read_bank, unusable, without_words
from autograder.cells import HIDDEN_MARKS, exercises, grade_id, is_solution, regions
from autograder.course import Course
from autograder.errors import CourseError
from autograder.files import replace_file
from autograder.grade import grade_course
from autograder.paths import ANSWERS, SOLUTIONS, notebook_in, submission_notebook
from autograder.preprocessors.hide import for_student
from lessonkit.checks.messages import CheckFailed, explanations

ACCEPTED, REJECTED = "right, accepted", "right, rejected"
NAMED, MISLED, UNNAMED, POINTS_ONLY, PASSED = (
    "wrong, named",
    "wrong, misleading",
    "wrong, not named",
    "wrong, rejected",
    "wrong, accepted",
)
#: What can become of an answer, in the order of the matrix; the second part must not happen.
VERDICTS = (ACCEPTED, NAMED, POINTS_ONLY, UNNAMED, REJECTED, PASSED, MISLED)
FALSE = (REJECTED, PASSED, MISLED, UNNAMED)
#: An answer, with its lesson.
Entry = tuple[str, Answer]


@dataclass(frozen=True)
class Finding:
    """What became of one answer of the bank.

    Attributes
    ----------
    lesson, answer
        The answer, and whose exercise it answers.
    verdict
        One of :data:`VERDICTS`.
    points, of
        What it earned.
    failed
        The grade ids of the tests that it failed.
    feedback
        What they say to the student.
    """

    lesson: str
    answer: Answer
    verdict: str
    points: float
    of: float
    failed: list[str]
    feedback: list[str]

    @property
    def is_false(self) -> bool:
        """Whether this must not happen."""
        return self.verdict in FALSE


@dataclass
class Audit:
    """The findings on a bank, and what kept answers from being judged: a sentence each."""

    findings: list[Finding] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether every answer was judged, and judged as it should be."""
        return not self.problems and not any(finding.is_false for finding in self.findings)


def lessons_of(bank: Path, names: list[str]) -> list[str]:
    """The lessons that a bank has answers for, or those asked for.

    Raises
    ------
    CourseError
        If the bank has none.
    """
    known = {path.stem for path in SOLUTIONS.glob("*.py")}
    found = names or sorted(path.name for path in bank.glob("*/") if path.name in known)
    if not found:
        raise CourseError(f"{bank} is no bank: it needs folders <lesson>/<exercise>/ with right_….py and wrong_….py.")
    return found


def audit(
    course: Path,
    lessons: list[str],
    bank: Path,
    *,
    alone: bool = False,
    jobs: int | None = None,
    isolate: bool = True,
    **progress: Any,
) -> Audit:
    """Hand the answers of a bank in as students' notebooks, grade the class, and compare.

    They are judged exactly as students' are: intake, restored cells, a fresh kernel, points, feedback. A notebook holds
    one answer to each exercise, as a student's does; an answer that is not judged there as it should be is handed in
    again alone, with the other exercises unsolved, and that counts. What was graded before is not run again.

    Parameters
    ----------
    course
        A course directory for the purpose, in which the lessons were built.
    lessons
        The lessons to audit.
    bank
        A folder laid out as `answers/`: `<lesson>/<exercise>/right_….py` and `wrong_….py`.
    alone
        Whether every answer gets a notebook of its own.
    jobs, isolate, **progress
        As :func:`autograder.grade.grade_course` takes them.

    Raises
    ------
    CourseError
        If the lessons were not built there, or grading cannot begin.
    """
    result, how = Audit(), {"jobs": jobs, "isolate": isolate, **progress}
    usable: list[Entry] = []
    for lesson in lessons:
        source = nbformat.read(notebook_in(course / "source", lesson), as_version=4)
        answers, problems = read_bank(lesson, bank)
        if bank == ANSWERS:  # a bank from elsewhere may leave the words out, and is then judged on points alone
            problems += without_words(answers, bank / lesson)
        result.problems += problems + [
            f"{bank / lesson / exercise}: there is no answer to this exercise."
            for exercise in exercises(source)
            if not any(answer.exercise == exercise for answer in answers)
        ]
        known = {grade_id(cell) for cell in source.cells if is_solution(cell)}
        for answer in answers:
            if problem := unusable(answer, known, bank / lesson):
                result.problems.append(problem)
            else:
                usable.append((lesson, answer))
    judged = {} if alone else _graded(course, _together(usable), **how)
    again = [entry for entry in usable if entry not in judged or _is_false(judged[entry])]
    if again:
        single = {(lesson, f"{each.exercise}--{each.name}"): [each] for lesson, each in again}
        judged |= _graded(course, single, **how)
    outcomes = [judged[entry] for entry in usable]
    result.findings = [each for each in outcomes if isinstance(each, Finding)]
    result.problems += [each for each in outcomes if isinstance(each, str)]
    return result


def _together(entries: Sequence[Entry]) -> dict[tuple[str, str], list[Answer]]:
    """As few notebooks as hold the answers, by lesson and student: one answer at most to each exercise."""
    by_exercise: dict[tuple[str, str], list[Answer]] = {}
    for lesson, answer in entries:
        by_exercise.setdefault((lesson, answer.exercise), []).append(answer)
    found: dict[tuple[str, str], list[Answer]] = {}
    for (lesson, _), answers in by_exercise.items():
        for number, answer in enumerate(answers, start=1):
            found.setdefault((lesson, f"answers-{number:03d}"), []).append(answer)
    return found


def _graded(course: Path, class_: Mapping[tuple[str, str], list[Answer]], **how: Any) -> dict[Entry, Finding | str]:
    """What becomes of each answer, or why it could not be judged, where students hand these in."""
    if not class_:
        return {}
    shutil.rmtree(course / "submitted", ignore_errors=True)
    lessons = list(dict.fromkeys(lesson for lesson, _ in class_))
    releases = {lesson: nbformat.read(notebook_in(course / "release", lesson), as_version=4) for lesson in lessons}
    for (lesson, student), answers in class_.items():
        filled = fill(releases[lesson], {answer.exercise: answer.source for answer in answers})
        replace_file(submission_notebook(course, "submitted", student, lesson), nbformat.writes(filled))
    directory = Course(course)
    outcomes = grade_course(directory, lessons, **how)
    with directory.gradebook() as gradebook:
        rows = {(row.lesson, row.student): row for row in report.rows(gradebook, outcomes, lessons)}
    found: dict[Entry, Finding | str] = {}
    for (lesson, student), answers in class_.items():
        found |= {(lesson, answer): _judge(course, rows[lesson, student], answer) for answer in answers}
    return found


def _is_false(judged: Finding | str) -> bool:
    return isinstance(judged, str) or judged.is_false


def _judge(course: Path, row: report.Row, answer: Answer) -> Finding | str:
    """What became of an answer, or why it could not be judged."""
    if row.outcome.status != "graded" or row.points is None:
        return f"{row.lesson}/{answer.exercise}/{answer.name}: {row.outcome.status}. {row.outcome.reason}"
    points, of = row.by_exercise[answer.exercise]
    failed, feedback, explained = [], [], []
    graded = nbformat.read(submission_notebook(course, "autograded", row.student, row.lesson), as_version=4)
    for cell in exercises(graded)[answer.exercise]:
        for error in (output for output in cell.outputs if output.output_type == "error"):
            failed.append(grade_id(cell))
            feedback.append(for_student(error, regions(cell.source, HIDDEN_MARKS)[1]))
            explained += explanations(error.evalue) if error.ename == CheckFailed.__name__ else []
    verdict = _verdict(answer, points == of, feedback, explained)
    return Finding(row.lesson, answer, verdict, points, of, failed, feedback)


def _verdict(answer: Answer, full: bool, feedback: list[str], explained: list[str]) -> str:
    if answer.is_right:
        return ACCEPTED if full else REJECTED
    if full:
        return PASSED
    if not answer.feedback:
        return POINTS_ONLY
    true = (answer.feedback, *answer.also)
    if not all(any(words in text for words in true) for text in explained):
        return MISLED
    return NAMED if answer.feedback in "\n".join(feedback) else UNNAMED
