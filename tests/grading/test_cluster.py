"""Grading with the workers of a Dask scheduler: real ones, on this machine."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from mini_course import WRONG, Course, run

from autograder.engine import cluster
from autograder.errors import CourseError

pytestmark = pytest.mark.slow


Start = Callable[..., tuple[str, int]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a Dask process by its arguments; returns its address and its process id."""
    started: list[subprocess.Popen] = []

    def start(kind: str, *arguments: str) -> tuple[str, int]:
        log = tmp_path / f"{kind}{len(started)}.log"
        with log.open("w") as file:
            command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments, "--no-dashboard"]
            started.append(subprocess.Popen(command, stderr=file, cwd=tmp_path))
        while not (found := re.search(r"(?:Start worker|Scheduler) at: +(tcp://\S+)", log.read_text())):
            assert started[-1].poll() is None, log.read_text()
            time.sleep(0.1)
        return found[1], started[-1].pid

    yield start
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def scheduler(start: Start) -> str:
    return start("scheduler", "--host", "127.0.0.1", "--port", "0")[0]


def worker(start: Start, scheduler: str) -> int:
    """Starts a worker without a nanny, which would start it again; returns its process id."""
    return start("worker", scheduler, "--nthreads", "1", "--no-nanny")[1]


def test_two_workers_one_killed_in_the_middle(course: Course, start: Start, scheduler: str) -> None:
    """Every submission is graded as without Dask, and a dead worker's warm parent and kernels go with it."""
    slow = "import time\ntime.sleep(2)\ndef double(x):\n    return 2 * np.asarray(x)"
    course.hand_in("ada", course.solved())
    course.hand_in("bob", course.solved(**WRONG))
    for number in range(6):
        course.hand_in(f"slow{number}", course.solved(double=slow))
    here = course.grade()
    pages = {student: course.feedback(student) for student in here}
    pids = [worker(start, scheduler), worker(start, scheduler)]
    below: list[psutil.Process] = []

    def kill_one(done: object) -> None:
        if not below:
            below.extend(psutil.Process(pids[0]).children(recursive=True))
            os.kill(pids[0], signal.SIGKILL)

    there = course.grade(scheduler=scheduler, force=True, show=kill_one)
    assert below
    assert {row.outcome.status for row in there.values()} == {"graded"}
    assert {student: row.points for student, row in there.items()} == {s: row.points for s, row in here.items()}
    assert {student: course.feedback(student) for student in there} == pages
    assert not psutil.wait_procs(below, timeout=5)[1]


def test_students_code_is_isolated_there_too(course: Course, start: Start, scheduler: str) -> None:
    worker(start, scheduler)
    spy = f"import os\nassert not os.path.exists({str(course.root)!r})\ndef double(x):\n    return 2 * np.asarray(x)"
    course.hand_in("spy", course.solved(double=spy))
    assert course.grade(scheduler=scheduler)["spy"].points == 3


def test_no_scheduler_there(course: Course, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    course.hand_in("ada", course.solved())
    for address in ("tcp://127.0.0.1:9", "nowhere"):
        assert run(course, "--scheduler", address) == 1
        assert f"There is no Dask scheduler at {address}" in capsys.readouterr().err
    assert not (course.root / "feedback").exists()


def test_no_worker_there(course: Course, scheduler: str, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    course.hand_in("ada", course.solved())
    assert run(course, "--scheduler", scheduler) == 1
    assert "has no workers" in capsys.readouterr().err


def test_all_workers_are_lost(course: Course, start: Start, scheduler: str, monkeypatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 2)
    pid = worker(start, scheduler)
    course.hand_in("ada", course.solved())
    course.hand_in("bob", course.solved(triple="import time\ntime.sleep(60)"))
    with pytest.raises(CourseError, match="lost all its workers"):
        course.grade(scheduler=scheduler, show=lambda done: os.kill(pid, signal.SIGKILL))
    assert course.grade("ada")["ada"].points == 3


def test_the_scheduler_is_lost(course: Course, start: Start) -> None:
    address, pid = start("scheduler", "--host", "127.0.0.1", "--port", "0")
    worker(start, address)
    course.hand_in("ada", course.solved())
    course.hand_in("bob", course.solved(triple="import time\ntime.sleep(60)"))
    with pytest.raises(CourseError, match="is gone"):
        course.grade(scheduler=address, show=lambda done: os.kill(pid, signal.SIGKILL))
    assert course.grade("ada")["ada"].points == 3


def test_another_environment(course: Course, start: Start, scheduler: str, monkeypatch) -> None:
    worker(start, scheduler)
    course.hand_in("ada", course.solved())
    monkeypatch.setattr("autograder.grade.environment", lambda: cluster.environment() | {"tensorflow": "1.0"})
    with pytest.raises(CourseError, match=r"another environment: tensorflow 2.*, here 1.0\."):
        course.grade(scheduler=scheduler)


def test_jobs_are_this_machines(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(course, "--scheduler", "tcp://127.0.0.1:9", "--jobs", "2") == 1
    assert "Give one." in capsys.readouterr().err
