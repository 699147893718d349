"""Using nbgrader in this process: its gradebook, and its converters, with what went wrong as a sentence."""

from __future__ import annotations

import contextlib
import os
import sys
import warnings
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from traitlets.config import Config

from autograder.errors import CourseError


def _tools_on_path() -> None:
    """nbgrader starts `alembic` by name when it makes a gradebook; a virtual environment need not be activated."""
    here = str(Path(sys.executable).parent)
    if here not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([here, os.environ.get("PATH", "")])


def open_gradebook(config: Config) -> Gradebook:
    """The gradebook of a course's configuration; made if there is none. Use it in a `with` statement.

    Raises
    ------
    CourseError
        If it cannot be opened.
    """
    _tools_on_path()
    url = CourseDirectory(config=config).db_url
    try:
        return Gradebook(url)
    except (SQLAlchemyError, ImportError) as error:
        raise unusable(url, error) from error


def unusable(url: str, error: Exception) -> CourseError:
    """What is said of a gradebook that cannot be used; without the password that its address may hold."""
    with contextlib.suppress(ArgumentError):
        url = make_url(url)
        url = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    advice = (
        "Nothing in it was changed. If another program (Formgrader?) holds it, wait for it; else mend it, or put a "
    )
    advice += "copy of it back, and run again."
    if isinstance(error, ImportError):
        advice = "docs/scaling.md says what a database server needs."
    return CourseError(f"The gradebook {url} cannot be used ({str(getattr(error, 'orig', error)).strip()}). {advice}")


def run_converter(converter: BaseConverter) -> str:
    """Run a converter; returns '' if it succeeded, else what its log says went wrong (nbgrader's own words)."""
    _tools_on_path()
    with warnings.catch_warnings():
        # nbgrader 0.9.6 adds a submission to the session in an order that SQLAlchemy 2 remarks on; nothing is lost
        warnings.filterwarnings("ignore", message="Object of type <Submitted.*not in session")
        result = capture_log(converter)
    if result["success"]:
        return ""
    if "KeyboardInterrupt" in (result.get("error") or ""):
        raise KeyboardInterrupt  # capture_log catches everything, also the user's Ctrl-C
    lines = [line for line in f"{result.get('log') or ''}\n{result.get('error') or ''}".splitlines() if line.strip()]
    telling = [line for line in lines if "Error" in line or "error" in line] or lines
    raised = [line for line in telling if line.split(":")[0].endswith(("Error", "Exception"))]
    return (raised or telling or ["no reason given"])[0].strip()
