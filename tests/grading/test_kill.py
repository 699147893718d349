"""Kill -9 at random moments: of the grader, a worker, or the process that kernels are forked from.

`KILLS=50 pytest -m "" tests/grading/test_kill.py` kills fifty times; `make test` a few times.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

import nbformat
import psutil
import pytest
from mini_course import RIGHT, WRONG, Course

pytestmark = pytest.mark.slow
KILLS = int(os.environ.get("KILLS", "6"))
CLASS = 8


def grades(course: Course) -> dict[str, list[tuple]]:
    """Everything that the gradebook holds of each student."""
    with course.gradebook() as gradebook:
        return {
            submission.student.id: sorted((g.name, g.auto_score, g.needs_manual_grade) for g in notebook.grades)
            for assignment in gradebook.assignments
            for submission in assignment.submissions
            for notebook in submission.notebooks
        }


def start(course: Course) -> subprocess.Popen:
    """A grader in a process group of its own, with two workers; it grades everything again."""
    command = [sys.executable, "-m", "autograder", "grade", "--course", str(course.root), "--jobs", "2"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)


def family(grader: int) -> list[psutil.Process]:
    """The grader, its workers, the parent of the kernels, and the kernels."""
    try:
        process = psutil.Process(grader)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def victims(grader: int) -> list[psutil.Process]:
    """The grader, its workers and the parent of the kernels; a kernel's end is the work of what ran in it."""
    some = family(grader)
    return some[:1] + [process for process in some[1:] if process.ppid() == grader]


def check_whole(course: Course) -> None:
    """Whatever is there is whole: gradebook, graded notebooks, pages, outcomes.

    A folder whose name begins with a dot is one that was being filled; nobody reads it, the next run removes it.
    """
    with contextlib.closing(sqlite3.connect(course.root / "gradebook.db")) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    assert all(score is not None for found in grades(course).values() for _, score, _ in found)
    for path in course.root.glob("autograded/*/[!.]*/*.ipynb"):
        nbformat.validate(nbformat.read(path, as_version=4))
    for path in course.root.glob("feedback/*/[!.]*/*.html"):
        assert path.read_text().rstrip().endswith("</html>")
    if (course.root / "outcomes.json").exists():
        json.loads((course.root / "outcomes.json").read_text())


def wait_until_gone(processes: list[psutil.Process]) -> None:
    _, alive = psutil.wait_procs(processes, timeout=30)
    assert not alive, "something outlived the grader"


def hand_in(course: Course, seed: int) -> None:
    """The class hands in; with another seed each student has other points."""
    for number in range(CLASS):
        double, triple = (kind[name] for kind, name in zip(_kinds(number + seed), ("double", "triple"), strict=True))
        course.hand_in(f"student{number}", course.solved(double=f"# {seed}\n{double}", triple=triple))


def _kinds(number: int) -> tuple[dict[str, str], dict[str, str]]:
    """The exercises of a student; they come again after six students."""
    return (WRONG if number % 2 else RIGHT), (WRONG if number % 3 else RIGHT)


def expected(undisturbed: dict[str, list[tuple]], seed: int) -> dict[str, list[tuple]]:
    """The grades of the class that was handed in with a seed, from those with the seed 0."""
    return {f"student{number}": undisturbed[f"student{(number + seed) % 6}"] for number in range(CLASS)}


def test_whoever_is_killed_the_next_run_ends_with_the_same_grades(course: Course) -> None:
    hand_in(course, seed=0)
    begin = time.monotonic()
    undisturbed = start(course)
    assert undisturbed.wait() == 0
    seconds = time.monotonic() - begin
    known = grades(course)
    assert len(known) == CLASS and len({str(each) for each in known.values()}) == 4
    dice = random.Random(1)
    hits = 0
    for kill in range(1, KILLS + 1):
        hand_in(course, seed=kill)
        grader = start(course)
        time.sleep(dice.uniform(0.1, seconds))
        found: list[psutil.Process] = victims(grader.pid)
        if found:
            victim = found[0] if kill % 2 else dice.choice(found)
            with_kernels = family(grader.pid)
            os.kill(victim.pid, signal.SIGKILL) if victim.is_running() else None
            hits += 1
            if victim.pid == grader.pid:
                wait_until_gone(with_kernels)
        grader.communicate()
        check_whole(course)
        again = start(course)
        output, _ = again.communicate()
        assert again.returncode == 0, output.decode()
        assert grades(course) == expected(known, kill)
    assert hits > KILLS / 2
    assert not list(course.root.glob("*/*/.*")), "what was being filled when a grader was killed is still there"
