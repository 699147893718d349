"""The `autograder` command: what comes before its other modules are imported, which takes seconds."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command; returns its exit code."""
    try:
        from autograder import cli

        return cli.main()
    except KeyboardInterrupt:
        print("autograder: stopped before anything was done.", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
