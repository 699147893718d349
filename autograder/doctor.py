"""The `autograder doctor` command: whether this machine can isolate students' code."""

from __future__ import annotations

import os
import textwrap

from autograder.engine import sandbox


def examine() -> int:
    """Print which parts of the isolation hold on this machine, and what to do about the others.

    Returns
    -------
    int
        The exit code: 0 if all hold, else 1.
    """
    parts = sandbox.check()
    print(f"Isolation of students' code, for {'root' if os.geteuid() == 0 else 'a plain user'} on this machine:")
    for part in parts:
        print(f"  {'missing' if part.missing else 'ok':9}{part.name}{f': {part.missing}' if part.missing else ''}")
        if part.missing:
            print(textwrap.fill(part.advice, 100, initial_indent=" " * 11, subsequent_indent=" " * 11))
    if any(part.missing for part in parts):
        print("\nUntil all of it holds, `autograder grade` stops. With --no-sandbox it grades without isolation:")
        print("only where every submission is trusted, or the machine holds nothing of value.")
        return 1
    print("\nAll of it holds: docs/isolation.md says what that promises.")
    return 0
