"""Notebooks run by the workers of a Dask scheduler, which may be on other machines; docs/scaling.md says how.

A worker process of Dask's keeps one warm parent of its own and runs a notebook at a time. Only notebooks go there and
come back: gradebook, feedback and outcomes stay with the process that asks.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import json
import logging
import platform
import queue
import re
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from nbformat import from_dict
from traitlets.config import Config

from autograder.engine import contain
from autograder.engine.kernels import Kernels, Result
from autograder.engine.workers import AHEAD, TRIES, Job
from autograder.errors import CourseError
from autograder.paths import REPOSITORY

#: The project as it is installed, whose requirements are what a grade can depend on.
_PROJECT = "deep-learning-by-experiment"
#: Seconds after which a scheduler that does not answer, or has no worker, is given up.
_PATIENCE = 30


@dataclass(frozen=True)
class Order:
    """What a worker must know besides the notebook.

    Attributes
    ----------
    config
        The course's configuration.
    modules
        What its parent imports ahead of all kernels.
    course
        The course directory, should the worker's machine have it: no kernel may see it.
    isolated
        Whether each kernel gets a room of its own.
    environment
        What :func:`environment` says where the grades are written.
    """

    config: Config
    modules: tuple[str, ...]
    course: Path
    isolated: bool
    environment: Mapping[str, str]


class Cluster:
    """Runs notebooks on a Dask scheduler's workers; use it in a `with` statement, in the place of `Workers`.

    Parameters
    ----------
    address
        The scheduler's address.
    order
        What the workers must know.
    task
        What a worker calls with the order and a notebook: :func:`run_job`.

    Raises
    ------
    CourseError
        If there is no scheduler, it has no worker, or a worker's environment is another one; by :meth:`run`, if all
        workers are gone.
    """

    def __init__(self, address: str, order: Order, task: Callable[..., tuple[str, str, str]] | None = None) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise CourseError("--scheduler needs Dask: docs/scaling.md says how to install it.") from error
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what is worth knowing is said by this class
        self._address, self._order, self._task = address, order, task or run_job
        self._known, self._asked = 0, float("-inf")
        try:
            self._client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise CourseError(
                f"There is no Dask scheduler at {address} ({_first_line(error)}). `dask scheduler` prints its address."
            ) from error
        try:
            self._wait_for_workers()
            self._compare()
        except BaseException:
            self._client.close()
            raise

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[tuple[str, ...], Result]]:
        """Run notebooks; yields (key, result) as they are done, in any order. Jobs are taken as they are needed."""
        coming: Iterator[Job] = iter(jobs)
        done: queue.SimpleQueue[Any] = queue.SimpleQueue()
        going: dict[str, tuple[Job, int]] = {}

        def send(job: Job, tries: int) -> None:
            future = self._submit(job)
            going[future.key] = job, tries
            # fetched in Dask's own thread, while this one reads and writes
            future.add_done_callback(lambda future: done.put((future.key, _fetched(future))))

        while True:
            # a notebook that a worker runs, and one more, so that no worker waits for this process
            while len(going) < AHEAD * self._workers() and (job := next(coming, None)):
                send(job, 1)
            if not going:
                return
            key, fetched = self._next(done)
            job, tries = going.pop(key)
            result = self._result(fetched)
            if result is None and tries < TRIES:
                send(job, tries + 1)
            else:
                yield job.key, result or Result(None, "The workers that ran it died. Grade again.")

    def _submit(self, job: Job) -> Any:
        files = {file.name: file.read_bytes() for file in job.files}
        what = self._order, json.dumps(job.notebook), dict(job.limits), files
        return self._client.submit(self._task, *what, pure=False)

    def _next(self, done: queue.SimpleQueue) -> tuple[str, Any]:
        """The key of the next notebook that is done, and what came of it."""
        alone_since = None
        while True:
            try:
                return done.get(timeout=1)
            except queue.Empty:
                alone_since = None if self._workers() else alone_since or time.monotonic()
                if alone_since and time.monotonic() - alone_since > _PATIENCE:
                    raise CourseError(
                        f"The scheduler at {self._address} has lost all its workers. What was graded is kept; "
                        "start workers, and run the same command again."
                    ) from None

    def _result(self, fetched: Any) -> Result | None:
        """What came of a notebook; None if that was lost with its worker."""
        if isinstance(fetched, CourseError):
            raise fetched
        if isinstance(fetched, (CancelledError, TimeoutError)):
            if self._client.status == "running":
                return None
            raise CourseError(
                f"The scheduler at {self._address} is gone. What was graded is kept; start it and its workers, and "
                "run the same command again."
            )
        if isinstance(fetched, BaseException):
            words = f"{type(fetched).__name__}: {_first_line(fetched)}"
            return Result(None, f"No worker could run it ({words}). Grade again.")
        notebook, reason, log = fetched
        return Result(from_dict(json.loads(notebook)) if notebook else None, reason, log)

    def _workers(self) -> int:
        """How many there are; asked for once a second at most."""
        if time.monotonic() > self._asked + 1:
            try:
                self._known = len(self._client.nthreads())
            except (OSError, ValueError, TimeoutError):  # the connection is lost: its futures say so
                self._known = 0
            self._asked = time.monotonic()
        return self._known

    def _wait_for_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise CourseError(
                f"The scheduler at {self._address} has no workers. Start some: dask worker {self._address} --nthreads 1"
            ) from error

    def _compare(self) -> None:
        """Refuse workers on which the same notebook could earn other points."""
        for worker, there in self._client.run(environment, on_error="return").items():
            if isinstance(there, BaseException):
                raise CourseError(
                    f"The worker {worker} has not this project ({_first_line(there)}). Install the same version there."
                )
            _refuse_other(there, self._order.environment, worker)


def _fetched(future: Any) -> Any:
    """A future's result, or the error that stands in its place."""
    try:
        return future.result(timeout=_PATIENCE)
    except BaseException as error:
        return error


def _refuse_other(there: Mapping[str, str], here: Mapping[str, str], worker: str) -> None:
    names = sorted(name for name in {*there, *here} if there.get(name) != here.get(name))
    if names:
        differ = ", ".join(f"{name} {there.get(name, 'missing')}, here {here.get(name, 'missing')}" for name in names)
        raise CourseError(
            f"The worker {worker} has another environment: {differ}. Install there what is here (docs/scaling.md)."
        )


def _first_line(error: BaseException) -> str:
    return str(error).strip().split("\n")[0]


@functools.cache
def environment() -> dict[str, str]:
    """What a grade depends on in an installation: versions, and digests of the project's own code and data."""
    found = {"Python": platform.python_version(), "processor": platform.machine()}
    for requirement in importlib.metadata.requires(_PROJECT) or []:
        if "extra ==" not in requirement:
            name = re.split(r"[^\w.-]", requirement)[0]
            found[name] = importlib.metadata.version(name)
    for folder in ("autograder", "lessonkit", "data"):
        total = hashlib.sha256()
        for path in sorted((REPOSITORY / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                total.update(path.relative_to(REPOSITORY).as_posix().encode() + b"\0" + path.read_bytes())
        found[folder] = total.hexdigest()[:12]
    return found


#: A worker process's own: whoever has more threads than one runs a notebook at a time all the same.
_one_at_a_time = threading.Lock()
_kernels: dict[tuple[tuple[str, ...], bool], tuple[Kernels, list[str]]] = {}


def run_job(order: Order, notebook: str, limits: Mapping[str, int], files: Mapping[str, bytes]) -> tuple[str, str, str]:
    """Run a notebook, in a worker of Dask's.

    Parameters
    ----------
    order
        What is the same for all.
    notebook
        As JSON.
    limits
        What the kernel may use: fields of `autograder.engine.sandbox.Limits`.
    files
        Contents of the files for its working directory, by name.

    Returns
    -------
    tuple of str
        The notebook with its outputs, '' if it could not be run; then why it could not be run; what was noticed.

    Raises
    ------
    CourseError
        If this worker has another environment, or cannot isolate students' code.
    """
    with _one_at_a_time, tempfile.TemporaryDirectory(prefix="files-") as place:
        _refuse_other(environment(), order.environment, platform.node())
        kernels, notes = _warm(order)
        paths = [Path(place, Path(name).name) for name in files]
        for path, content in zip(paths, files.values(), strict=True):
            path.write_bytes(content)
        result = kernels.engine(order.config).run(from_dict(json.loads(notebook)), limits, paths)
        if result.again:
            kernels.revive()
            result = kernels.engine(order.config).run(from_dict(json.loads(notebook)), limits, paths)
        log = "".join(f"{note}\n" for note in notes) + result.log
        notes.clear()
        return json.dumps(result.notebook) if result.notebook is not None else "", result.reason, log


def _warm(order: Order) -> tuple[Kernels, list[str]]:
    """This worker's kernels for an order, and what they said; another order's are ended."""
    if order.isolated:
        contain.keep_apart(order.course)  # another course than the one these kernels were made for, perhaps
    key = order.modules, order.isolated
    if key not in _kernels:
        while _kernels:
            _kernels.popitem()[1][0].__exit__(None, None, None)
        notes: list[str] = []
        with contextlib.ExitStack() as stack:
            kernels = stack.enter_context(Kernels(list(order.modules), isolated=order.isolated, say=notes.append))
            kernels.ready()
            stack.pop_all()
        _kernels[key] = kernels, notes
    return _kernels[key]
