"""Calling a student's function: with copies of plain arrays, quietly, and with errors in words."""

from __future__ import annotations

import contextlib
import copy
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from lessonkit.checks import state
from lessonkit.checks.errors import line_in_notebook, meaning, of_lists, words_of
from lessonkit.checks.messages import CheckFailed, NotAttempted, name_of
from lessonkit.checks.state import same

NO_RETURN = "Does the function end with a return statement?"


@contextlib.contextmanager
def student_code(
    function: Callable,
    given: Any = None,
    *,
    hint: Callable[[BaseException], str] = lambda error: "",
    what: str = "",
    repeat: Callable[[Callable], Any] | None = None,
) -> Iterator[None]:
    """Run a student's code: its warnings are kept off stderr, its errors become a :class:`CheckFailed`.

    Parameters
    ----------
    function
        The student's function.
    given
        What it is given, to show that.
    hint
        What an error may come of; '' where that is not known.
    what
        What runs, where it is not the function itself: "the model of build_mlp".
    repeat
        Does the same with any function, to ask after an error whether it comes each time.
    """
    what = what or name_of(function)
    state.called(function)
    try:
        with state.quiet():
            yield
    except (Exception, SystemExit) as error:
        if _is_placeholder(error):
            raise NotAttempted(
                f"{name_of(function)} is not written yet: replace the placeholder in its cell."
            ) from None
        if repeat is not None:
            state.raised(repeat)
        raise CheckFailed(
            f"{what} raised {type(error).__name__} where an answer was expected.",
            given=given,
            got=f"{type(error).__name__}: {words_of(error)}",
            where=line_in_notebook(error),
            hint=state.kept() or meaning(error) or hint(error),
        ) from error


def _is_placeholder(error: BaseException) -> bool:
    """Whether this is the released `raise NotImplementedError()`, not one that a library raises with words."""
    words = str(error).strip()
    return isinstance(error, NotImplementedError) and (not words or words.endswith("NotImplementedError:"))


def as_array(value: Any, name: str = "the answer") -> Any:
    """Turn an answer into a NumPy array, or a tuple of answers into a tuple of arrays.

    Raises
    ------
    CheckFailed
        If the answer, or a part of it, is None, or is not made of numbers.
    """
    if value is None:
        raise CheckFailed(f"{name} returned nothing.", hint=NO_RETURN)
    if isinstance(value, tuple):
        if any(part is None for part in value):
            raise CheckFailed(f"One of the values that {name} returned is None.", got=repr(value))
        return tuple(as_array(part, name) for part in value)
    if isinstance(value, dict):
        raise CheckFailed(f"{name} returned a dictionary; return its values alone.", got=repr(value))
    if isinstance(value, np.ma.MaskedArray):
        value = value.astype(float).filled(np.nan)  # type: ignore[attr-defined]  # numpy's stubs lose the mask
    if hasattr(value, "numpy"):  # TensorFlow tensors and variables; a symbolic one has no values
        with contextlib.suppress(AttributeError, NotImplementedError):
            value = value.numpy()
    try:
        array = np.array(value)
    except Exception:
        if isinstance(value, list):  # several answers of different shapes, in a list instead of a tuple
            return tuple(as_array(part, name) for part in value)
        raise CheckFailed(f"{name} did not return an array of one shape.", got=repr(value)) from None
    if array.dtype.kind not in "biuf":
        raise CheckFailed(f"{name} did not return numbers.", got=repr(value))
    return array


def parts(got: Any, names: Sequence[str]) -> tuple[np.ndarray, ...]:
    """Take an answer apart that should be a tuple (or list) of several arrays.

    Parameters
    ----------
    got
        What :func:`call` or a probe returned.
    names
        What each part is, for the message: ``("mean", "std")``.

    Raises
    ------
    CheckFailed
        If there are more or fewer parts.
    """
    found = got if isinstance(got, tuple) else tuple(got) if got.ndim else (got,)
    if len(found) != len(names):
        count = "is one array" if isinstance(got, np.ndarray) else f"has {len(found)} parts"
        hint = f"End the function with `return {', '.join(names)}`."
        raise CheckFailed(f"The answer {count} where {len(names)} values are expected.", hint=hint)
    return found


def call(function: Callable, *args: Any, **kwargs: Any) -> Any:
    """Call a student's function with copies of the arguments.

    Parameters
    ----------
    function
        The student's function.
    *args, **kwargs
        Plain values, lists or arrays.

    Returns
    -------
    numpy.ndarray or tuple of numpy.ndarray
        The answer.

    Raises
    ------
    NotAttempted
        If the function raises NotImplementedError.
    CheckFailed
        If it raises any other error, returns nothing or no numbers, or changes one of its arguments.
    """
    name = name_of(function)
    own_args, own_kwargs = copy.deepcopy((args, kwargs))
    hint = of_lists if any(isinstance(value, list) for value in own_args) else lambda error: ""

    def repeat(other: Callable) -> Any:
        return as_array(other(*copy.deepcopy(args), **copy.deepcopy(kwargs)))

    with student_code(function, given=args[0] if len(args) == 1 else args or None, hint=hint, repeat=repeat):
        answer = function(*own_args, **own_kwargs)
    answer = as_array(answer, name)
    state.answered(repeat, answer)
    must_keep(name, (*args, *kwargs.values()), (*own_args, *own_kwargs.values()))
    return answer


def must_keep(name: str, before: Sequence[Any], after: Sequence[Any]) -> None:
    """Fail if a function has changed one of its arguments, of which a copy was kept."""
    for own, theirs in zip(before, after, strict=True):
        if isinstance(own, (np.ndarray, list, tuple)) and not same(own, theirs):
            raise CheckFailed(
                f"{name} changes its input.", hint="Work on a copy: the caller may still need the original."
            )


def warnings_of(function: Callable, *args: Any) -> list[str]:
    """The warnings that a call of a student's function gives, one text each (`[]`: none)."""
    with student_code(function), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function(*copy.deepcopy(args))
    return [str(entry.message) for entry in caught]


def error_of(function: Callable, *args: Any) -> Exception | None:
    """The error that a call of a student's function raises, None if it raises none.

    Raises
    ------
    NotAttempted
        If the function is not written yet.
    """
    try:
        with student_code(function):
            function(*copy.deepcopy(args))
    except NotAttempted:
        raise
    except CheckFailed as failed:
        return failed.__cause__ if isinstance(failed.__cause__, Exception) else failed
    return None
