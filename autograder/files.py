"""Replacing files and folders so that whoever looks in between finds the old or the new one, whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def replace_folder(new: Path, old: Path) -> None:
    """Put a copy of the folder `new` in the place of the folder `old`."""
    old.parent.mkdir(parents=True, exist_ok=True)
    coming, going = (old.with_name(f".{old.name}.{word}") for word in ("new", "old"))
    for path in (coming, going):
        shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(new, coming)
    if old.exists():
        old.rename(going)
    coming.rename(old)
    shutil.rmtree(going, ignore_errors=True)


def replace_file(path: Path, text: str) -> None:
    """Write a text file beside `path`, then move it into place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
