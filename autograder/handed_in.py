"""The files of a submission, read without following anything: a link would have the grader read any file of its own.

A file counts if it is a regular file with one name, and every folder on the way to it, from the student's down, is a
folder itself. Nothing else is ever opened, so a pipe cannot make the grader wait, nor a device act.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbgrader.utils import parse_utc

from autograder.errors import CannotGrade

UNREADABLE = "could not be read"
TIMESTAMP = "timestamp.txt"
#: Far more than any honest notebook; a larger file would only fill the memory.
MAX_BYTES = 64 * 2**20
MAX_FILES = 2_000
MAX_DEPTH = 10
_KINDS = {
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder in too many folders",
}


@dataclass(frozen=True)
class HandedIn:
    """One entry of a submission's folder.

    Parameters
    ----------
    parts
        The names from the submission's folder to it.
    wrong
        What it is, if not a regular file with one name ("a symbolic link"); '' for a file that can be read.
    size
        Bytes.
    """

    parts: tuple[str, ...]
    wrong: str
    size: int

    @property
    def name(self) -> str:
        """The file's own name, as it can be printed."""
        return shown(self.parts[-1])


def list_files(folder: Path) -> list[HandedIn]:
    """What a submission's folder and the folders below hold, without what starts with a dot.

    Parameters
    ----------
    folder
        `submitted/<student>/<lesson>`.

    Raises
    ------
    CannotGrade
        If the folder or the student's is a link, one cannot be read, or there is too much in them.
    """
    found: list[HandedIn] = []
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        within = waiting.pop()
        for name, state in _entries(folder, within):
            parts = (*within, name)
            if stat.S_ISDIR(state.st_mode) and len(parts) < MAX_DEPTH:
                waiting.append(parts)
            else:
                found.append(HandedIn(parts, _what_is_wrong(state), state.st_size))
        if len(found) + len(waiting) > MAX_FILES:
            raise CannotGrade(UNREADABLE, f"The folder {folder} holds more than {MAX_FILES} files. Tidy it up.")
    return sorted(found, key=lambda file: file.parts)


def read_file(folder: Path, file: HandedIn, most: int) -> bytes:
    """The content of a file that :func:`list_files` found.

    Raises
    ------
    CannotGrade
        If it is no regular file with one name, has more than `most` bytes, or cannot be opened.
    """
    wrong = file.wrong
    if not wrong:  # and look again once it is open: it may have been replaced
        with _opened(folder, file.parts, os.O_RDONLY | os.O_NONBLOCK) as descriptor:
            state = os.fstat(descriptor)
            wrong = _what_is_wrong(state)
            if not wrong and state.st_size <= most:
                with open(descriptor, "rb", closefd=False) as stream:
                    return stream.read(most)
    if wrong:
        raise CannotGrade(UNREADABLE, f"{file.name} is {wrong}. Ask for the file itself.")
    raise CannotGrade(
        UNREADABLE, f"{file.name} has {file.size / 2**20:.0f} MB. Ask for the notebook with its outputs cleared."
    )


def read_timestamp(folder: Path) -> str:
    """When the submission was handed in, as nbgrader's `timestamp.txt` says it; '' if there is none.

    Raises
    ------
    CannotGrade
        If the file holds something else than a time, or is none.
    """
    for file in list_files(folder):
        if file.parts == (TIMESTAMP,):
            text = read_file(folder, file, 1000).decode("utf-8", "replace").strip()
            try:
                parse_utc(text)
            except (ValueError, OverflowError) as error:
                raise CannotGrade(
                    UNREADABLE, f"{TIMESTAMP} holds no time like 2026-03-02 12:00:00 UTC. Mend it, or delete it."
                ) from error
            return text
    return ""


def digest(folder: Path) -> str:
    """A digest of a submission's files that never reads what could not be handed in: links, pipes, huge files."""
    total = hashlib.sha256()
    try:
        for file in list_files(folder):
            total.update(repr(file).encode())
            if not file.wrong and file.size <= MAX_BYTES:
                total.update(read_file(folder, file, MAX_BYTES))
    except CannotGrade as failure:
        total.update(failure.reason.encode())
    return total.hexdigest()


def _entries(folder: Path, within: tuple[str, ...]) -> Iterator[tuple[str, os.stat_result]]:
    with _opened(folder, within, os.O_RDONLY | os.O_DIRECTORY) as descriptor, os.scandir(descriptor) as entries:
        for entry in entries:
            if not entry.name.startswith("."):
                yield entry.name, entry.stat(follow_symlinks=False)


@contextlib.contextmanager
def _opened(folder: Path, parts: tuple[str, ...], flags: int) -> Iterator[int]:
    """A descriptor of something below a submission's folder, reached from `submitted/` without following a link."""
    names = [folder.parent.name, folder.name, *parts]
    try:
        descriptor = os.open(folder.parent.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        for index, name in enumerate(names):
            kind = flags if index == len(names) - 1 else os.O_RDONLY | os.O_DIRECTORY
            above = descriptor
            try:
                descriptor = os.open(name, kind | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=above)
            finally:
                os.close(above)
    except OSError as error:
        why = "it is a link" if error.errno in (errno.ELOOP, errno.ENOTDIR) else error.strerror
        place = shown("/".join((folder.name, *parts)))
        raise CannotGrade(
            UNREADABLE, f"{place} of {folder.parent.name} cannot be opened ({why}). Put the files themselves there."
        ) from error
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _what_is_wrong(state: os.stat_result) -> str:
    kind = stat.S_IFMT(state.st_mode)
    if kind != stat.S_IFREG:
        return _KINDS.get(kind, "no regular file")
    return "" if state.st_nlink == 1 else "a hard link, so also a file elsewhere"


def shown(name: str) -> str:
    """A file's name as it can be printed: without control characters and broken encodings."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "?" for character in text)
