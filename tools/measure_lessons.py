"""Run lessons solved, from top to bottom, and print seconds and peak memory of each: make measure [ARGS=LESSON]."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from nbclient import NotebookClient
from traitlets.config import Config

from autograder.config import configure
from autograder.lesson import read_lesson
from autograder.paths import SOLUTIONS

LIMITS = "limits, on two idle cores: 120 s and 1500 MB a lesson, 600 s the whole course"


def measure(name: str) -> None:
    """Run one lesson in this process's only child, its kernel."""
    notebook = read_lesson(SOLUTIONS / f"{name}.py").notebook
    config = Config()
    with tempfile.TemporaryDirectory() as place:
        configure(config, Path(place))
        start = time.perf_counter()
        NotebookClient(notebook, timeout=600, config=config, resources={"metadata": {"path": place}}).execute()
        seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime
    print(f"{name:24} {seconds:6.0f} s {cpu:6.0f} CPU s {used.ru_maxrss / 1024:7.0f} MB", flush=True)


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
