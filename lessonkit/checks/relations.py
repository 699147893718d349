"""How a wrong answer relates to the right one, where that is a fact: a factor, an order, an average, a shape."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

#: Closer than answers are compared: a relation that holds by chance does not hold to five digits.
_RTOL = 1e-5


def compare(got: np.ndarray | tuple, right: np.ndarray, rtol: float, atol: float) -> str:
    """What is true of a wrong answer beside the right one, as a clause; "" where nothing simple is."""
    return relation(got, right) or few_wrong(got, right, rtol, atol) or nearly(got, right)


def _rounded(decimals: int, right: np.ndarray) -> np.ndarray:
    return right.round(decimals)


_ELEMENTWISE: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "the numbers are right except for their signs.": lambda right: np.abs(right) if (right <= 0).all() else -right,
    "the numbers are right, but negative ones have become positive.": np.abs,
    "the numbers are right, but negative ones have become 0.": lambda right: np.maximum(right, 0),
    "the numbers are right, but those above 1 have become 1.": lambda right: np.minimum(right, 1),
    "each number is 1 minus what it should be.": lambda right: 1 - right,
    "each number is 1 divided by what it should be.": lambda right: 1 / right,
    "each number is the square of what it should be.": np.square,
    "each number is the square root of what it should be.": np.sqrt,
    "each number is the exponential of what it should be.": np.exp,
    "each number is the logarithm of what it should be.": np.log,
}
_ROUNDED: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    f"the numbers are rounded to {k} decimals.": partial(_rounded, k) for k in (4, 3, 2, 1)
}
_ARRANGED: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "these are the right numbers in reverse order.": lambda right: right[::-1],
    "these are the right numbers, each row in reverse order.": lambda right: right[..., ::-1],
    "these are the right numbers, but sorted.": lambda right: np.sort(right, axis=0),
    "these are the right numbers, each one place too late.": lambda right: np.roll(right, 1, axis=0),
    "these are the right numbers, each one place too early.": lambda right: np.roll(right, -1, axis=0),
    "these are running totals of the right numbers.": lambda right: np.cumsum(right, axis=0),
}
_TOTALS: dict[str, Callable[..., np.ndarray]] = {"mean": np.mean, "sum": np.sum}


def relation(got: np.ndarray | tuple, right: np.ndarray) -> str:
    """How `got` relates to the right answer, as a clause; "" where no simple relation holds."""
    if isinstance(got, tuple) or {got.dtype.kind, right.dtype.kind} - set("biuf"):
        return ""
    if not np.isfinite(got).all() or not np.isfinite(right).all():
        return ""
    got, right = got.astype(float), right.astype(float)
    with np.errstate(all="ignore"):
        return _of_one_shape(got, right) if got.shape == right.shape else _of_two_shapes(got, right)


def _of_one_shape(got: np.ndarray, right: np.ndarray) -> str:
    different = np.unique(right.round(6)).size
    if different < 3 or _same(got, right):  # few numbers fit a relation by chance, and equal ones any that keeps them
        return ""
    for sentence, change in (_ELEMENTWISE | (_ROUNDED | _ARRANGED if different > 3 else {})).items():
        if _same(got, change(right)):
            return sentence
    if right.ndim == 2 and _same(got, right.T):
        return "rows and columns are the wrong way round."
    factor, offset = np.median((got / right)[right != 0]), np.median(got - right)
    if factor and _same(got, right * factor):
        return f"each number is {factor:.6g} times what it should be."
    if _same(got, right + offset):
        return f"each number is too {'large' if offset > 0 else 'small'} by the same amount."
    return ""


def _of_two_shapes(got: np.ndarray, right: np.ndarray) -> str:
    if got.size == right.size:
        if _same(got.reshape(right.shape), right):
            return "the numbers are right and in their order; only the shape is another."
        return "the numbers are right; rows and columns are the wrong way round." if _same(got.T, right) else ""
    large, small = (got, right) if got.size > right.size else (right, got)
    if np.unique(large.round(6)).size < 2:
        return ""
    for axis in (None, *range(large.ndim)):
        for name, total in _TOTALS.items():
            if _same(total(large, axis=axis).squeeze(), small.squeeze()):
                over = "" if axis is None else f" over axis {axis}"
                if large is got:
                    return f"the {name} of these numbers{over} would be right."
                return f"this is the {name} of the right numbers{over}; they are asked for one by one."
    return ""


def _same(got: np.ndarray, value: np.ndarray) -> bool:
    return got.shape == value.shape and bool(np.allclose(got, value, rtol=_RTOL, atol=1e-8))


def few_wrong(got: np.ndarray | tuple, right: np.ndarray, rtol: float, atol: float) -> str:
    """Where the wrong numbers of an answer are, as a clause; "" where none, all or perhaps more of them are wrong."""
    if isinstance(got, tuple) or got.shape != right.shape or {got.dtype.kind, right.dtype.kind} - set("biuf"):
        return ""
    wrong = ~np.isclose(got.astype(float), right.astype(float), rtol=rtol, atol=atol, equal_nan=True)
    if wrong.all() or not wrong.any():
        return ""
    if not np.isclose(got[~wrong].astype(float), right[~wrong].astype(float), rtol=_RTOL, equal_nan=True).all():
        return ""  # within the tolerance, and yet not the same
    if wrong.ndim == 1 and wrong.sum() == 1:
        place = int(wrong.argmax()) + 1
        names = {1: "the first number", wrong.size: "the last number"}
        return f"only {names.get(place, f'number {place}')} of {wrong.size} is wrong."
    return f"{wrong.size - wrong.sum()} of {wrong.size} numbers are right."


def nearly(got: np.ndarray | tuple, right: np.ndarray) -> str:
    """How far off numbers are that are all close to the right ones, as a clause; "" where one is not."""
    if isinstance(got, tuple) or got.shape != right.shape or {got.dtype.kind, right.dtype.kind} - set("biuf"):
        return ""
    off = np.abs(got.astype(float) - right.astype(float))
    if not off.size or not (off < 0.005 * np.abs(right.astype(float)).max()).all():  # nor do nan and inf
        return ""
    return f"all numbers are close to the right ones, off by {off.max():.1g} at most: rounded, or approximated?"
