"""What lesson 02 would say of other results: each rule reaches every outcome that it has."""

from __future__ import annotations

import math

import pytest
from verdict_rules import difference, rules

RULES = rules("02_logits_and_softmax")
BETTER, WORSE, UNDECIDED = difference(1.0, 3.0), difference(-3.0, -1.0), difference(-1.0, 1.0)


def budgets(*gains: object) -> dict:
    """Gains of students on logits, by budget."""
    return {f"budget {k}": gain for k, gain in enumerate(gains)}


@pytest.mark.parametrize(
    ("rule", "results", "verdict"),
    [
        ("claim_2_1", (0.0, 1e-16, True), "holds"),
        ("claim_2_1", (0.1, 1e-16, True), "does not hold"),
        ("claim_2_1", (0.0, 1e-3, True), "does not hold"),
        ("claim_2_1", (0.0, 1e-16, False), "does not hold"),
        ("claim_2_2", (1e-6, -20.0, 40.0), "holds"),
        ("claim_2_2", (0.1, -20.0, 40.0), "does not hold"),
        ("claim_2_2", (1e-6, 0.0, 1.0), "does not hold"),
        ("claim_2_3", (1e-16, 1e-14), "does not hold"),
        ("claim_2_3", (0.1, 1e-14), "holds"),
        ("claim_2_3", (1e-16, 0.1), "holds"),
        ("claim_2_4", (1.0, 1.0, 0.0), "holds"),
        ("claim_2_4", (1.0, 0.2, 1e-7), "holds only if the best two logits differ by more than float32 can tell apart"),
        ("claim_2_4", (0.9, 0.9, 0.5), "does not hold"),
        ("claim_2_5", (1e-15,), "holds"),
        ("claim_2_5", (0.1,), "does not hold"),
        ("claim_2_6", (87.0, math.inf), "does not hold"),
        ("claim_2_6", (math.inf, math.inf), "holds"),
        ("claim_2_6", (87.0, 87.0), "holds"),
        ("claim_2_7", (BETTER,), "holds"),
        ("claim_2_7", (WORSE,), "does not hold"),
        ("claim_2_7", (UNDECIDED,), "not told apart"),
        ("claim_2_8", (0, 5, BETTER, BETTER), "holds"),
        ("claim_2_8", (3, 5, BETTER, UNDECIDED), "does not hold"),
        ("claim_2_8", (3, 5, UNDECIDED, BETTER), "does not hold"),
        ("claim_2_8", (3, 5, UNDECIDED, WORSE), "not told apart"),
        ("claim_2_9", (budgets(BETTER, BETTER),), "holds"),
        ("claim_2_9", (budgets(UNDECIDED, BETTER, WORSE),), "holds only if the budget is budget 1 (of those tried)"),
        ("claim_2_9", (budgets(UNDECIDED, WORSE),), "does not hold"),
        ("claim_2_9", (budgets(UNDECIDED, UNDECIDED),), "not told apart"),
        ("claim_2_10", (0.0095, 1.7), "holds"),
        ("claim_2_10", (0.02, 1.7), "does not hold"),
    ],
)
def test_verdict_follows_from_results(rule: str, results: tuple, verdict: str) -> None:
    assert getattr(RULES, rule)(*results).verdict == verdict


def test_deciding_number_of_a_comparison_has_its_interval() -> None:
    for verdict in (
        RULES.claim_2_7(BETTER),
        RULES.claim_2_8(3, 5, BETTER, WORSE),
        RULES.claim_2_9(budgets(WORSE, BETTER)),
    ):
        assert (verdict.number, verdict.low, verdict.high) == (BETTER.value, BETTER.low, BETTER.high)


def test_sentence_on_distillation_tells_every_budget() -> None:
    sentence = RULES.claim_2_9(budgets(WORSE, BETTER, UNDECIDED)).sentence
    assert all(
        f"budget {k}: {words}" in sentence for k, words in enumerate(("worse by", "better by", "not told apart"))
    )


def test_sentence_on_the_break_down_can_say_never() -> None:
    assert "apart from a gap of 87, together never" in RULES.claim_2_6(87.0, math.inf).sentence
