"""Every outcome that the verdicts of lesson 00 allow, from invented results."""

from __future__ import annotations

import pytest
from verdict_rules import rules

RULES = rules("00_start_here")


@pytest.mark.parametrize(
    ("hits", "mse", "verdict"),
    [
        ([0, 3], [1.0, 2.25], "does not hold"),
        ([0, 3], [1.0, 0.25], "holds"),
        ([3, 0], [0.25, 1.0], "holds"),
        ([2, 2], [1.0, 2.0], "not told apart"),
        ([0, 3], [1.0, 1.0], "not told apart"),
    ],
)
def test_claim_0_1(hits: list[int], mse: list[float], verdict: str) -> None:
    assert RULES.claim_0_1(hits, mse).verdict == verdict


@pytest.mark.parametrize(
    ("best", "score", "verdict"),
    [(2.0, 1.0, "holds"), (2.5, 1.0, "does not hold"), (2.0, 1.5, "does not hold")],
)
def test_claim_0_2(best: float, score: float, verdict: str) -> None:
    found = RULES.claim_0_2(best, score, [1.0, 3.0])
    assert (found.verdict, found.number) == (verdict, score)


@pytest.mark.parametrize(
    ("same_shape", "column", "verdict"),
    [
        (0.0, 0.0, "holds"),
        (0.0, 5.0, "holds only if the shapes of targets and forecast are the same"),
        (1.0, 5.0, "does not hold"),
        (1.0, 0.0, "does not hold"),
    ],
)
def test_claim_0_3(same_shape: float, column: float, verdict: str) -> None:
    found = RULES.claim_0_3(same_shape, column)
    assert (found.verdict, found.number) == (verdict, column)
