"""Replacing files and folders so that whoever looks in between finds the old or the new one, whole."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


@contextlib.contextmanager
def new_folder(old: Path) -> Iterator[Path]:
    """An empty folder to fill, which then takes the place of the folder `old`; with an error, `old` stays."""
    old.parent.mkdir(parents=True, exist_ok=True)
    coming = old.with_name(f".{old.name}.new")
    shutil.rmtree(coming, ignore_errors=True)
    coming.mkdir()
    try:
        yield coming
        # else a machine that stops may keep the new name and lose the content
        for path in [*coming.rglob("*"), coming]:
            _to_disk(path)
        _take_place(coming, old)
    finally:
        shutil.rmtree(coming, ignore_errors=True)


def replace_folder(new: Path, old: Path) -> None:
    """Put a copy of the folder `new` in the place of the folder `old`."""
    with new_folder(old) as coming:
        for path in sorted(new.rglob("*")):  # shutil.copytree's error names neither file nor reason
            target = coming / path.relative_to(new)
            target.mkdir() if path.is_dir() else shutil.copy2(path, target)


def _to_disk(path: Path) -> None:
    """Wait until a file, or the list of a folder's files, is on the disk; Windows knows no such call for folders."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _take_place(new: Path, old: Path) -> None:
    """Rename `new` to `old`. Where the system cannot exchange two folders, `old` is away for a moment."""
    if not old.exists():
        new.rename(old)
    elif not _exchange(new, old):
        going = old.with_name(f".{old.name}.old")
        shutil.rmtree(going, ignore_errors=True)
        old.rename(going)
        new.rename(old)
        shutil.rmtree(going, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; returns whether the system can."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)  # Linux only
    arguments = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return rename is not None and rename(*arguments) == 0


def replace_file(path: Path, text: str) -> None:
    """Write a text file beside `path`, then move it into place; what a killed program left there is written over."""
    path.parent.mkdir(parents=True, exist_ok=True)
    coming = path.with_name(f".{path.name}.new")
    try:
        with open(coming, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        coming.chmod(0o644)
        os.replace(coming, path)
    except BaseException:
        coming.unlink(missing_ok=True)
        raise
