"""One quiet, repeatable start for every lesson."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

# Informational lines of TensorFlow's C++ start-up (no GPU found, CPU features in use). They say nothing
# a student needs, and nbgrader takes anything on stderr in a test cell for a failure.
_START_UP_NOISE = re.compile(
    rb"^(WARNING: All log messages before absl::InitializeLog|[IW]\d{4} |\d{4}-\d\d-\d\d [\d:.]+: [IW] |"
    rb"To enable the following instructions|\s*$)"
)


@contextlib.contextmanager
def _without_start_up_noise() -> Iterator[None]:
    """Hold back what C++ code writes to file descriptor 2, then pass on all but the known noise."""
    sys.stderr.flush()
    with tempfile.TemporaryFile() as held, contextlib.ExitStack() as stack:
        saved = os.dup(2)
        stack.callback(os.close, saved)
        os.dup2(held.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(saved, 2)
            held.seek(0)
            for line in held:
                if not _START_UP_NOISE.match(line):
                    os.write(2, line)


def _shift() -> int:
    """How far all seeds are shifted: by 1000 for each repetition of the course, which LESSON_SEED counts."""
    text = os.environ.get("LESSON_SEED", "0")
    if not re.fullmatch("[0-9]{1,6}", text):
        raise ValueError(f"LESSON_SEED is {text!r}: set it to a whole number from 0 to 999999, or unset it.")
    return 1000 * int(text)


def seed(number: int = 0) -> int:
    """The seed to use for a lesson's seed ``number``: the same, shifted where the whole course is repeated.

    A lesson asks here for every seed that its experiments use. The environment variable LESSON_SEED, a whole number
    from 0, says which repetition it is (default 0: seeds as they are); `make verdicts` sets it.

    Raises
    ------
    ValueError
        If LESSON_SEED is not such a number.
    """
    return number + _shift()


def seeds(count: int) -> list[int]:
    """The first ``count`` seeds of a lesson, see :func:`seed`."""
    return [seed(number) for number in range(count)]


def start(seed: int = 0) -> None:
    """Begin a lesson: load TensorFlow quietly, run its first operation, seed everything, set the plot style.

    Call it before the lesson imports TensorFlow itself.

    Parameters
    ----------
    seed
        Seed of Python's, NumPy's and TensorFlow's global random generators, shifted as the function :func:`seed` does.

    Raises
    ------
    ValueError
        If LESSON_SEED is not a whole number.
    """
    seed += _shift()
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with _without_start_up_noise():
        import keras
        import tensorflow as tf
        import tensorflow_probability  # noqa: F401  (its import is the slow part of a lesson's start)

        tf.get_logger().setLevel("ERROR")
        keras.utils.set_random_seed(seed)
        tf.constant([1.0]) + 1.0  # the first operation looks for a GPU, and says so on stderr

    from lessonkit import plots

    plots.use_style()
    _say_what_passes()


def _say_what_passes() -> None:
    """Have a line say so when a test cell that a student runs has passed."""
    from IPython import get_ipython

    shell = get_ipython()
    if shell is None or "NBGRADER_EXECUTION" in os.environ or "NBGRADER_VALIDATING" in os.environ:
        return
    shown = shell.events.callbacks["post_run_cell"]
    for callback in [callback for callback in shown if callback.__name__ == _passed.__name__]:
        shell.events.unregister("post_run_cell", callback)  # the set-up cell was run again
    shell.events.register("post_run_cell", _passed)


def _passed(result: Any) -> None:
    """After a cell `def test_…` with its call has run: the first line of the test's docstring."""
    source = getattr(result.info, "raw_cell", None) or ""
    found = re.match(r'def (test_\w+)\([^\n]*\):\n    """([^\n]+?)\.?"""\n', source)
    if found and result.success and source.rstrip().split("\n")[-1].startswith(f"{found[1]}("):
        print(f"passed: {found[2][0].lower()}{found[2][1:]}")
