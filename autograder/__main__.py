"""The `autograder` command: what comes before its other modules are imported, which takes seconds."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType


def main() -> int:
    """Run the command; returns its exit code."""
    # Not by an exception: an import that is interrupted may swallow it, or make another one of it.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else somebody has Ctrl-C ignored
        signal.signal(signal.SIGINT, _stop)
    from autograder import cli

    if signal.getsignal(signal.SIGINT) is _stop:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return cli.main()
    except KeyboardInterrupt:
        return _say_stopped()


def _stop(number: int, frame: FrameType | None) -> None:
    _say_stopped()
    os._exit(1)


def _say_stopped() -> int:
    print("autograder: stopped before anything was done.", file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
