"""A course directory: where it is, its configuration, its lessons' sources, its gradebook."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from autograder.errors import CourseError
from autograder.nbgrader_calls import tools_on_path

CONFIG_FILE = "nbgrader_config.py"
_NEW_CONFIG = '''"""nbgrader's configuration of this course. What is added below is kept; nbgrader reads it too."""

from pathlib import Path

from autograder.config import configure

configure(get_config(), root=Path(__file__).parent)  # noqa: F821  (traitlets provides get_config)
'''


class Course:
    """A course directory, as it is when its parts are first asked for.

    Parameters
    ----------
    root
        The directory; it need not exist for :meth:`create`.
    """

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()  # nbgrader changes the working directory

    def create(self) -> None:
        """Make the directory, or leave an existing one as it is.

        Raises
        ------
        CourseError
            If it cannot be written.
        """
        with self._writing():
            self.root.mkdir(parents=True, exist_ok=True)
            if not (self.root / CONFIG_FILE).exists():
                (self.root / CONFIG_FILE).write_text(_NEW_CONFIG, encoding="utf-8")
        self._try_to_write()

    def check(self) -> None:
        """Refuse a directory that is no course directory yet, or cannot be used.

        Raises
        ------
        CourseError
            If it has no configuration that can be read, or cannot be written.
        """
        if self.config:
            self._try_to_write()

    def _try_to_write(self) -> None:
        with self._writing():
            probe = self.root / ".writable"
            probe.write_bytes(b"x" * 4096)
            probe.unlink()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise CourseError(
                f"The course directory {self.root} cannot be written ({error.strerror}). "
                "Free some space, change its permissions, or choose another with --course."
            ) from error

    @cached_property
    def config(self) -> Config:
        """Its configuration.

        Raises
        ------
        CourseError
            If there is none, or it cannot be read.
        """
        path = self.root / CONFIG_FILE
        if not path.is_file():
            raise CourseError(
                f"{self.root} is not a course directory yet: run `autograder build --course {self.root}` first."
            )
        try:
            config = PyFileConfigLoader(CONFIG_FILE, path=str(self.root)).load_config()
        except Exception as error:
            raise CourseError(
                f"{path} cannot be read ({type(error).__name__}: {error}). Mend it, or delete it and build."
            ) from error
        if "root" not in config.CourseDirectory:  # nbgrader would take the working directory
            config.CourseDirectory.root = str(self.root)
        url = config.CourseDirectory.get("db_url", "sqlite:")
        if not url.startswith("sqlite:") and not config.CourseDirectory.get("course_id"):
            raise CourseError(  # its assignments refer to a course, which SQLite does not check
                f"{path} keeps the gradebook on a database server, for which nbgrader wants a name of the course too: "
                'add c.CourseDirectory.course_id = "…" there.'
            )
        return config

    @property
    def directory(self) -> CourseDirectory:
        """What nbgrader's converters take as `coursedir`."""
        return CourseDirectory(config=self.config)

    @cached_property
    def sources(self) -> dict[str, dict[str, NotebookNode]]:
        """The source notebooks of every lesson that was built here: by lesson, then by name.

        Raises
        ------
        CourseError
            If there is none, or one cannot be read.
        """
        paths = sorted((self.root / "source").glob("*/*.ipynb"))
        found = [path for path in paths if not path.parent.name.startswith(".")]
        if not found:
            raise CourseError(f"{self.root} holds no lessons: run `autograder build --course {self.root}` first.")
        sources: dict[str, dict[str, NotebookNode]] = {}
        for path in found:
            try:
                sources.setdefault(path.parent.name, {})[path.stem] = _with_cell_ids(nbformat.read(path, as_version=4))
            except Exception as error:
                again = f"run `autograder build --course {self.root}`"
                raise CourseError(f"A source notebook in {self.root} is broken ({error}): {again}.") from error
        return sources

    def gradebook(self) -> Gradebook:
        """nbgrader's gradebook; made if there is none. Use it in a `with` statement.

        Raises
        ------
        CourseError
            If it cannot be opened.
        """
        tools_on_path()
        url = self.directory.db_url
        try:
            return Gradebook(url)
        except (SQLAlchemyError, ImportError) as error:
            raise unusable(url, error) from error


def unusable(url: str, error: Exception) -> CourseError:
    """What is said of a gradebook that cannot be used; without the password that its address may hold."""
    name = url
    with contextlib.suppress(ArgumentError):
        address = make_url(url)
        is_file = address.get_backend_name() == "sqlite"
        name = str(address.database) if is_file else address.render_as_string(hide_password=True)
    advice = "Nothing in it was changed. If another program (Formgrader?) holds it, wait for it; else mend it, or put "
    advice += "a copy of it back, and run again."
    if isinstance(error, ImportError):
        advice = "docs/scaling.md says what a database server needs."
    return CourseError(f"The gradebook {name} cannot be used ({str(getattr(error, 'orig', error)).strip()}). {advice}")


def _with_cell_ids(notebook: NotebookNode) -> NotebookNode:
    """Cells of notebooks of an older format get ids that depend on the notebook only."""
    if notebook.nbformat_minor < 5:
        notebook.nbformat_minor = 5
        for index, cell in enumerate(notebook.cells):
            cell.id = f"source-{index}"
    return notebook
