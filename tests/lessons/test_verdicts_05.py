"""Lesson 05 decides its claims by rules; invented results reach each outcome of each rule."""

from __future__ import annotations

import re

import pytest
from verdict_rules import difference, rules

from lessonkit import evidence

RULES = rules("05_variational_autoencoders")

BETTER, WORSE, OPEN = difference(1.5, 2.5), difference(-2.5, -1.5), difference(-2.0, 2.0)
SAME, SLIGHTLY_BETTER = difference(-0.2, 0.3), difference(0.1, 0.5)


def outcome(verdict: evidence.Verdict, claim: str) -> str:
    """The verdict, whose sentence has its numbers and whose interval holds its number."""
    assert verdict.claim == claim and re.search(r"\d", verdict.sentence)
    assert verdict.low <= verdict.number <= verdict.high
    return verdict.verdict


@pytest.mark.parametrize(
    ("laplace", "box", "expected"),
    [
        (BETTER, BETTER, "holds"),
        (BETTER, WORSE, "does not hold"),
        (SAME, BETTER, "does not hold"),
        (SLIGHTLY_BETTER, BETTER, "does not hold"),
        (OPEN, BETTER, "not told apart"),
        (OPEN, OPEN, "not told apart"),
    ],
)
def test_5_1_other_priors(laplace: evidence.Difference, box: evidence.Difference, expected: str) -> None:
    assert outcome(RULES.claim_5_1({"Laplace": laplace, "flat box": box}), "5.1") == expected


def test_5_1_names_the_prior_that_decides() -> None:
    verdict = RULES.claim_5_1({"Laplace": SAME, "two bells": OPEN})
    assert "Laplace" in verdict.sentence and verdict.number == SAME.value


@pytest.mark.parametrize(
    ("inside", "boot", "expected"),
    [
        (0.0, difference(-0.03, 0.02), "holds"),
        (0.0, difference(-0.03, -0.01), "holds"),
        (0.0, difference(0.2, 0.3), "holds"),
        (0.1, difference(-0.03, 0.02), "does not hold"),
        (0.0, difference(-0.9, -0.5), "does not hold"),
        (0.0, difference(-0.5, 0.5), "not told apart"),
    ],
)
def test_5_2_a_function_of_a_gaussian(inside: float, boot: evidence.Difference, expected: str) -> None:
    assert outcome(RULES.claim_5_2(inside, boot), "5.2") == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (0.05, BETTER, "holds"),
        (0.005, BETTER, "does not hold"),
        (0.05, WORSE, "does not hold"),
        (0.05, OPEN, "not told apart"),
    ],
)
def test_5_3_gaussian_by_training(before: float, after: evidence.Difference, expected: str) -> None:
    assert outcome(RULES.claim_5_3(before, 0.01, after), "5.3") == expected


@pytest.mark.parametrize(
    ("std", "distance", "normal", "expected"),
    [
        (BETTER, BETTER, BETTER, "holds"),
        (BETTER, BETTER, WORSE, "holds only if"),
        (BETTER, BETTER, OPEN, "not told apart"),
        (BETTER, OPEN, BETTER, "not told apart"),
        (WORSE, BETTER, BETTER, "does not hold"),
        (OPEN, WORSE, BETTER, "does not hold"),
    ],
)
def test_5_4_the_pull(
    std: evidence.Difference, distance: evidence.Difference, normal: evidence.Difference, expected: str
) -> None:
    assert outcome(RULES.claim_5_4(std, distance, normal), "5.4").startswith(expected)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (difference(0.003, 0.005), "holds"),
        (difference(0.5, 0.6), "does not hold"),
        (difference(0.01, 0.03), "not told apart"),
    ],
)
def test_5_5_the_scale_of_the_noise(error: evidence.Difference, expected: str) -> None:
    assert outcome(RULES.claim_5_5(error, 0.8), "5.5") == expected


AS_GOOD, FAR_BELOW, WIDE = difference(-0.01, 0.01), difference(-0.3, -0.2), difference(-0.05, 0.05)


@pytest.mark.parametrize(
    ("own", "above", "squared", "expected"),
    [
        (AS_GOOD, FAR_BELOW, FAR_BELOW, "holds"),
        (WIDE, AS_GOOD, AS_GOOD, "not told apart"),
        (FAR_BELOW, AS_GOOD, FAR_BELOW, "holds only if it is judged by another score than its bound"),
        (FAR_BELOW, AS_GOOD, AS_GOOD, "holds only if it is judged by another score than its bound"),
        (FAR_BELOW, WIDE, FAR_BELOW, "not told apart"),
        (FAR_BELOW, FAR_BELOW, FAR_BELOW, "does not hold"),
    ],
)
def test_5_6_an_anomaly_detector(
    own: evidence.Difference, above: evidence.Difference, squared: evidence.Difference, expected: str
) -> None:
    assert outcome(RULES.claim_5_6(own, {"above": above, "squared": squared}), "5.6") == expected
