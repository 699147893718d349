"""The one process's writer of a course's gradebook, graded notebooks and feedback pages."""

from __future__ import annotations

import contextlib
import hashlib
import os
import warnings
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import nbformat
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import MissingEntry
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.preprocessors import Execute
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

from autograder.book import Entries, SourceCells, open_book, preprocessors
from autograder.course import Course
from autograder.errors import CannotGrade, CourseError
from autograder.feedback import FeedbackExporter
from autograder.files import new_folder
from autograder.handed_in import TIMESTAMP, read_timestamp
from autograder.preprocessors import RestoreCells


@dataclass
class Submission:
    """What one student handed in for one lesson.

    Attributes
    ----------
    lesson, student
        Whose work for what.
    notebooks
        By name: ready to be run, later with their outputs.
    timestamp
        When it was handed in, if known.
    """

    lesson: str
    student: str
    notebooks: dict[str, NotebookNode] = field(default_factory=dict)
    timestamp: datetime | None = None


class Recorder:
    """Keeps open what all submissions of a run need; use it in one process only.

    Parameters
    ----------
    course
        The course directory.

    Raises
    ------
    CourseError
        If the gradebook cannot be used.
    """

    def __init__(self, course: Course) -> None:
        self._course, self._sources, config, directory = course.root, course.sources, course.config, course.directory
        self._autograde = Autograde(coursedir=directory, config=config)
        self._directory = directory
        before, after = (self._list(kind) for kind in ("sanitize", "autograde"))
        at = next((i for i, kind in enumerate(after) if isinstance(kind, Execute)), None)
        if at is None:
            raise CourseError("Autograde.autograde_preprocessors of the course's configuration runs nothing (Execute).")
        if not any(isinstance(each, RestoreCells) for each in before):
            before.insert(0, RestoreCells(config=config))
        self._before, self._after = [*before, *after[:at]], after[at + 1 :]
        feedback = GenerateFeedback(coursedir=directory, config=config)
        self._page_steps = preprocessors(feedback.preprocessors, feedback.config)
        self._exporter = FeedbackExporter(config=feedback.config)
        self._book = open_book(course)
        self._cells: dict[tuple[str, str], SourceCells] = {}

    def _list(self, kind: str) -> list[Preprocessor]:
        return preprocessors(getattr(self._autograde, f"{kind}_preprocessors"), self._autograde.config)

    @property
    def gradebook_changed(self) -> bool:
        """Whether another program wrote to the gradebook in the meantime."""
        return self._book.changed_by_others

    def close(self) -> None:
        """Let go of the gradebook."""
        self._book.close()

    def prepare(self, submission: Submission) -> None:
        """Bring the notebooks of a submission into the shape in which they are run.

        Raises
        ------
        CannotGrade
            If one of them cannot be.
        """
        folder = self._course / "submitted" / submission.student / submission.lesson
        said = read_timestamp(folder)
        submission.timestamp = utils.parse_utc(said) if said else None
        for name, notebook in submission.notebooks.items():
            resources = self._resources(submission, name)
            resources["nbgrader"]["entries"] = self._source_cells(submission.lesson, name)
            submission.notebooks[name] = self._apply(self._before, notebook, resources)

    def record(self, submission: Submission) -> str:
        """Write a submission that was run: points, graded notebooks and feedback; returns what :meth:`shown` does.

        Raises
        ------
        CannotGrade
            If nbgrader's own steps refuse it.
        CourseError
            If the gradebook cannot be written.
        OSError
            If a file cannot be written.
        """
        lesson, student, book = submission.lesson, submission.student, self._book
        with book.transaction():
            self._register(submission)
            for name in self._sources[lesson]:
                if name in submission.notebooks:
                    resources = self._resources(submission, name)
                    resources["nbgrader"] |= {"entries": Entries(book, lesson, student, name), "book": book}
                    notebook = self._apply(self._after, submission.notebooks[name], resources)
                    submission.notebooks[name] = notebook
                else:
                    _nothing_handed_in(Entries(book, lesson, student, name))
            with new_folder(self._course / "autograded" / student / lesson) as place:
                self._fill(place, submission)
            book.db.flush()
            book.db.expire_all()  # sums are taken from the database
            return self._write_pages(lesson, student, submission.notebooks)

    def refresh(self, lesson: str, student: str) -> str:
        """Write the feedback of a graded submission anew; returns what :meth:`shown` does."""
        folder = self._course / "autograded" / student / lesson
        notebooks = {path.stem: nbformat.read(path, as_version=4) for path in sorted(folder.glob("*.ipynb"))}
        with self._book.transaction():
            return self._write_pages(lesson, student, notebooks)

    def shown(self, lesson: str, student: str) -> str:
        """A digest of all that a feedback page takes from the gradebook; '' if there is no such submission."""
        with self._book.transaction():
            try:
                return _digest([Entries(self._book, lesson, student, name) for name in self._sources[lesson]])
            except MissingEntry:
                return ""

    def due(self, lesson: str, student: str) -> str:
        """What the penalty for a late submission depends on, besides the configuration."""
        with self._book.transaction():
            assignment = self._book.find_assignment(lesson)
            try:
                extension = self._book.find_submission(lesson, student).extension
            except MissingEntry:
                extension = None
            return f"{assignment.duedate} {extension}"

    def forget(self, lesson: str, student: str) -> bool:
        """Remove a submission from the gradebook; returns whether it held it."""
        with self._book.transaction():
            try:
                self._book.remove_submission(lesson, student)
            except MissingEntry:
                return False
            return True

    def forget_student(self, student: str) -> None:
        """Remove a student without submissions; whom a person entered, with a name or an address, stays."""
        with self._book.transaction(), contextlib.suppress(MissingEntry):
            found = self._book.find_student(student)
            entered = (found.first_name, found.last_name, found.email, found.lms_user_id)
            if not found.submissions and not any(entered):
                self._book.remove_student(student)

    def _register(self, submission: Submission) -> None:
        self._book.update_or_create_student(submission.student)
        known = {"timestamp": submission.timestamp} if submission.timestamp else {}
        with warnings.catch_warnings():
            # nbgrader 0.9.6 adds a submission to the session in an order that SQLAlchemy 2 remarks on; nothing is lost
            warnings.filterwarnings("ignore", message="Object of type <Submitted.*not in session")
            self._book.update_or_create_submission(submission.lesson, submission.student, **known)

    def _write_pages(self, lesson: str, student: str, notebooks: dict[str, NotebookNode]) -> str:
        """Write the feedback of notebooks, which become their pages' on the way; returns what :meth:`shown` does."""
        entries = {name: Entries(self._book, lesson, student, name) for name in self._sources[lesson]}
        with new_folder(self._course / "feedback" / student / lesson) as place:
            for name, notebook in notebooks.items():
                resources = self._resources(Submission(lesson, student), name)
                resources["nbgrader"]["entries"] = entries[name]
                page = self._exporter.page(self._apply(self._page_steps, notebook, resources), resources)
                (place / f"{name}.html").write_text(page, encoding="utf-8")
        return _digest(list(entries.values()))

    def _fill(self, place: Path, submission: Submission) -> None:
        """What nbgrader leaves in `autograded/`: the notebooks, the lesson's other files, and the time."""
        for path in self.extra_files(submission.lesson):
            (place / path.name).write_bytes(path.read_bytes())
        if submission.timestamp:
            (place / TIMESTAMP).write_text(f"{submission.timestamp} UTC\n")
        for name, notebook in submission.notebooks.items():
            (place / f"{name}.ipynb").write_text(nbformat.v4.writes(notebook) + "\n", encoding="utf-8")
        for path in place.iterdir():
            path.chmod(int(str(self._autograde.permissions), 8))

    def extra_files(self, lesson: str) -> tuple[Path, ...]:
        """The files that the course gives to a lesson besides its notebooks."""
        folder = self._course / "source" / lesson
        found = utils.find_all_files(str(folder), [*self._directory.ignore, "*.ipynb"])
        return tuple(Path(path) for path in sorted(found) if os.path.dirname(path) == str(folder))

    def _source_cells(self, lesson: str, name: str) -> SourceCells:
        if (lesson, name) not in self._cells:
            with self._book.transaction():
                try:
                    self._cells[lesson, name] = SourceCells(self._book, lesson, name)
                except MissingEntry as error:
                    raise CourseError(
                        f"The gradebook does not know {lesson}/{name}: run `autograder build --course {self._course}`."
                    ) from error
        return self._cells[lesson, name]

    def _resources(self, submission: Submission, name: str) -> ResourcesDict:
        known = {
            "student": submission.student,
            "assignment": submission.lesson,
            "notebook": name,
            "db_url": self._directory.db_url,
            "source": self._sources[submission.lesson][name],
        }
        return ResourcesDict(unique_key=name, output_files_dir=f"{name}_files", nbgrader=known)

    def _apply(self, steps: list[Preprocessor], notebook: NotebookNode, resources: ResourcesDict) -> NotebookNode:
        for step in steps:
            try:
                notebook, resources = step(notebook, resources)
            except (OSError, CourseError):
                raise
            except Exception as error:
                if isinstance(error, SQLAlchemyError) and not isinstance(error, DataError | IntegrityError):
                    raise  # the gradebook's fault: read-only, full, broken
                raise CannotGrade("crashed", f"{type(step).__name__} refuses it: {error}") from error
        return notebook


def _nothing_handed_in(entries: Entries) -> None:
    """One of several notebooks is missing: nbgrader gives its cells 0."""
    for grade in entries.submitted.grades:
        grade.auto_score, grade.needs_manual_grade = 0, False


def _digest(found: list[Entries]) -> str:
    rows = [row for entries in found for row in entries.rows()]
    return hashlib.sha256(repr(rows).encode()).hexdigest()
