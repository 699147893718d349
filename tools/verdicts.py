"""Repeat every lesson with other seeds, and write docs/claims.md: make verdicts [ARGS="[--jobs N] LESSON…"].

A lesson runs solved, without its tests and the cells that only draw, once for each base seed. Results are kept after
each run, in docs/claims/: a command that was stopped goes on where it was, and only lessons whose code changed run
again. The exit code is 1 if a claim is not decided, or something is missing.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

import ledger

from autograder import config
from autograder.errors import CourseError
from autograder.lesson import Lesson, read_lessons
from autograder.paths import SOLUTIONS

PROGRAM = Path(__file__).with_name("repeat_lesson.py")


class LessonStopped(Exception):
    """A lesson did not come to its verdicts, with a sentence that says why."""


def run(lesson: Lesson, seed: int, threads: int) -> tuple[list[dict[str, Any]], float]:
    """Run a lesson with a base seed; gives its verdicts and the processor time.

    Raises
    ------
    LessonStopped
        If a cell fails, takes too long or ends the kernel, or the verdicts are not those on the lesson's claims.
    """
    environment = os.environ | {"LESSON_SEED": str(seed)}
    if seed != ledger.PUBLISHED:  # which is to compute, digit for digit, what the page shows
        # One thread for each of several runs side by side is quicker than all threads for all of them.
        environment |= config.threads(threads)
    command = [sys.executable, str(PROGRAM), str(lesson.path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    try:
        result = json.loads(done.stdout)
    except ValueError:
        last = (done.stderr.strip().splitlines() or ["it was killed"])[-1]
        raise LessonStopped(f"the program that runs it ended: {last}") from None
    if "stopped" in result:
        raise LessonStopped(result["stopped"])
    if [verdict["claim"] for verdict in result["verdicts"]] != list(ledger.claims(lesson)):
        raise LessonStopped("its verdicts are not on the claims of `claims = {…}`; every claim needs one, in order")
    return result["verdicts"], result["seconds"]


def _usable(lesson: Lesson, results: Path, say: Callable[[str], None]) -> dict[int, list[dict[str, Any]]]:
    """What is there of a lesson's runs and can be kept."""
    try:
        return ledger.read(results / f"{lesson.name}.json", ledger.digest(lesson))
    except ledger.LedgerError as problem:
        say(f"{lesson.name}: {problem}; it is run again.")
        return {}


def fill(lessons: list[Lesson], results: Path, jobs: int, say: Callable[[str], None]) -> bool:
    """Run what is missing of the lessons, and keep it; gives whether all of them came to their verdicts."""
    runs = {lesson.name: _usable(lesson, results, say) for lesson in lessons}
    # all lessons with one seed, then with the next: whenever it is stopped, every lesson has as many runs
    todo = [(lesson, seed) for seed in ledger.SEEDS for lesson in lessons if seed not in runs[lesson.name]]
    say(f"{len(todo)} runs, {jobs} at a time." if todo else "Nothing to run: all results belong to the present code.")
    threads = max(1, (os.cpu_count() or 1) // jobs)
    well, start = True, time.perf_counter()
    with ThreadPoolExecutor(jobs) as pool:
        futures = {pool.submit(run, lesson, seed, threads): (lesson, seed) for lesson, seed in todo}
        try:
            for done, future in enumerate(as_completed(futures), start=1):
                lesson, seed = futures[future]
                at = f"{done:3} of {len(todo)}, {time.perf_counter() - start:5.0f} s: {lesson.name}, seed {seed}"
                try:
                    verdicts, seconds = future.result()
                except LessonStopped as problem:
                    say(f"{at}: {problem}")
                    well = False
                    continue
                runs[lesson.name][seed] = ledger.kept(verdicts, seed)
                ledger.write(results / f"{lesson.name}.json", ledger.digest(lesson), runs[lesson.name])
                say(f"{at}: {seconds:.0f} CPU s")
        except KeyboardInterrupt:
            pool.shutdown(cancel_futures=True)
            raise
    return well


def judge(lessons: list[Lesson], results: Path, say: Callable[[str], None]) -> bool:
    """Say what is missing in the ledger or not decided; gives whether all is well."""
    well = True
    for lesson in lessons:
        try:
            runs = ledger.read(results / f"{lesson.name}.json", ledger.digest(lesson))
            missing = [str(seed) for seed in ledger.SEEDS if seed not in runs]
            problem = f"seeds {', '.join(missing)} have not been run" if missing else ""
        except ledger.LedgerError as error:
            runs, problem = {}, str(error)
        if problem:
            say(f"{lesson.name}: {problem}. Run `make verdicts ARGS={lesson.name}`.")
            well = False
            continue
        for row in ledger.rows(runs):
            if not row.decided:
                say(f"{row.claim} is not decided: “{row.verdict}” on the page, and in {row.same} of {row.runs} runs.")
                well = False
    return well


def main(
    arguments: Sequence[str],
    solutions: Path = SOLUTIONS,
    results: Path = ledger.RESULTS,
    page: Path = ledger.PAGE,
) -> int:
    """The command; gives its exit code."""
    parser = argparse.ArgumentParser(prog="make verdicts", description="Repeat lessons with other seeds.")
    parser.add_argument("lessons", metavar="LESSON", nargs="*", help="which lessons (default: all that have claims)")
    parser.add_argument("--jobs", type=int, default=2, help="how many runs at a time, each up to 1.5 GB (default: 2)")
    options = parser.parse_args(arguments)
    if options.jobs < 1:
        parser.error("--jobs takes a number from 1")

    def say(line: str) -> None:
        print(line, flush=True)

    try:
        names = {lesson.name for lesson in read_lessons(solutions, options.lessons)}
        every = [lesson for lesson in read_lessons(solutions) if ledger.claims(lesson)]
    except CourseError as error:
        say(str(error))
        return 1
    try:
        ran = fill([lesson for lesson in every if lesson.name in names], results, options.jobs, say)
    except KeyboardInterrupt:
        say("Stopped. What was done is kept; the same command goes on from here.")
        return 1
    page.write_text(ledger.page(every, results), encoding="utf-8")
    well = judge(every, results, say)
    say(f"Written: {page.name}.")
    return 0 if ran and well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
