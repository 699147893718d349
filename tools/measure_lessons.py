"""Run lessons solved, from top to bottom; print seconds, memory and a student's minutes: make measure [ARGS=LESSON]."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from minutes import APART, MOST_WORDS, WORDS_A_MINUTE, minutes
from nbclient import NotebookClient
from traitlets.config import Config

from autograder.cells import is_demo
from autograder.config import configure
from autograder.lesson import read_lesson
from autograder.paths import SOLUTIONS

LIMITS = f"""limits, on two idle cores: 120 s and 1500 MB a lesson, 600 s the whole course; {MOST_WORDS} words
minutes: reading at {WORDS_A_MINUTE} words a minute (folds, tables and formulas too), what the cards say, a minute for
each prediction, the demos' running time; their sum and what the lesson says may be {APART:.0%} apart"""


def measure(name: str) -> None:
    """Run one lesson in this process's only child, its kernel."""
    lesson = read_lesson(SOLUTIONS / f"{name}.py")
    config, demos, since = Config(), 0.0, 0.0

    def begin(cell: dict, cell_index: int) -> None:
        nonlocal since
        since = time.perf_counter()

    def end(cell: dict, cell_index: int, execute_reply: dict) -> None:
        nonlocal demos
        demos += (time.perf_counter() - since) * is_demo(cell)

    with tempfile.TemporaryDirectory() as place:
        configure(config, Path(place))
        start = time.perf_counter()
        client = NotebookClient(lesson.notebook, timeout=600, config=config, resources={"metadata": {"path": place}})
        client.on_cell_execute, client.on_cell_executed = begin, end
        client.execute()
        seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime
    print(f"{name:24} {seconds:6.0f} s {cpu:6.0f} CPU s {used.ru_maxrss / 1024:7.0f} MB", flush=True)
    parts = minutes(lesson, demos)
    print("".join(f"{'':24} {line}\n" for line in (parts, *parts.problems())), end="", flush=True)


if __name__ == "__main__":
    names = sys.argv[1:]
    if len(names) == 1:
        measure(names[0])
    else:
        print(LIMITS)
        start = time.perf_counter()
        for each in names or sorted(path.stem for path in SOLUTIONS.glob("*.py")):
            subprocess.run([sys.executable, __file__, each], check=True)
        print(f"{'in all, start-up included':24} {time.perf_counter() - start:6.0f} s")
