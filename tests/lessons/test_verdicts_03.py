"""Every outcome that the verdicts of lesson 03 allow, from invented results."""

from __future__ import annotations

import pytest
from verdict_rules import difference, rules

RULES = rules("03_pairwise_mse")
BETTER, WORSE, OPEN = difference(0.1, 0.3), difference(-0.3, -0.1), difference(-0.1, 0.2)


@pytest.mark.parametrize(
    ("shift_effect", "log_probabilities", "probabilities", "verdict"),
    [
        (2e-16, 1e-30, 0.5, "holds only if labels and predictions share it, up to a constant"),
        (2e-16, 1e-30, 1e-5, "holds"),
        (0.3, 1e-30, 0.5, "does not hold"),
        (2e-16, 0.2, 0.5, "does not hold"),
    ],
)
def test_claim_3_1(shift_effect: float, log_probabilities: float, probabilities: float, verdict: str) -> None:
    errors = {"log-probabilities": log_probabilities, "probabilities": probabilities}
    assert RULES.claim_3_1(shift_effect, errors).verdict == verdict


@pytest.mark.parametrize(
    ("numbers", "fresh", "sure", "verdict"),
    [
        (BETTER, BETTER, BETTER, "holds"),
        (BETTER, OPEN, BETTER, "holds only if the labels are numbers, not classes"),
        (BETTER, BETTER, OPEN, "holds only if the labels are numbers, not classes"),
        (BETTER, WORSE, WORSE, "holds only if the labels are numbers, not classes"),
        (OPEN, BETTER, BETTER, "not told apart"),
        (WORSE, BETTER, BETTER, "does not hold"),
    ],
)
def test_claim_3_2(numbers: object, fresh: object, sure: object, verdict: str) -> None:
    found = RULES.claim_3_2(numbers, fresh, sure)
    assert (found.verdict, found.low, found.high) == (verdict, numbers.low, numbers.high)


@pytest.mark.parametrize(
    ("one", "four", "verdict", "faults"),
    [
        (["mean", "mean"], ["mean", "mean"], "holds", 0),
        (["mean", "mean"], ["sum", "sum"], "holds", 0),
        (["mean", "mean"], ["fault", "sum"], "holds only if the batch holds one sample", 1),
        (["fault", "mean"], ["fault", "sum"], "does not hold", 2),
    ],
)
def test_claim_3_3(one: list[str], four: list[str], verdict: str, faults: int) -> None:
    found = RULES.claim_3_3({"1 × 5": one, "4 × 5": four}, "1 × 5", "2.21")
    assert (found.verdict, found.number) == (verdict, faults)


@pytest.mark.parametrize(
    ("lists", "depth", "control", "verdict"),
    [
        (BETTER, BETTER, BETTER, "holds"),
        (BETTER, BETTER, OPEN, "holds only if the data vary in what it ignores"),
        (BETTER, BETTER, WORSE, "holds only if the data vary in what it ignores"),
        (BETTER, OPEN, BETTER, "not told apart"),
        (OPEN, OPEN, OPEN, "not told apart"),
        (BETTER, WORSE, BETTER, "does not hold"),
    ],
)
def test_claim_3_4(lists: object, depth: object, control: object, verdict: str) -> None:
    found = RULES.claim_3_4({"lists": lists, "depth": depth}, {"lists": BETTER, "depth": control})
    assert (found.verdict, found.number) == (verdict, lists.value)


@pytest.mark.parametrize(
    ("gap", "slope", "verdict"),
    [(1e-12, 1.0, "does not hold"), (1e-12, 1.98, "holds"), (0.1, 1.0, "not told apart")],
)
def test_claim_3_5(gap: float, slope: float, verdict: str) -> None:
    assert RULES.claim_3_5(gap, {"variance": slope, "all pairs": 1.98}).verdict == verdict
