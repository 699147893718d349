"""A course directory with one small lesson, and ways to hand in work for it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder import cli, course, report
from autograder.cells import grade_id
from autograder.grade import grade_course
from autograder.paths import notebook_in, submission_notebook

MINI = "90_mini"
MINI_SOURCE = Path(__file__).parents[1] / "mini" / f"{MINI}.py"
RIGHT = {
    "double": "def double(x):\n    return 2 * np.asarray(x)",
    "triple": "def triple(x):\n    return 3 * np.asarray(x)",
}
WRONG = {
    "double": "def double(x):\n    return np.abs(2 * np.asarray(x))",
    "triple": "def triple(x):\n    return np.asarray(x)",
}


class Course(course.Course):
    """A course directory in which the small lesson was built."""

    @property
    def release(self) -> NotebookNode:
        return nbformat.read(notebook_in(self.root / "release", MINI), as_version=4)

    def solved(self, **answers: str) -> NotebookNode:
        """The released notebook with the right answers, or others."""
        notebook = self.release
        for cell in notebook.cells:
            if grade_id(cell) in RIGHT:
                cell.source = {**RIGHT, **answers}[grade_id(cell)]
        return notebook

    def hand_in(self, student: str, notebook: NotebookNode | str | bytes, name: str = f"{MINI}.ipynb") -> Path:
        path = submission_notebook(self.root, "submitted", student, MINI).with_name(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(notebook) if isinstance(notebook, NotebookNode) else notebook
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def grade(self, student: str | None = None, **options) -> dict[str, report.Row]:
        afresh = Course(self.root)  # a test may have changed its configuration
        outcomes = grade_course(afresh, student=student, say=lambda line: None, **options)
        with afresh.gradebook() as gradebook:
            return {row.student: row for row in report.rows(gradebook, outcomes)}

    def feedback(self, student: str) -> str:
        return submission_notebook(self.root, "feedback", student, MINI, ".html").read_text()

    def autograded(self, student: str) -> NotebookNode:
        return nbformat.read(submission_notebook(self.root, "autograded", student, MINI), as_version=4)


def command(course: Course, *arguments: str) -> list[str]:
    """The command that grades a course, for a process of its own."""
    return [sys.executable, "-m", "autograder", "grade", "--course", str(course.root), *arguments]


def run(course: Course, *arguments: str) -> int:
    """Grade by the command, in this process; its exit code."""
    return cli.main(command(course, *arguments)[3:])


def cell(notebook: NotebookNode, name: str) -> NotebookNode:
    """The cell with this grade id."""
    return next(cell for cell in notebook.cells if grade_id(cell) == name)
