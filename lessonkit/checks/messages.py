"""What a failed check says, and how feedback reads it: the one place where both sides of that protocol stand.

A message has a first line that says what is wrong, then lines with inputs, expected and received values, then how the
answer's numbers relate to the right ones, then what known slip it looks like. Feedback on a *hidden* test leaves out
the lines that start with one of :data:`VALUE_LABELS`, so nothing but those lines may hold a value that a student should
not see.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from typing import Any

import numpy as np

#: How the lines of a message begin that hold inputs or values.
VALUE_LABELS = ("  input:", "  expected:", "  your answer:", "  where:")
#: How the line begins that says how the answer's numbers relate to the right ones: a fact, no explanation.
FACT_LABEL = "  compared:"
#: How the line begins that names a known slip (a hint, which is a guess, has no mark).
SLIP_LABEL = "  →"
_PLACE = re.compile(r"\w+ \(line ([\d, ]+) of the test\): ")


class CheckFailed(AssertionError):
    """A test of a student's answer failed.

    Parameters
    ----------
    what
        What is wrong, without values that a hidden test keeps to itself.
    given, expected, got
        Values shown on lines of their own (left out of feedback when the test is hidden).
    compared
        How the answer's numbers relate to the right ones (:func:`lessonkit.checks.relations.relation`).
    slip
        The known slip that the answer looks like; no hidden values.
    hint
        What to look at instead, where the slip is not known; no hidden values.
    where
        Where in the student's code an error arose.
    """

    def __init__(
        self,
        what: str,
        *,
        given: Any = None,
        expected: Any = None,
        got: Any = None,
        compared: str = "",
        slip: str = "",
        hint: str = "",
        where: str = "",
    ) -> None:
        lines = [what]
        for label, value in zip(VALUE_LABELS, (given, expected, got, where or None), strict=True):
            if value is not None:
                lines.append(f"{label} {show(value)}")
        if compared:
            lines.append(f"{FACT_LABEL} {compared}")
        if slip or hint:
            lines.append(f"{SLIP_LABEL} {slip}" if slip else f"  {hint}")
        super().__init__("\n".join(lines))

    def _render_traceback_(self) -> list[str]:
        """IPython's hook: the message and the failing line of the test cell, no library frames."""
        frames = traceback.extract_tb(self.__traceback__)
        cell = next((frame.filename for frame in frames if frame.name == "<module>"), None)
        # every line of the cell below the call: a helper may stand in the visible part and be used in the hidden one
        lines = [str(frame.lineno) for frame in frames if frame.filename == cell and frame.name != "<module>"]
        place = f" (line {', '.join(dict.fromkeys(lines))} of the test)" if lines else ""
        return [f"\x1b[0;31m{type(self).__name__}\x1b[0m{place}: {self}"]


class NotAttempted(CheckFailed):
    """The exercise still holds its placeholder."""


def failing_lines(text: str) -> set[int]:
    """The lines of the test cell that a check's traceback names; empty if the text is none of a check."""
    found = _PLACE.match(text)
    return {int(line) for line in found[1].split(", ")} if found else set()


def explanations(message: str) -> list[str]:
    """What a check's message says the answer may be: each known slip, or the message with its hint; no values."""
    lines = [line for line in message.split("\n") if not line.startswith((*VALUE_LABELS, FACT_LABEL))]
    slips = [line for line in lines if line.startswith(SLIP_LABEL)]
    return slips or (["\n".join(lines)] if len(lines) > 1 else [])


def show(value: Any) -> str:
    """A value on one short line: an array's ends and its shape, a text's ends, where it is long."""
    if isinstance(value, tuple):
        return "(" + ", ".join(show(part) if not isinstance(part, str) else repr(part) for part in value) + ")"
    if callable(value):
        return name_of(value)
    if not isinstance(value, (np.ndarray, np.generic)):
        # One line: feedback on hidden tests leaves out value lines, line by line.
        text = " ".join((value if isinstance(value, str) else repr(value)).split())
        return text if len(text) <= 240 else f"{text[:100]} … {text[-140:]}"  # a long error says the cause at its end
    array = np.asarray(value)
    if array.ndim == 0 and array.dtype.kind == "f":
        return f"{float(array):.7g}"
    with np.printoptions(precision=7, threshold=12, edgeitems=3, linewidth=10**6):
        text = " ".join(str(array).split())
    return text if array.size <= 12 else f"{text} (shape {array.shape})"


def name_of(function: Callable) -> str:
    """What a student calls a function."""
    return getattr(function, "__name__", None) or type(function).__name__
