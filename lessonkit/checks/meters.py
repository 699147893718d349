"""What a call costs, measured without a clock."""

from __future__ import annotations

import contextlib
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from lessonkit.checks import state
from lessonkit.checks.calls import call


def peak_memory(function: Callable, *args: Any) -> int:
    """Bytes that NumPy and Python hold at most, beyond what was there before, during a :func:`call` of a function."""
    with _traced_memory() as before:
        call(function, *args)
        return tracemalloc.get_traced_memory()[1] - before


def work(function: Callable, *args: Any, limit: float = np.inf) -> float:
    """Lines of Python that run plus numbers that NumPy and TensorFlow store in a :func:`call`: no clock is involved.

    Ask for two sizes of input and compare, after a first call that may import something. What compiled code does
    without storing anything (a sort, a loop in C) is not seen.

    Parameters
    ----------
    function
        The student's function.
    *args
        Its arguments.
    limit
        The call is stopped when it has done more than this.

    Returns
    -------
    float
        The work done, just over ``limit`` if the call was stopped.
    """
    done, tracer_before = 0.0, sys.gettrace()

    def count(frame: Any, event: str, value: Any) -> Callable:
        nonlocal done, level  # type: ignore[misc]  # bound by `with` below
        now, peak = tracemalloc.get_traced_memory()
        elements = getattr(getattr(value, "shape", None), "num_elements", None) if event == "return" else None
        done += 1 + (peak - level) / 8 + ((elements() or 0) if elements else 0)  # tracemalloc does not see tensors
        if done > limit:
            raise KeyboardInterrupt  # passes through `except Exception`: the answer is known
        level = now
        tracemalloc.reset_peak()
        return count

    with _traced_memory() as level:
        try:
            sys.settrace(count)
            call(function, *args)
        except KeyboardInterrupt:
            pass
        finally:
            sys.settrace(tracer_before)
    return done


@contextlib.contextmanager
def _traced_memory() -> Iterator[int]:
    """Trace what is allocated inside; gives the bytes held at the start."""
    tracemalloc.start()
    try:
        yield tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
        state.forget()  # what costs too much is not done again
