"""What an instructor sees after grading: a table, grades.csv, and a page for a submission that has no grade."""

from __future__ import annotations

import csv
import html
import io
from dataclasses import dataclass, replace
from pathlib import Path

from nbgrader.api import Assignment, Gradebook, GradeCell, SubmittedAssignment, SubmittedNotebook, TaskCell
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import ExportPlugin
from sqlalchemy.orm import selectinload

from autograder.cells import exercise_of
from autograder.files import replace_file
from autograder.outcomes import Outcome, Outcomes

_COLUMNS = (
    "lesson",
    "student",
    "status",
    "points",
    "max_points",
    "seconds_late",
    "points_by_exercise",
    "isolated",
    "reason",
)


@dataclass(frozen=True)
class Row:
    """One student's result of one lesson.

    Attributes
    ----------
    lesson, student
        Whose result of what.
    outcome
        What became of the submission.
    points, max_points
        None where nothing could be graded: that is not a 0.
    by_exercise
        (points, of) by exercise.
    seconds_late
        How late it was handed in, 0 if in time.
    """

    lesson: str
    student: str
    outcome: Outcome
    points: float | None
    max_points: float
    by_exercise: dict[str, tuple[float, float]]
    seconds_late: float


def rows(gradebook: Gradebook, outcomes: Outcomes, lessons: list[str] | None = None) -> list[Row]:
    """One row for each lesson in the gradebook and each student known to it or to the outcomes."""
    result = []
    for assignment in sorted(gradebook.assignments, key=lambda a: a.name):
        if lessons and assignment.name not in lessons:
            continue
        cells = {c.id: c for notebook in assignment.notebooks for c in (*notebook.grade_cells, *notebook.task_cells)}
        submitted = _submissions(gradebook, assignment)
        for student in sorted({student.id for student in gradebook.students} | outcomes.students()):
            outcome = outcomes.get(assignment.name, student)
            result.append(_row(assignment, cells, student, submitted.get(student), outcome))
    return result


def _submissions(gradebook: Gradebook, assignment: Assignment) -> dict[str, SubmittedAssignment]:
    """Everything that was handed in for a lesson, by student, in a few queries: a large class has many."""
    whole = selectinload(SubmittedAssignment.notebooks).selectinload(SubmittedNotebook.grades)
    query = gradebook.db.query(SubmittedAssignment).options(whole)
    return {each.student_id: each for each in query.filter(SubmittedAssignment.assignment_id == assignment.id)}


def _row(
    assignment: Assignment,
    cells: dict[str, GradeCell | TaskCell],
    student: str,
    submission: SubmittedAssignment | None,
    outcome: Outcome | None,
) -> Row:
    if submission is None:
        found = outcome or Outcome("missing", "Nothing was handed in.")
        return Row(assignment.name, student, found, None, assignment.max_score, {}, 0.0)
    names = [cell.name for notebook in assignment.notebooks for cell in notebook.solution_cells]
    by_exercise = {name: (0.0, 0.0) for name in names}
    grades = [(cells[grade.cell_id], grade) for notebook in submission.notebooks for grade in notebook.grades]
    for cell, grade in grades:
        name = exercise_of(cell.name, names) or cell.name
        got, of = by_exercise.get(name, (0.0, 0.0))
        by_exercise[name] = (got + grade.score, of + cell.max_score)
    found = outcome or Outcome("graded", notes=["graded by nbgrader's own command"])
    if waiting := [cell.name for cell, grade in grades if grade.needs_manual_grade]:
        found = replace(found, notes=[*found.notes, f"Needs manual grading in Formgrader: {', '.join(waiting)}."])
    penalty = sum(notebook.late_submission_penalty or 0.0 for notebook in submission.notebooks)
    points = max(0.0, sum(grade.score for _, grade in grades) - penalty)
    most = sum(cell.max_score for cell, _ in grades)
    return Row(assignment.name, student, found, points, most, by_exercise, submission.total_seconds_late)


def table(found: list[Row]) -> str:
    """The rows as text, a block for each lesson, with what needs a person below."""
    blocks = []
    for lesson in dict.fromkeys(row.lesson for row in found):
        mine = [row for row in found if row.lesson == lesson]
        names = list(dict.fromkeys(name for row in mine for name in row.by_exercise))
        lines = [["student", "status", "points", *names]]
        for row in mine:
            late = " (late)" if row.seconds_late > 0 else ""
            points = "–" if row.points is None else f"{row.points:g}/{row.max_points:g}"
            parts = [f"{row.by_exercise[n][0]:g}/{row.by_exercise[n][1]:g}" if row.by_exercise else "–" for n in names]
            lines.append([row.student, row.outcome.status + late, points, *parts])
        widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
        text = [lesson] + [
            "  " + "  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() for line in lines
        ]
        text += [
            f"  {row.student}: {line}" for row in mine for line in (row.outcome.reason, *row.outcome.notes) if line
        ]
        if exposed := [row.student for row in mine if row.outcome.isolated is False]:
            text.append(f"  {len(exposed)} ran without isolation (--no-sandbox): this machine was open to their code.")
        blocks.append("\n".join(text))
    return "\n\n".join(blocks)


def as_dict(row: Row) -> dict[str, str]:
    """A row as the CSV file holds it: what is not known is empty, not 0."""
    parts = "; ".join(f"{name} {got:g}/{of:g}" for name, (got, of) in row.by_exercise.items())
    points = "" if row.points is None else f"{row.points:g}"
    isolated = {True: "yes", False: "no", None: ""}[row.outcome.isolated]
    late = f"{row.seconds_late:.0f}"
    values = (row.lesson, row.student, row.outcome.status, points, f"{row.max_points:g}", late, parts, isolated)
    return dict(zip(_COLUMNS, (*values, row.outcome.reason), strict=True))


def write_csv(found: list[Row], path: Path) -> None:
    """Write rows as CSV."""
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(as_dict(row) for row in found)
    replace_file(path, text.getvalue())


class GradesCSV(ExportPlugin):
    """nbgrader export plugin: one line a student and lesson, the status apart from the points.

    Use it as `nbgrader export --exporter=autograder.report.GradesCSV --to grades.csv`.
    """

    def export(self, gradebook: Gradebook) -> None:
        """Write the file; a submission without a grade has no points, not 0."""
        outcomes = Outcomes(Path(CourseDirectory(config=self.config).root))
        found = rows(gradebook, outcomes, self.assignment)
        chosen = [row for row in found if not self.student or row.student in self.student]
        write_csv(chosen, Path(self.to or "grades.csv"))


def feedback_without_grade(lesson: str, status: str, reason: str) -> str:
    """The page for a student whose submission could not be graded."""
    title = html.escape(f"{lesson}: {status}")
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><h1>{title}</h1>\n<p>This submission has no grade yet; that is not a grade of 0.</p>\n"
        f"<p>{html.escape(reason)}</p></body></html>\n"
    )
