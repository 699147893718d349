"""nbgrader's gradebook, opened once for many submissions, and its preprocessors that use it."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader import preprocessors as nbgrader
from nbgrader.api import Comment, Grade, Gradebook, InvalidEntry, MissingEntry
from sqlalchemy import Connection, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import joinedload, scoped_session, sessionmaker, undefer
from sqlalchemy.pool import NullPool
from traitlets.config import Config
from traitlets.utils.importstring import import_item

from autograder.course import Course, unusable
from autograder.errors import CourseError

_LOCK_SECONDS = 30
#: What graders lock in a PostgreSQL database: any number that others do not use there.
_LOCK_NUMBER = 0x6E62677261646572


class Book(Gradebook):
    """A gradebook whose changes become visible together, a whole submission at a time.

    Parameters
    ----------
    url
        nbgrader's `CourseDirectory.db_url`, SQLite or PostgreSQL. Its tables must be there.

    Raises
    ------
    CourseError
        If the gradebook cannot be opened; by :meth:`transaction`, if it cannot be read or written.
    """

    def __init__(self, url: str) -> None:
        # not super().__init__: it looks for missing tables each time
        self._url = url
        with self._refusing():
            self.engine = create_engine(url, poolclass=NullPool)
        self.db: Any = None
        self.course_id, self.authenticator = "default_course", None
        #: Whether another program wrote to it since this object was made; known for SQLite only.
        self.changed_by_others = False
        self._watch: Any = None
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _connected)
            event.listen(self.engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
            with self._refusing():
                self._watch = self.engine.raw_connection()
                _write_ahead(self._watch)
        elif self.engine.dialect.name == "postgresql":
            event.listen(self.engine, "begin", _one_grader_at_a_time)
        self._seen = self._version()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """What is done inside happens as a whole, or, with an error, not at all, whatever nbgrader commits."""
        with self._refusing():
            with self.engine.begin() as connection:
                self.changed_by_others |= self._version() != self._seen
                self.db = _session(connection)
                try:
                    yield
                    self.db.flush()
                finally:
                    self.db.remove()
            self._seen = self._version()

    def close(self) -> None:
        """Let go of the file; SQLite then merges into it what stands beside it."""
        if self._watch:
            self._watch.close()

    @contextlib.contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error, ModuleNotFoundError, InvalidEntry) as error:  # nbgrader's, of the first
            raise unusable(self._url, error) from error

    def _version(self) -> int:
        """A number that changes when another connection has written: those of :meth:`transaction`, or a program's."""
        with self._refusing():
            return self._watch.execute("PRAGMA data_version").fetchone()[0] if self._watch else 0


def open_book(course: Course) -> Book:
    """A course's gradebook, with the tables that an nbgrader of this version needs.

    Raises
    ------
    CourseError
        If there is none, or it cannot be used.
    """
    url = course.directory.db_url
    if url.startswith("sqlite:") and not _holds_something(path := make_url(url).database):
        raise CourseError(
            f"There is no gradebook {path}. Put a copy of it back; or build the course again, "
            "and everything is graded afresh, without the grades and comments given by hand."
        )
    book = Book(url)
    with book.transaction():
        book.check_course(course.directory.course_id)
    return book


def _holds_something(path: str | None) -> bool:
    with contextlib.suppress(OSError), open(path or "", "rb") as file:
        return bool(file.read(1))
    return False


def _connected(connection: Any, record: object) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy says, and not at the first change
    connection.execute(f"PRAGMA busy_timeout = {_LOCK_SECONDS * 1000}")


def _write_ahead(connection: Any) -> None:
    """Let Formgrader read while a submission is being written; the file keeps this setting.

    Source: SQLite's documentation, "Write-Ahead Logging". It is refused where another program holds the file just now,
    and on network drives; the gradebook then works as before.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA busy_timeout = {_LOCK_SECONDS * 1000}")


def _one_grader_at_a_time(connection: Connection) -> None:
    """As SQLite's immediate transactions: a grader waits until another one's submission is written."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK_NUMBER})")


def _session(connection: Connection) -> scoped_session:
    return scoped_session(
        sessionmaker(bind=connection, join_transaction_mode="rollback_only", expire_on_commit=False, future=True)
    )


class Entries:
    """What the gradebook holds of one submitted notebook, read once; preprocessors ask for it cell by cell."""

    db = SimpleNamespace(commit=lambda: None)

    def __init__(self, book: Book, assignment: str, student: str, notebook: str) -> None:
        self.submitted = book.find_submission_notebook(notebook, assignment, student)
        self._grades = self._all(book, Grade, undefer(Grade.max_score))
        self._comments = self._all(book, Comment)

    def _all(self, book: Book, kind: Any, *options: Any) -> dict[str, Any]:
        """In one query, where going through them would make one for each."""
        query = book.db.query(kind).options(joinedload(kind.cell), *options)
        return {entry.name: entry for entry in query.filter(kind.notebook_id == self.submitted.id)}

    def find_grade(self, name: str, *of: str) -> Any:
        """As nbgrader's."""
        return _found(self._grades, name)

    def find_comment(self, name: str, *of: str) -> Any:
        """As nbgrader's."""
        return _found(self._comments, name)

    def rows(self) -> list[tuple[Any, ...]]:
        """All that a feedback page takes from here."""
        grades = sorted((grade.name, grade.score, grade.max_score) for grade in self._grades.values())
        comments = sorted((comment.name, comment.comment or "") for comment in self._comments.values())
        return [*grades, *comments, (self.submitted.late_submission_penalty or 0,)]


class SourceCells:
    """What the gradebook holds of the course's own cells of a notebook, read once for all submissions."""

    def __init__(self, book: Book, assignment: str, notebook: str) -> None:
        found = book.find_notebook(notebook, assignment)
        kept = ("name", "cell_type", "locked", "source", "checksum")
        self._cells = {
            cell.name: SimpleNamespace(**{name: getattr(cell, name) for name in kept}) for cell in found.source_cells
        }
        self._graded = {
            cell.name: SimpleNamespace(max_score=cell.max_score) for cell in [*found.grade_cells, *found.task_cells]
        }

    def find_source_cell(self, name: str, *of: str) -> Any:
        """As nbgrader's."""
        return _found(self._cells, name)

    def find_graded_cell(self, name: str, *of: str) -> Any:
        """As nbgrader's."""
        return _found(self._graded, name)


def _found(entries: dict[str, Any], name: str) -> Any:
    if name not in entries:
        raise MissingEntry(f"The gradebook has no cell {name!r} of this notebook.")
    return entries[name]


class _WithEntries(Preprocessor):
    """A preprocessor of nbgrader's with `entries` to use, which would otherwise open the gradebook once more."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Go through the cells as nbgrader does."""
        self.notebook_id = resources["nbgrader"]["notebook"]
        self.assignment_id = resources["nbgrader"]["assignment"]
        self.student_id = resources["nbgrader"]["student"]
        self.gradebook = resources["nbgrader"]["entries"]
        return Preprocessor.preprocess(self, nb, resources)


class OverwriteCells(_WithEntries, nbgrader.OverwriteCells):
    """nbgrader's, with the course's cells read once; cells that are missing were put back before."""


class SaveAutoGrades(_WithEntries, nbgrader.SaveAutoGrades):
    """nbgrader's, in the transaction of the whole submission."""


class AssignLatePenalties(_WithEntries, nbgrader.AssignLatePenalties):
    """nbgrader's, in the transaction of the whole submission."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Set the penalty as nbgrader does, with the course's own policy."""
        self.init_plugin()
        book: Book = resources["nbgrader"]["book"]
        book.db.flush()
        book.db.expire_all()  # so that the score is summed up anew
        notebook = resources["nbgrader"]["entries"].submitted
        late, penalty = notebook.assignment.total_seconds_late, None
        if late > 0:
            penalty = self.plugin_inst.late_submission_penalty(notebook.student.id, notebook.score, late)
        notebook.late_submission_penalty = None if penalty is None else self._check_late_penalty(notebook, penalty)
        book.db.flush()
        return nb, resources


class GetGrades(_WithEntries, nbgrader.GetGrades):
    """nbgrader's, in the transaction in which the page is written."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Put scores and comments into the cells, and the sums into the resources."""
        nb, resources = super().preprocess(nb, resources)
        notebook = resources["nbgrader"]["entries"].submitted
        penalty = notebook.late_submission_penalty or 0
        resources["nbgrader"].update(score=notebook.score - penalty, max_score=notebook.max_score, late_penalty=penalty)
        return nb, resources


class CheckCellMetadata(nbgrader.CheckCellMetadata):
    """nbgrader's, which looks only once at what all submissions have in common."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._valid: set[str] = set()

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Check the cells that nbgrader knows, unless these very ones were right before."""
        checked = json.dumps([[c.cell_type, c.metadata.nbgrader] for c in nb.cells if "nbgrader" in c.metadata])
        if checked not in self._valid:
            super().preprocess(nb, resources)
            self._valid.add(checked)
        return nb, resources


_OWN = {
    nbgrader.CheckCellMetadata: CheckCellMetadata,
    nbgrader.OverwriteCells: OverwriteCells,
    nbgrader.SaveAutoGrades: SaveAutoGrades,
    nbgrader.AssignLatePenalties: AssignLatePenalties,
    nbgrader.GetGrades: GetGrades,
}


def preprocessors(named: list[str | type], config: Config) -> list[Preprocessor]:
    """The preprocessors of one of nbgrader's lists, made as nbgrader makes them; those above replace its own."""
    kinds = [import_item(kind) if isinstance(kind, str) else kind for kind in named]
    return [_OWN.get(kind, kind)(config=config) for kind in kinds]
