"""Does a student's function keep something from call to call? Asked where a test has failed, of the latest call.

The call is repeated, then repeated with a function of a fresh namespace, in which nothing was called before.
"""

from __future__ import annotations

import contextlib
import io
import linecache
import warnings
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

CHANGES = (
    "The same call gives another result the second time: does the function keep something from an earlier call, "
    "or draw numbers that its arguments do not fix?"
)
KEEPS = (
    "Run afresh, the cell with this function gives another result: does the function keep something from an earlier "
    "call, or use a name that another cell has changed?"
)
_RAISED = object()


class _Latest:
    """The latest call, and the functions whose slip was named."""

    function: Callable | None = None
    repeat: Callable[[Callable], Any] | None = None
    answer: Any = None
    named: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()


def called(function: Callable) -> None:
    """Remember that a function is called; how to repeat that is not known."""
    _Latest.function, _Latest.repeat, _Latest.answer = function, None, None


def forget() -> None:
    """Forget how to repeat the latest call."""
    _Latest.repeat = None


def answered(repeat: Callable[[Callable], Any], answer: Any) -> None:
    """Remember how to repeat the latest call with any function, and what that gave; it must not ask :func:`kept`."""
    _Latest.repeat, _Latest.answer = repeat, answer


def raised(repeat: Callable[[Callable], Any]) -> None:
    """Remember how to repeat the latest call with any function, and that it raised an error."""
    answered(repeat, _RAISED)


def kept() -> str:
    """What to say if the latest call gives another answer now, or in a fresh namespace; '' if it does not.

    For a fresh namespace the cell that defines the function runs again, with names of its own; where its text is not
    known, as outside a notebook, only the first is asked.
    """
    if _Latest.repeat is None or _Latest.function is None:
        return ""
    if _differs(_Latest.function):
        return CHANGES
    fresh = _afresh(_Latest.function)
    return KEEPS if fresh is not None and _differs(fresh) else ""


def name_slip() -> None:
    """Remember that the slip of the function called last was named: what comes later of it needs no guess."""
    with contextlib.suppress(TypeError):  # a callable that cannot be referred to weakly
        _Latest.named[_Latest.function] = True


def slip_was_named() -> bool:
    """Whether an earlier test of the function called last named its slip."""
    try:
        return _Latest.function in _Latest.named
    except TypeError:
        return False


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keep a student's code's warnings, and whatever else goes to stderr, out of the notebook."""
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def is_notebook(filename: str) -> bool:
    """Whether this is what IPython calls the text of a cell."""
    return "ipykernel_" in filename or filename.startswith("<")


def same(a: Any, b: Any) -> bool:
    """Whether two arguments or answers are equal, nan at the same places included."""
    if isinstance(a, (list, tuple)):
        return isinstance(b, (list, tuple)) and len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, np.ndarray) and a.dtype.kind in "biuf":
        return np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
    return a is b or callable(a) or bool(np.all(a == b))


def _differs(function: Callable) -> bool:
    repeat, before = _Latest.repeat, _Latest.answer
    assert repeat is not None
    try:
        with quiet(), contextlib.redirect_stdout(io.StringIO()):
            again = repeat(function)
    except (Exception, SystemExit):
        again = _RAISED
    return (again is _RAISED) != (before is _RAISED) or (again is not _RAISED and not same(before, again))


def _afresh(function: Callable) -> Callable | None:
    """The function as its cell defines it in a namespace of its own; None where that cannot be had."""
    code = getattr(function, "__code__", None)
    if code is None or not is_notebook(code.co_filename):
        return None
    source, names = "".join(linecache.getlines(code.co_filename)), dict(function.__globals__)
    try:
        with quiet(), contextlib.redirect_stdout(io.StringIO()):
            exec(compile(source, code.co_filename, "exec"), names)
    except (Exception, SystemExit):
        return None
    fresh = names.get(code.co_name) if source else None
    return fresh if callable(fresh) else None
