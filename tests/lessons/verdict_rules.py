"""The functions by which a lesson decides its claims, to be fed with invented results."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from autograder.cells import grade_id
from autograder.lesson import read_lesson
from autograder.paths import SOLUTIONS
from lessonkit import evidence


def rules(lesson: str) -> SimpleNamespace:
    """What the cells `demo_rules…` of a lesson define: `claim_1_1(…) -> evidence.Verdict` and so on.

    They get NumPy and `lessonkit.evidence`, and nothing of the lesson: a rule depends on its arguments alone.
    """
    namespace = {"np": np, "evidence": evidence}
    for cell in read_lesson(SOLUTIONS / f"{lesson}.py").notebook.cells:
        if grade_id(cell).startswith("demo_rules"):
            exec(compile(cell.source, f"<{grade_id(cell)}>", "exec"), namespace)
    return SimpleNamespace(**namespace)


def difference(low: float, high: float) -> evidence.Difference:
    """An invented comparison with this interval."""
    return evidence.Difference((low + high) / 2, low, high, high - low)
