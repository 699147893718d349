"""What it costs to hand a notebook out and take it back: .venv/bin/python tools/bench_dispatch.py [SUBMISSIONS]

Ten thousand copies of a released lesson go to worker processes that do nothing with them: to the grader's own, and to
those of a Dask scheduler on this machine, by the code that grades a class. Writes its table in docs/scaling.md.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from traitlets.config import Config

from autograder.audit.report import with_section
from autograder.engine.cluster import Cluster, Order, environment
from autograder.engine.kernels import Result
from autograder.engine.workers import Job, Workers
from autograder.files import replace_file
from autograder.paths import LESSONS, REPOSITORY, notebook_in

LESSON = "01_shallow_vs_deep"
WORKERS = 2


class Nothing:
    """An engine that hands a notebook back as it came."""

    def run(self, notebook: NotebookNode, limits: Mapping[str, int], files: Iterable[Path] = ()) -> Result:
        """As `Engine.run`."""
        return Result(notebook)


def nothing(order: Order, notebook: str, limits: Mapping[str, int], files: Mapping[str, bytes]) -> tuple[str, str, str]:
    """In the place of `cluster.run_job`."""
    return notebook, "", ""


def seconds(runners: Workers | Cluster, count: int, notebook: NotebookNode) -> float:
    """Seconds a notebook."""
    jobs = (Job((str(number),), notebook, {}) for number in range(count))
    start = time.monotonic()
    done = sum(1 for _ in runners.run(jobs))
    assert done == count
    return (time.monotonic() - start) / count


def dask(place: Path, kind: str, *arguments: str) -> tuple[subprocess.Popen, str]:
    """A process of Dask's, and its address once it is there."""
    log = place / f"{kind}{len(list(place.iterdir()))}.log"
    with log.open("w") as file:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments, "--no-dashboard"]
        process = subprocess.Popen(command, stderr=file, cwd=place)
    while not (found := re.search(r"(?:Start worker|Scheduler) at: +(tcp://\S+)", log.read_text())):
        assert process.poll() is None, log.read_text()
        time.sleep(0.1)
    return process, found[1]


def scheduled(count: int, notebook: NotebookNode) -> float:
    """Seconds a notebook with Dask."""
    with tempfile.TemporaryDirectory() as place:
        scheduler, address = dask(Path(place), "scheduler", "--host", "127.0.0.1", "--port", "0")
        running = [dask(Path(place), "worker", address, "--nthreads", "1", "--no-nanny")[0] for _ in range(WORKERS)]
        try:
            order = Order(Config(), (), REPOSITORY, False, environment())
            with Cluster(address, order, nothing) as cluster:
                return seconds(cluster, count, notebook)
        finally:
            for process in (*running, scheduler):
                process.kill()
                process.wait()


def ways(count: int, notebook: NotebookNode) -> Iterator[tuple[str, float]]:
    """Each way with its seconds a notebook."""
    with Workers(WORKERS, Nothing) as workers:
        yield "worker processes of this machine", seconds(workers, count, notebook)
    yield "workers of a Dask scheduler on this machine", scheduled(count, notebook)


def main() -> None:
    """Measure, print, and write down."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    notebook = nbformat.read(notebook_in(LESSONS, LESSON), as_version=4)
    lines = ["| handed out to | ms a submission |", "| --- | --- |"]
    for name, took in ways(count, notebook):
        lines.append(f"| {name} | {1000 * took:.1f} |")
        print(lines[-1], flush=True)
    size = len(nbformat.writes(notebook)) // 1000
    lines.append(f"\n{count:,} copies of the released `{LESSON}` ({size} kB), {WORKERS} workers that do nothing.")
    page = REPOSITORY / "docs" / "scaling.md"
    by = "`tools/bench_dispatch.py`"
    replace_file(page, with_section(page.read_text(encoding="utf-8"), "dispatch", "\n".join(lines), by))


if __name__ == "__main__":
    main()
