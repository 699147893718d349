"""Repeat every lesson with other seeds, and write docs/claims.md: make verdicts [ARGS="[--jobs N] LESSON…"].

A lesson runs solved, without its tests and the cells that only draw, once for each base seed. Results are kept after
each run, in docs/claims/: a command that was stopped goes on where it was, and only lessons whose code changed run
again. The exit code is 1 if a claim is not decided, or something is missing.
"""

from __future__ import annotations

import argparse
import copy
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import ledger
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, DeadKernelError
from nbformat import NotebookNode
from traitlets.config import Config

from autograder.config import configure
from autograder.errors import CourseError
from autograder.lesson import Lesson, grade_id, read_lessons
from autograder.paths import SOLUTIONS
from lessonkit.evidence import MIME

CELL_SECONDS = 600


class LessonStopped(Exception):
    """A lesson did not come to its verdicts, with a sentence that names the cell and the error."""


def run(notebook: NotebookNode, seed: int, threads: int) -> tuple[list[dict[str, Any]], float]:
    """Run a lesson's deciding cells with a base seed.

    Returns
    -------
    verdicts, seconds
        What `evidence.show` left in the outputs, and the processor time.

    Raises
    ------
    LessonStopped
        If a cell fails, takes too long, ends the kernel, or no cell shows verdicts.
    """
    notebook = copy.deepcopy(notebook)
    notebook.cells = ledger.deciding_cells(notebook)
    os.environ["LESSON_SEED"] = str(seed)
    # One thread for each of several runs side by side is quicker than all threads for all of them.
    for name in ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = str(threads)
    started: list[NotebookNode] = []
    config, before = Config(), _children_seconds()
    with tempfile.TemporaryDirectory() as place:
        configure(config, Path(place))
        client = NotebookClient(notebook, timeout=CELL_SECONDS, config=config, resources={"metadata": {"path": place}})
        client.on_cell_start = lambda cell, cell_index: started.append(cell)
        try:
            client.execute()
        except (CellControlSignal, DeadKernelError, RuntimeError) as error:
            where = grade_id(started[-1]) if started else "the start of the kernel"
            raise LessonStopped(f"{where} stopped it: {_reason(error)}") from None
    for cell in notebook.cells:
        for output in cell.outputs:
            if MIME in output.get("data", {}):
                return output["data"][MIME], _children_seconds() - before
    raise LessonStopped("no cell shows verdicts with evidence.show")


def _reason(error: Exception) -> str:
    """One line that says what is wrong."""
    if hasattr(error, "ename"):
        text = f"{error.ename}: {error.evalue}"
    elif isinstance(error, DeadKernelError):
        text = "its process ended, perhaps for want of memory"
    elif isinstance(error, TimeoutError):
        text = f"it took more than {CELL_SECONDS} s"
    else:
        text = f"{type(error).__name__}: {error}"
    return text.strip().splitlines()[0]


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _open(lesson: Lesson, results: Path, say: Callable[[str], None]) -> dict[int, list[dict[str, Any]]]:
    """What is there of a lesson's runs and can be kept."""
    try:
        return ledger.read(results / f"{lesson.name}.json", ledger.digest(lesson))
    except ledger.LedgerError as problem:
        say(f"{lesson.name}: {problem}; it is run again.")
        return {}


def fill(lessons: list[Lesson], results: Path, jobs: int, say: Callable[[str], None]) -> bool:
    """Run what is missing of the lessons, and keep it; gives whether all of them came to their verdicts."""
    runs = {lesson.name: _open(lesson, results, say) for lesson in lessons}
    todo = [(lesson, seed) for lesson in lessons for seed in ledger.SEEDS if seed not in runs[lesson.name]]
    say(f"{len(todo)} runs, {jobs} at a time." if todo else "Nothing to run: all results belong to the present code.")
    threads = max(1, (os.cpu_count() or 1) // jobs)
    stopped, done, start = set(), 0, time.perf_counter()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        futures = {pool.submit(run, lesson.notebook, seed, threads): (lesson, seed) for lesson, seed in todo}
        for future in as_completed(futures):
            lesson, seed = futures[future]
            done += 1
            at = f"{done:3} of {len(todo)}, {time.perf_counter() - start:5.0f} s: {lesson.name}, seed {seed}"
            try:
                verdicts, seconds = future.result()
            except LessonStopped as problem:
                say(f"{at}: {problem}")
                stopped.add(lesson.name)
                continue
            if [verdict["claim"] for verdict in verdicts] != list(ledger.claims(lesson)):
                say(f"{at}: its verdicts are not on the claims of `claims = {{…}}`; every claim needs one, in order.")
                stopped.add(lesson.name)
                continue
            runs[lesson.name][seed] = ledger.kept(verdicts, seed)
            ledger.write(results / f"{lesson.name}.json", ledger.digest(lesson), runs[lesson.name])
            say(f"{at}: {seconds:.0f} CPU s")
    return not stopped


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
        asked_for = read_lessons(solutions, options.lessons)
        every = [lesson for lesson in read_lessons(solutions) if ledger.claims(lesson)]
    except CourseError as error:
        say(str(error))
        return 1
    ran = fill(
        [lesson for lesson in every if lesson.name in {one.name for one in asked_for}], results, options.jobs, say
    )
    page.write_text(ledger.page(every, results), encoding="utf-8")
    well = judge(every, results, say)
    say(f"Written: {page.name}.")
    return 0 if ran and well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
