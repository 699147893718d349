"""What `autograder grade` shows while it runs: a bar in a terminal, lines elsewhere, JSON for programs."""

from __future__ import annotations

import dataclasses
import json
import sys
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from autograder.grade import Done


class Shown:
    """Shows a run; use it in a `with` statement.

    Parameters
    ----------
    as_json
        Whether each line of output is a JSON object.
    """

    def __init__(self, *, as_json: bool) -> None:
        self._json = as_json
        self._progress: Progress | None = None
        if not as_json and sys.stdout.isatty():
            columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
            # without a thread of its own, as the grader forks
            self._progress = Progress(*columns, console=Console(highlight=False), auto_refresh=False)
            self._task = self._progress.add_task("", total=None, rate="")

    def __enter__(self) -> Shown:
        if self._progress:
            self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._progress:
            self._progress.stop()

    def say(self, line: str) -> None:
        """Show a line."""
        if self._json:
            print(json.dumps({"event": "note", "text": line}), flush=True)
        elif self._progress:
            self._progress.console.print(line, markup=False)
        else:
            print(line, flush=True)

    def done(self, done: Done) -> None:
        """Show that a submission is done."""
        if self._json:
            print(json.dumps({"event": "done", **dataclasses.asdict(done)}), flush=True)
            return
        self.say(str(done))
        if self._progress:
            task = self._progress.tasks[0]
            rate = f"{60 * task.speed:.0f} a minute" if task.speed else ""
            self._progress.update(self._task, total=done.total, completed=done.number, rate=rate, refresh=True)
