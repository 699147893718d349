"""Run answers against the tests of their exercise, many in one process: `python -m autograder.audit.trial LESSON.py`.

For what is not a student's work: changed right answers, and right answers many times over. On standard input stand
lines of JSON, `{"exercise": …, "source": …, "seed": …, "dtype": …}` (:func:`failed`); for each, a line with the grade
ids of the tests that fail goes to standard output. Whoever starts it sees to it that it is started again should an
answer end the process.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import linecache
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from nbformat import NotebookNode

from autograder.cells import exercises, grade_id
from autograder.lesson import read_lesson

#: Seconds after which an answer's run of all tests ends; what has not passed by then has failed.
SECONDS = 30


class TooLong(BaseException):
    """An answer ran out of time; no `except Exception` holds it."""


def setup(path: Path) -> tuple[dict[str, Any], dict[str, list[NotebookNode]]]:
    """What a lesson's set-up cells define, and its test cells by exercise."""
    notebook = read_lesson(path).notebook
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for cell in notebook.cells:
        if grade_id(cell).startswith("setup"):
            exec(compile(cell.source, f"<{path.stem}>", "exec"), namespace)
    return namespace, exercises(notebook)


def failed(
    source: str, tests: list[NotebookNode], namespace: dict[str, Any], seed: int = 0, name: str = "", dtype: str = ""
) -> list[str]:
    """The grade ids of the test cells that an answer fails; all of them if its own cell stops.

    All cells run in one namespace, one after the other, as in a student's notebook.

    Parameters
    ----------
    source
        The answer.
    tests
        The test cells.
    namespace
        What is defined before; it is not changed.
    seed
        What tests draw differs from seed to seed, 0 being what they draw for students.
    name, dtype
        The answer's function, and the type in which it gives its floating-point results; '' for its own.
    """
    import keras

    namespace = dict(namespace)
    keras.utils.set_random_seed(seed)
    waiting = [grade_id(cell) for cell in tests]
    found = []
    signal.signal(signal.SIGALRM, _stop)
    signal.alarm(SECONDS)
    try:
        if not _runs(source, "answer", namespace):
            return waiting
        if dtype and name in namespace:
            namespace[name] = in_type(dtype, namespace[name])
        with _other_draws(seed):
            for cell in tests:
                if not _runs(cell.source, "test", namespace):
                    found.append(grade_id(cell))
                waiting.pop(0)
    except TooLong:
        return found + waiting
    finally:
        signal.alarm(0)
    return found


def in_type(dtype: str, function: Callable) -> Callable:
    """A function that gives its floating-point results, also those in tuples and dicts, in a type of its own."""

    def cast(value: Any) -> Any:
        import tensorflow as tf

        if isinstance(value, tuple | list):
            return type(value)(map(cast, value))
        if isinstance(value, dict):
            return {key: cast(part) for key, part in value.items()}
        if tf.is_tensor(value):
            return tf.cast(value, dtype) if value.dtype.is_floating else value
        if isinstance(value, float | np.ndarray | np.generic) and np.asarray(value).dtype.kind == "f":
            return np.asarray(value).astype(dtype)[()]
        return value

    @functools.wraps(function)
    def in_this_type(*args: Any, **kwargs: Any) -> Any:
        return cast(function(*args, **kwargs))

    return in_this_type


@contextlib.contextmanager
def _other_draws(seed: int) -> Iterator[None]:
    """Let test cells, and only these, draw other numbers from a generator with a fixed seed."""
    unchanged = np.random.default_rng

    def default_rng(given: Any = None) -> np.random.Generator:
        if isinstance(given, int) and sys._getframe(1).f_code.co_filename.startswith(_cell("test")):
            given = [given, seed]
        return unchanged(given)

    np.random.default_rng = default_rng if seed else unchanged  # type: ignore[assignment]
    try:
        yield
    finally:
        np.random.default_rng = unchanged


def _cell(kind: str) -> str:
    return f"<ipykernel_{kind}_"


def execute(source: str, kind: str, namespace: dict[str, Any]) -> None:
    """Execute a cell; its text can be looked up by a name of its own, as IPython sees to it (autograph does so)."""
    name = f"{_cell(kind)}{hashlib.sha256(source.encode()).hexdigest()[:16]}>"
    linecache.cache[name] = len(source), None, source.splitlines(True), name
    exec(compile(source, name, "exec"), namespace)


def _runs(source: str, kind: str, namespace: dict[str, Any]) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            execute(source, kind, namespace)
    except (Exception, SystemExit):
        return False
    return True


def _stop(number: int, frame: object) -> None:
    raise TooLong


@contextlib.contextmanager
def _only_results() -> Iterator[Any]:
    """A file for results; whatever else is printed, by Python or below it, goes nowhere."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as results:
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        yield results


def main(path: Path) -> None:
    """Answer each line of standard input."""
    lines = sys.stdin.read().splitlines()  # before a student's input() could
    with _only_results() as results:
        namespace, tests = setup(path)
        for line in lines:
            asked = json.loads(line)
            name = asked["exercise"]
            found = failed(asked["source"], tests[name], namespace, asked["seed"], name, asked["dtype"])
            results.write(json.dumps(found) + "\n")
            results.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
