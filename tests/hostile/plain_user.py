"""Run a command as somebody without any rights, even if Python or this repository is in a folder of root's alone.

    python tests/hostile/plain_user.py COMMAND …

As root, in a mount namespace of its own; what the machine's other processes see does not change. For anyone else it
just runs the command.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from autograder.engine import linux
from autograder.paths import REPOSITORY

#: Nobody that a system knows.
USER = 23456


def hand_over(place: Path) -> None:
    """Make a folder, and all that is in it, the plain user's; without root's rights it is that already."""
    if os.geteuid() == 0:
        for path in (place, *place.rglob("*")):
            os.chown(path, USER, USER, follow_symlinks=False)


def open_up(needed: list[Path]) -> None:
    """Put an open folder over each one that is closed to others, with the needed parts in it."""
    linux.unshare(linux.CLONE_NEWNS)
    linux.mount("", "/", None, linux.MS_REC | linux.MS_PRIVATE)
    handles = {path: os.open(path, os.O_PATH) for path in needed}
    for path, handle in sorted(handles.items()):  # a folder before what is inside it
        for folder in reversed(path.parents):
            if not folder.stat().st_mode & stat.S_IXOTH:
                linux.mount("tmpfs", str(folder), "tmpfs", 0, "mode=755")
                break
        if not path.exists():
            path.mkdir(parents=True)
        if not os.path.samestat(path.stat(), os.fstat(handle)):
            linux.mount(f"/proc/self/fd/{handle}", str(path), None, linux.MS_BIND)


def main() -> None:
    """Become a plain user and run the command."""
    if os.geteuid() == 0:
        open_up([Path(place).resolve() for place in (sys.base_prefix, sys.prefix, REPOSITORY)])
        os.setgroups([])
        os.setresgid(USER, USER, USER)
        os.setresuid(USER, USER, USER)
    os.execvp(sys.argv[1], sys.argv[1:])


if __name__ == "__main__":
    main()
