"""Lesson 01's verdicts, from invented results: every outcome that a rule allows is reached."""

from __future__ import annotations

import numpy as np
import pytest
from verdict_rules import difference, rules

RULES = rules("01_shallow_vs_deep")
BETTER, WORSE, OPEN, SAME = difference(0.1, 0.2), difference(-0.2, -0.1), difference(-0.1, 0.2), difference(-0.01, 0.01)
SCALE_TOO = "holds only if the scale of the input is named as another cause"


def around(mean: float) -> np.ndarray:
    """Eight errors close to a mean."""
    return mean + 0.004 * np.linspace(-1, 1, 8)


@pytest.mark.parametrize(
    ("late_fall", "errors", "verdict"),
    [
        (0.0, around(0.39), "does not hold"),
        (0.0, around(0.01), "holds"),
        (0.0, around(0.05), "not told apart"),
        (0.03, around(0.39), "not told apart"),
        (0.03, around(0.01), "not told apart"),
    ],
)
def test_a_flat_loss_and_a_fit(late_fall: float, errors: np.ndarray, verdict: str) -> None:
    found = RULES.claim_1_1(late_fall, 0.02, errors, 0.5)
    assert found.verdict == verdict
    assert found.low < found.number < found.high
    assert found.number == pytest.approx(errors.mean())


@pytest.mark.parametrize(
    ("parameters", "raw", "standardised", "verdict"),
    [
        ((481, 1501), BETTER, BETTER, "holds"),
        ((481, 1501), OPEN, BETTER, "holds only if the input is standardised"),
        ((481, 1501), WORSE, BETTER, "holds only if the input is standardised"),
        ((481, 1501), BETTER, OPEN, "holds only if the input is not standardised"),
        ((481, 1501), WORSE, WORSE, "does not hold"),
        ((1481, 1501), BETTER, BETTER, "does not hold"),
        ((481, 1501), OPEN, OPEN, "not told apart"),
        ((481, 1501), OPEN, WORSE, "not told apart"),
    ],
)
def test_fewer_parameters(parameters, raw, standardised, verdict) -> None:
    found = RULES.claim_1_2(parameters, raw, standardised)
    assert found.verdict == verdict
    assert (found.number, found.low, found.high) == (standardised.value, standardised.low, standardised.high)


@pytest.mark.parametrize(
    ("depth", "scale", "verdict"),
    [
        ([BETTER] * 3, [OPEN] * 3, "holds"),
        ([BETTER] * 3, [OPEN, BETTER, OPEN], SCALE_TOO),
        ([BETTER] * 3, [BETTER] * 3, SCALE_TOO),
        ([WORSE, SAME, WORSE], [BETTER] * 3, "does not hold"),
        ([SAME] * 3, [OPEN] * 3, "does not hold"),
        ([BETTER, OPEN, BETTER], [BETTER] * 3, "not told apart"),
        ([OPEN] * 3, [OPEN] * 3, "not told apart"),
    ],
)
def test_depth_as_the_cause(depth, scale, verdict) -> None:
    found = RULES.claim_1_3([481, 1501, 8512], depth, scale)
    assert found.verdict == verdict
    assert found.number == depth[1].value
    assert "8,512" in found.sentence


@pytest.mark.parametrize(
    ("deep", "random", "verdict"),
    [
        (1024, BETTER, "holds"),
        (1024, OPEN, "holds only if the weights are chosen for it"),
        (1024, WORSE, "holds only if the weights are chosen for it"),
        (21, BETTER, "does not hold"),
    ],
)
def test_pieces(deep, random, verdict) -> None:
    assert RULES.claim_1_4(61, deep, 21, random).verdict == verdict


@pytest.mark.parametrize(
    ("line", "error", "verdict"),
    [
        (False, 0.0, "holds only if there is no hidden layer"),
        (False, 0.3, "holds"),
        (True, 0.0, "does not hold"),
        (True, 0.3, "does not hold"),
    ],
)
def test_xor(line, error, verdict) -> None:
    assert RULES.claim_1_5(line, error).verdict == verdict


@pytest.mark.parametrize(
    ("by_hand", "separable", "verdict"),
    [
        (True, 40, "holds"),
        (True, 22, "holds only if the hidden layer is a suitable one"),
        (True, 0, "holds only if the hidden layer is a suitable one"),
        (False, 22, "holds only if the hidden layer is a suitable one"),
        (False, 0, "does not hold"),
    ],
)
def test_separable(by_hand, separable, verdict) -> None:
    found = RULES.claim_1_6(by_hand, separable, 40, 0.1, 0.9)
    assert found.verdict == verdict
    assert found.number == separable / 40


@pytest.mark.parametrize(
    ("se", "periodic", "verdict"),
    [
        (0.01, 0.001, "holds"),
        (0.44, 0.001, "holds only if the prior fits"),
        (0.44, 0.5, "does not hold"),
        (0.05, 0.001, "not told apart"),
        (0.44, 0.05, "not told apart"),
        (0.01, 0.44, "not told apart"),
    ],
)
def test_a_probabilistic_model(se, periodic, verdict) -> None:
    found = RULES.claim_1_7(around(se), around(periodic)[::-1], 0.5, 0.37)
    assert found.verdict == verdict
    assert found.number == pytest.approx(se - periodic)
    assert "37%" in found.sentence
