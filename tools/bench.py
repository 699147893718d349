"""Measure the grader against plain nbgrader and against the physical limit: make bench [ARGS="--rounds 1 …"].

Writes build/bench.json, docs/performance.md and its plot. docs/performance.md says what is measured and how.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import nbformat
import psutil
from bench_report import ratios, write

from autograder import build, grade, sample_class
from autograder.cells import grade_id, is_demo
from autograder.config import tool_versions
from autograder.course import Course
from autograder.engine import contain, parent
from autograder.engine.kernels import Kernels
from autograder.paths import REPOSITORY, notebook_in
from autograder.recorder import Recorder, Submission

PLACE = REPOSITORY / "build" / "bench"
LESSONS = ("01_shallow_vs_deep", "05_variational_autoencoders")
_AS_IT_COMES = "c = get_config()\nc.CourseDirectory.root = {root!r}\n"


def main() -> None:
    """Measure, and write down."""
    options = _options()
    if options.limit:
        limit(Path(options.limit), options.lessons[0], options.jobs)
        return
    PLACE.mkdir(parents=True, exist_ok=True)
    master = PLACE / "master"
    build.build(master, list(options.lessons), lessons=PLACE / "lessons")
    found = {lesson: measure(master, lesson, options) for lesson in options.lessons}
    result = {"machine": machine(), "options": vars(options), "lessons": found, "sizes": sizes(master, options)}
    (REPOSITORY / "build" / "bench.json").write_text(json.dumps(result, indent=1) + "\n")
    for lesson, ways in found.items():
        times = ratios(ways)
        print(f"{lesson}: {times['plain']:.1f} times plain nbgrader, {times['limit']:.0%} of the limit")
    if options.write:
        write(result)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each way is measured")
    parser.add_argument("--submissions", type=int, default=12, help="submissions for each worker")
    parser.add_argument("--as-it-comes", type=int, default=1, help="submissions for nbgrader without configuration")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10, 100, 1000], help="class sizes, lesson 01")
    parser.add_argument("--jobs", type=int, default=grade.worker_count(None), help="all workers")
    parser.add_argument("--lessons", nargs="*", default=LESSONS)
    parser.add_argument("--no-write", dest="write", action="store_false", help="only build/bench.json")
    parser.add_argument("--limit", metavar="COURSE", help=argparse.SUPPRESS)
    return parser.parse_args()


def hand_in(master: Path, lesson: str, count: int, name: str) -> Path:
    """A fresh course directory with so many submissions: the sample class's, but the broken one, over and over."""
    course = PLACE / name
    shutil.rmtree(course, ignore_errors=True)
    shutil.copytree(master, course)
    release, source = (
        nbformat.read(notebook_in(course / step, lesson), as_version=4) for step in ("release", "source")
    )
    texts = [t for s, t in sample_class.submissions(lesson, release, source).items() if s != "sample_broken_file"]
    for number in range(count):
        path = course / "submitted" / f"student{number:04}" / lesson / f"{lesson}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(texts[number % len(texts)], encoding="utf-8")
    return course


def measure(master: Path, lesson: str, options: argparse.Namespace) -> dict:
    """All ways of grading one lesson, in turn, some rounds."""
    many = options.submissions * options.jobs  # what was read ahead while kernels started must not count for much
    ways: dict[str, tuple[int, Callable[[Path], dict]]] = {
        "plain": (options.submissions, lambda course: plain(course, lesson)),
        "as it comes": (options.as_it_comes, lambda course: as_it_comes(course, lesson)),
        "one worker": (options.submissions, lambda course: ours(course, lesson, 1)),
        "all workers": (many, lambda course: ours(course, lesson, options.jobs)),
        "limit": (many, lambda course: _limit(course, lesson, options.jobs)),
    }
    rounds: dict[str, list[dict]] = {name: [] for name in ways}
    for number in range(options.rounds):
        for name, (count, way) in ways.items():
            if count:
                took = way(hand_in(master, lesson, count, "course"))
                rounds[name].append(took)
                seconds = f"{took['further']:.2f} s for each further submission, {took['whole']:.0f} s in all"
                print(f"{lesson}, round {number + 1} of {options.rounds}, {name}: {seconds}", flush=True)
    found = {name: summary(each) for name, each in rounds.items() if each}
    found["limit"]["cells"] = rounds["limit"][-1]["cells"]
    alone = statistics.mean(each["all"] for each in rounds["limit"][-1]["each"])
    found["stages"] = stages(hand_in(master, lesson, options.submissions, "course"), lesson, alone)
    return found


def summary(rounds: list[dict]) -> dict:
    """Medians, and the spread of what is compared."""
    further = [each["further"] for each in rounds]
    return {
        "whole": statistics.median(each["whole"] for each in rounds),
        "further": statistics.median(further),
        "spread": [min(further), max(further)],
        "all": [{key: each[key] for key in ("whole", "further")} for each in rounds],
    }


def _run(command: list[str], course: Path) -> float:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"PATH": path}
    start = time.monotonic()
    done = subprocess.run([sys.executable, "-m", *command], cwd=course, env=environment, capture_output=True, text=True)
    seconds = time.monotonic() - start
    if done.returncode not in (0, 3):
        sys.exit(f"{command} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return seconds


def _further(times: list[float], jobs: int = 1) -> float:
    """Seconds for each further result, from when so many have come as are made at a time: these come together."""
    times, jobs = sorted(times), min(jobs, len(times) // 2)  # more workers than half of them: as good as it gets
    return (times[-1] - times[jobs - 1]) / (len(times) - jobs)


def _written(paths: Iterable[Path]) -> list[float]:
    return [path.stat().st_mtime for path in paths]


def plain(course: Path, lesson: str) -> dict:
    """nbgrader's own two commands with the course's configuration."""
    whole = _run(["nbgrader", "autograde", lesson], course) + _run(["nbgrader", "generate_feedback", lesson], course)
    further = sum(_further(_written((course / step).glob("*/*/*.*"))) for step in ("autograded", "feedback"))
    return {"whole": whole, "further": further}


def as_it_comes(course: Path, lesson: str) -> dict:
    """nbgrader's own two commands without any configuration: demo cells run, kernels shut down gracefully."""
    (course / "nbgrader_config.py").write_text(_AS_IT_COMES.format(root=str(course)))
    count = len(list((course / "submitted").iterdir()))
    whole = _run(["nbgrader", "autograde", lesson], course) + _run(["nbgrader", "generate_feedback", lesson], course)
    return {"whole": whole, "further": whole / count}


def ours(course: Path, lesson: str, jobs: int) -> dict:
    """The grader."""
    command = ["autograder.cli", "grade", lesson, "--course", str(course), "--jobs", str(jobs)]
    whole = _run(command, course)
    return {"whole": whole, "further": _further(_written((course / "feedback").glob("*/*/*.html")), jobs)}


def _limit(course: Path, lesson: str, jobs: int) -> dict:
    command = [sys.executable, __file__, "--limit", str(course), "--lessons", lesson, "--jobs", str(jobs)]
    environment = {**os.environ, **contain.ENVIRONMENT}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return json.loads(done.stdout.splitlines()[-1])


def limit(course: Path, lesson: str, jobs: int) -> None:
    """The graded cells alone, by `exec` in forks of a warm interpreter: no kernel, no database, no feedback."""
    start = time.monotonic()
    notebooks = []
    directory = Course(course)
    recorder = Recorder(directory)
    for submission in _submissions(course, lesson):
        recorder.prepare(submission)
        notebooks.append(submission.notebooks[lesson])
    parent.prepare(grade.imports(directory.sources))
    running, ends = set(), []
    for notebook in notebooks:
        while len(running) >= jobs:
            running.discard(os.wait()[0])
            ends.append(time.monotonic())
        running.add(_execute(notebook))
    while running:
        running.discard(os.wait()[0])
        ends.append(time.monotonic())
    cells = [_cells(notebook) for notebook in notebooks]  # each alone, after what is timed
    print(json.dumps({"whole": ends[-1] - start, "further": _further(ends, jobs), "cells": cells[0], "each": cells}))


def _submissions(course: Path, lesson: str) -> Iterator[Submission]:
    for folder in sorted((course / "submitted").iterdir()):
        path = folder / lesson / f"{lesson}.ipynb"
        yield Submission(lesson, folder.name, {lesson: nbformat.read(path, as_version=4)})


def stages(course: Path, lesson: str, alone: float) -> dict[str, float]:
    """Where the seconds of a submission go, one after the other; means. `alone` are those of its cells by `exec`."""
    directory = Course(course)
    recorder, took = Recorder(directory), defaultdict(list)

    @contextlib.contextmanager
    def timed(stage: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        took[stage].append(time.perf_counter() - start)

    with Kernels(grade.imports(directory.sources), isolated=True) as kernels:
        engine = kernels.engine(directory.config)
        for submission in _submissions(course, lesson):
            with timed("prepare"):
                recorder.prepare(submission)
            notebook = submission.notebooks[lesson]
            nothing = nbformat.from_dict({**notebook, "cells": []})
            with timed("kernel"):
                engine.run(nothing, {})
            with timed("run"):
                engine.run(notebook, {})
            with timed("record"):
                recorder.record(submission)
    recorder.close()
    mean = {stage: statistics.mean(seconds[1:]) for stage, seconds in took.items()}  # the first loads what all need
    return {
        "sanitised, cells restored": mean["prepare"],
        "kernel forked, isolated, started, ended": mean["kernel"],
        "cells, as by exec": alone,
        "cells, what the kernel and its messages add": mean["run"] - mean["kernel"] - alone,
        "points, graded notebook, feedback page": mean["record"],
    }


def _execute(notebook: nbformat.NotebookNode, pipe: int = -1) -> int:
    """Run a notebook's graded cells in a fork; returns its process id."""
    pid = os.fork()
    if pid:
        return pid
    names: dict = {"__name__": "__main__"}
    took = {}
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    for cell in notebook.cells:
        if cell.cell_type == "code" and not is_demo(cell):
            start = time.perf_counter()
            try:
                exec(compile(cell.source, "cell", "exec"), names)
            except BaseException:
                pass
            took[grade_id(cell) or "a cell of the student"] = round(time.perf_counter() - start, 3)
    if pipe >= 0:
        os.write(pipe, json.dumps(took).encode())
    os._exit(0)


def _cells(notebook: nbformat.NotebookNode) -> dict[str, float]:
    """Seconds of the cells that take longest, and of all together."""
    ours_, theirs = os.pipe()
    pid = _execute(notebook, theirs)
    os.close(theirs)
    with open(ours_) as pipe:
        took = json.loads(pipe.read())
    os.waitpid(pid, 0)
    longest = sorted(took, key=took.get, reverse=True)[:8]
    return {"all": round(sum(took.values()), 2)} | {name: took[name] for name in longest}


def sizes(master: Path, options: argparse.Namespace) -> list[dict]:
    """Seconds a submission, and memory, for small and large classes."""
    found = []
    for count in options.sizes:
        course = hand_in(master, options.lessons[0], count, "course")
        command = ["autograder.cli", "grade", "--course", str(course), "--jobs", str(options.jobs)]
        process = subprocess.Popen([sys.executable, "-m", *command], stdout=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            peak = max(peak, _memory(process.pid))
            time.sleep(2)  # reading it takes the graders' time
        further = _further(_written((course / "feedback").glob("*/*/*.html")), options.jobs)
        found.append({"submissions": count, "further": further, "megabytes": peak // 2**20})
        print(f"{count} submissions: {further:.2f} s for each further one, {peak // 2**20} MB", flush=True)
    return found


def _memory(pid: int) -> int:
    """Bytes of a process and all below it, shared pages counted once."""
    total = 0
    try:
        for process in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
            try:
                total += process.memory_full_info().pss
            except psutil.Error:
                pass
    except psutil.Error:
        pass
    return total


def machine() -> dict:
    """Where this was measured."""
    model = next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown"
    )
    return {
        "processors": f"{len(os.sched_getaffinity(0))} × {model}",
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "load": os.getloadavg()[0],
        **tool_versions(),
    }


if __name__ == "__main__":
    main()
