"""One grader at a time on a course directory."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from autograder.errors import CourseError

_FILE = ".grading"


@contextlib.contextmanager
def locked(course: Path) -> Iterator[None]:
    """Hold a course directory; the system lets it go when this process ends, however it ends.

    Raises
    ------
    CourseError
        If somebody else holds it, or its file system or the system knows no such locks.
    """
    try:
        import fcntl
    except ImportError as error:
        raise CourseError("Grading needs locks that Windows does not have: run it inside WSL.") from error
    with (course / _FILE).open("a+") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            holder = file.read().strip()
            if error.errno in (errno.EACCES, errno.EAGAIN):
                raise CourseError(f"{course} is being graded already ({holder}). Wait until that is done.") from error
            raise CourseError(
                f"The file system of {course} knows no locks ({error.strerror}), so two graders could disturb each "
                "other. Put the course directory on a local disk."
            ) from error
        file.truncate(0)
        file.write(f"process {os.getpid()} on {os.uname().nodename}")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)
