"""Worker processes that run notebooks and do nothing else: no gradebook, no feedback, no outcomes."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import signal
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType

from nbformat import NotebookNode, from_dict

from autograder.engine import contain
from autograder.engine.kernels import Engine, Result

#: Notebooks with a worker at a time: one that runs, and one that waits, so that no worker waits for the writer.
AHEAD = 2
#: How often a notebook is given out again when the worker that had it dies.
TRIES = 2


@dataclass(frozen=True)
class Job:
    """A notebook to run.

    Attributes
    ----------
    key
        What the caller knows it by.
    notebook, limits, files
        As in :meth:`autograder.engine.kernels.Engine.run`.
    """

    key: tuple[str, ...]
    notebook: NotebookNode
    limits: Mapping[str, int]
    files: tuple[Path, ...] = ()


@dataclass
class _Worker:
    process: multiprocessing.process.BaseProcess
    pipe: Connection
    has: list[int] = field(default_factory=list)


class Workers:
    """Processes that run notebooks; use it in a `with` statement.

    They are forks of this process, so it must be single-threaded. Notebooks go to and fro in files, since a pipe would
    block on what is larger than its buffer.

    Parameters
    ----------
    count
        How many there are.
    start
        Called in each to make its engine.
    revive
        Called here before a notebook is given out again because what its kernel came from had ended.
    """

    def __init__(self, count: int, start: Callable[[], Engine], revive: Callable[[], None] = lambda: None) -> None:
        self._start, self._revive = start, revive
        self._place = tempfile.TemporaryDirectory(prefix="jobs-")
        self._workers = [self._new() for _ in range(count)]

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
        self._place.cleanup()

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[tuple[str, ...], Result]]:
        """Run notebooks; yields (key, result) as they are done, in any order. Jobs are taken as they are needed."""
        coming = enumerate(jobs)
        keys: dict[int, tuple[str, ...]] = {}
        tries: dict[int, int] = {}
        while self._give_out(coming, keys) or any(worker.has for worker in self._workers):
            for worker in self._ready():
                for number, result in self._take(worker, tries):
                    yield keys.pop(number), result

    def _give_out(self, coming: Iterator[tuple[int, Job]], keys: dict[int, tuple[str, ...]]) -> bool:
        """Fill every worker's queue; returns whether anything was given out."""
        given = False
        for depth in range(AHEAD):
            for worker in self._workers:
                if len(worker.has) == depth and (one := next(coming, None)):
                    number, job = one
                    keys[number] = job.key
                    self._file(number, "job").write_text(
                        json.dumps([job.notebook, dict(job.limits), [str(file) for file in job.files]])
                    )
                    self._send(worker, number)
                    given = True
        return given

    def _send(self, worker: _Worker, number: int) -> None:
        worker.has.append(number)
        with contextlib.suppress(OSError):  # it died: seen when its results are taken
            worker.pipe.send((str(self._file(number, "job")), str(self._file(number, "result"))))

    def _ready(self) -> list[_Worker]:
        ready = wait([thing for worker in self._workers for thing in (worker.pipe, worker.process.sentinel)])
        return [worker for worker in self._workers if worker.pipe in ready or worker.process.sentinel in ready]

    def _take(self, worker: _Worker, tries: dict[int, int]) -> Iterator[tuple[int, Result]]:
        """What a worker has done; the jobs of one that died go to a new one, or are given up."""
        try:
            reason, log, again = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._replace(worker, tries)
            return
        number = worker.has.pop(0)
        tries[number] = tries.get(number, 0) + again
        if again and tries[number] < TRIES:
            self._revive()
            self._send(worker, number)
            return
        result = self._file(number, "result")
        self._file(number, "job").unlink()
        if reason:
            yield number, Result(None, reason, log)
        else:
            yield number, Result(from_dict(json.loads(result.read_text())), log=log)
            result.unlink()

    def _replace(self, worker: _Worker, tries: dict[int, int]) -> Iterator[tuple[int, Result]]:
        worker.process.join()
        new = self._new()
        self._workers[self._workers.index(worker)] = new
        for place, number in enumerate(worker.has):
            tries[number] = tries.get(number, 0) + (place == 0)  # the first is the one that ran
            if tries[number] < TRIES:
                self._send(new, number)
            else:
                yield number, Result(None, "The process that ran it was killed (is there enough memory?). Grade again.")

    def _file(self, number: int, kind: str) -> Path:
        return Path(self._place.name) / f"{number}.{kind}"

    def _new(self) -> _Worker:
        ours, theirs = multiprocessing.Pipe()
        fork = multiprocessing.get_context("fork")
        process = fork.Process(target=_work, args=(theirs, self._start, os.getpid()), daemon=True)
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])  # until the worker ignores it
        process.start()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        theirs.close()
        return _Worker(process, ours)


def _work(pipe: Connection, start: Callable[[], Engine], parent: int) -> None:
    """Run what comes through the pipe, until it ends."""
    contain.die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's Ctrl-C is the grader's to handle
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    if os.getppid() != parent:
        return
    engine = start()
    with contextlib.suppress(EOFError):
        while True:
            job, result = pipe.recv()
            notebook, limits, files = json.loads(Path(job).read_text())
            done = engine.run(from_dict(notebook), limits, [Path(file) for file in files])
            if done.notebook is not None:
                Path(result).write_text(json.dumps(done.notebook))
            pipe.send((done.reason, done.log, done.again))
