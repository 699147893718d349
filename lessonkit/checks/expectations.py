"""What a test expects of an answer, and which known slip explains an answer that is not that."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from lessonkit.checks.messages import CheckFailed, show
from lessonkit.checks.relations import compare
from lessonkit.checks.state import kept, name_slip, slip_was_named

#: Tolerances that a correct float32 computation of ordinary values meets; a float64 result may have passed through
#: float32 inside (TensorFlow's default), so its type says nothing about its precision.
RTOL, ATOL = 1e-4, 1e-6
#: While this environment variable is set, slips that could never be told are an error: the build sets it.
AUTHORING = "LESSON_AUTHORING"

_NAN = "The answer holds nan (not a number): look for 0/0, inf − inf or the logarithm of a negative number."
_WHOLE = (
    "The answer is made of whole numbers, so decimals are cut off: // and int() do that, and so does an array made "
    "like an input of whole numbers (np.zeros_like, np.empty_like) or np.vectorize whose first result is whole."
)
_DIGITS = "It agrees in the digits shown, but not as closely as it should: in which precision is it computed?"


def expect(
    condition: Any, what: str, *, given: Any = None, expected: Any = None, got: Any = None, hint: str = ""
) -> None:
    """Fail with the message ``what`` unless ``condition`` holds.

    ``hint`` says what to look at; it is left out where an earlier test of the same function has named its slip.
    """
    if not condition:
        hint = kept() or ("" if slip_was_named() else hint)
        raise CheckFailed(what, given=given, expected=expected, got=got, hint=hint)


def expect_shape(got: np.ndarray, shape: tuple[int, ...], what: str, *, compared: str = "") -> None:
    """Fail unless ``got`` is an array of this shape; ``compared`` says how its numbers relate to the right ones."""
    what = what.removesuffix(",")  # a clause may end the phrase, where a verb would follow
    if isinstance(got, tuple):
        raise CheckFailed(f"{what}: one array is expected, not {len(got)}.", got=got, hint=kept())
    if got.shape != tuple(shape):
        found = _entries(got.shape)
        raise CheckFailed(
            f"{what}: the answer has another shape than it should.",
            expected=_entries(tuple(shape)),
            got=f"{found}: {show(got)}" if got.size <= 12 else found,
            compared=compared,
            hint=kept(),
        )


def _entries(shape: tuple[int, ...]) -> str:
    if len(shape) == 1:
        return f"{shape[0]} entr{'y' if shape[0] == 1 else 'ies'}, shape {shape}"
    return f"shape {shape}" if shape else "a single number, shape ()"


def expect_close(
    got: np.ndarray,
    expected: Any,
    what: str,
    *,
    given: Any = None,
    rtol: float = RTOL,
    atol: float = ATOL,
    slips: Mapping[str, Any] | None = None,
    hints: Mapping[str, Callable[[np.ndarray], Any]] | None = None,
    hint: str = "",
) -> None:
    """Fail unless ``got`` has the shape and the values of ``expected``.

    Parameters
    ----------
    got
        What :func:`call` or a probe returned.
    expected
        The right values.
    what
        What was computed, as a short noun phrase: "the softmax of a row". No hidden values in it.
    given
        The input, to show it.
    rtol, atol
        Relative and absolute tolerance. The default is what float32 arithmetic needs.
    slips
        Known wrong answers: what a misconception gives, by the sentence that names it.
    hints
        Sentences for an answer that is no known slip, each with a condition on the answer that must hold for it:
        ``{"It is capped at 1.": lambda got: got.max() == 1}``. The first that holds is given.
    hint
        What to look at where nothing else is known; no hidden values. Like `hints`, it is left out where an earlier
        test of the same function has named its slip.

    Raises
    ------
    CheckFailed
        If the answer is another one.
    ValueError
        While a lesson is built, if a slip equals the expected answer or another slip.
    """
    expected = np.asarray(expected)
    slips = {sentence: np.asarray(value) for sentence, value in (slips or {}).items()}
    if AUTHORING in os.environ:
        _must_be_told_apart(slips, expected, rtol, atol)
    if close(got, expected, rtol, atol):
        return
    fitting = [sentence for sentence, value in slips.items() if close(got, value, rtol, atol)]
    if fitting:
        name_slip()
        said = fitting[0] if len(fitting) == 1 else "It looks like one of these: " + " Or: ".join(fitting)
        raise CheckFailed(f"{what} is wrong.", given=given, expected=expected, got=got, slip=said)
    compared = "" if slip_was_named() else compare(got, expected, rtol, atol)
    expect_shape(got, expected.shape, what, compared=compared)
    hint = kept() or ("" if slip_was_named() else _guess(got, expected, hints or {}, hint))
    raise CheckFailed(f"{what} is wrong.", given=given, expected=expected, got=got, compared=compared, hint=hint)


def _guess(got: np.ndarray, expected: np.ndarray, hints: Mapping[str, Callable[[np.ndarray], Any]], hint: str) -> str:
    """What an answer that is no known slip may come from; the test's own words go first."""
    for sentence, holds in hints.items():
        if holds(got):
            return sentence
    if hint:
        return hint
    if np.isnan(got.astype(float)).any() and not np.isnan(expected.astype(float)).any():
        return _NAN
    if got.dtype.kind in "iu" and np.any(expected != np.round(expected)):
        return _WHOLE
    return _DIGITS if got.size <= 12 and show(got) == show(expected.astype(float)) else ""


def close(got: Any, expected: np.ndarray, rtol: float = RTOL, atol: float = ATOL) -> bool:
    """Whether an answer has the shape and the values of an array, nan at the same places included."""
    if not isinstance(got, (np.ndarray, np.generic)) or got.shape != expected.shape:
        return False
    with np.errstate(all="ignore"):
        return bool(np.isclose(got.astype(float), expected.astype(float), rtol=rtol, atol=atol, equal_nan=True).all())


def _must_be_told_apart(slips: Mapping[str, np.ndarray], expected: np.ndarray, rtol: float, atol: float) -> None:
    known = [("the right answer", expected)]
    for sentence, value in slips.items():
        for other, taken in known:
            if close(value, taken, rtol, atol):
                raise ValueError(f"The slip {sentence!r} cannot be told from {other!r} with this input.")
        known.append((sentence, value))
