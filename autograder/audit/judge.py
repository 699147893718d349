"""Grading the answer bank as a class is graded: is every right answer accepted, every wrong one told what it is?"""

from __future__ import annotations

import shutil
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
    jobs: int | None = None,
    isolate: bool = True,
    **progress: Any,
) -> Audit:
    """Hand every answer of a bank in as a student's notebook, grade the class, and compare.

    Each answer is a submission of its own in which the other exercises are unsolved, so it is judged exactly as a
    student's: intake, restored cells, a fresh kernel, points, feedback. What was graded before is not run again.

    Parameters
    ----------
    course
        A course directory for the purpose, in which the lessons were built.
    lessons
        The lessons to audit.
    bank
        A folder laid out as `answers/`: `<lesson>/<exercise>/right_….py` and `wrong_….py`.
    jobs, isolate, **progress
        As :func:`autograder.grade.grade_course` takes them.

    Raises
    ------
    CourseError
        If the lessons were not built there, or grading cannot begin.
    """
    result = Audit()
    handed_in: dict[tuple[str, str], Answer] = {}
    shutil.rmtree(course / "submitted", ignore_errors=True)
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
        release = nbformat.read(notebook_in(course / "release", lesson), as_version=4)
        known = {grade_id(cell) for cell in release.cells if is_solution(cell)}
        for answer in answers:
            if problem := unusable(answer, known, bank / lesson):
                result.problems.append(problem)
                continue
            student = f"{answer.exercise}--{answer.name}"
            handed_in[lesson, student] = answer
            text = nbformat.writes(fill(release, {answer.exercise: answer.source}))
            replace_file(submission_notebook(course, "submitted", student, lesson), text)
    if handed_in:
        directory = Course(course)
        outcomes = grade_course(directory, lessons, jobs=jobs, isolate=isolate, **progress)
        with directory.gradebook() as gradebook:
            rows = {(row.lesson, row.student): row for row in report.rows(gradebook, outcomes, lessons)}
        for (lesson, student), answer in handed_in.items():
            _judge(course, rows[lesson, student], answer, result)
    return result


def _judge(course: Path, row: report.Row, answer: Answer, result: Audit) -> None:
    """Add what became of an answer to the result."""
    if row.outcome.status != "graded" or row.points is None:
        result.problems.append(
            f"{row.lesson}/{answer.exercise}/{answer.name}: {row.outcome.status}. {row.outcome.reason}"
        )
        return
    points, of = row.by_exercise[answer.exercise]
    failed, feedback, explained = [], [], []
    graded = nbformat.read(submission_notebook(course, "autograded", row.student, row.lesson), as_version=4)
    for cell in exercises(graded)[answer.exercise]:
        for error in (output for output in cell.outputs if output.output_type == "error"):
            failed.append(grade_id(cell))
            feedback.append(for_student(error, regions(cell.source, HIDDEN_MARKS)[1]))
            explained += explanations(error.evalue) if error.ename == CheckFailed.__name__ else []
    verdict = _verdict(answer, points == of, feedback, explained)
    result.findings.append(Finding(row.lesson, answer, verdict, points, of, failed, feedback))


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
