"""The rule by which the lessons call one way better than another."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats
from sklearn.metrics import roc_auc_score

from lessonkit import evidence


def test_the_interval_over_runs_is_student_s() -> None:
    one, other = np.random.default_rng(0).normal(size=(2, 8)) + [[1.0], [0.0]]
    expected = stats.ttest_rel(one, other).confidence_interval(0.95)
    found = evidence.compare(one, other)
    np.testing.assert_allclose([found.low, found.high], expected)
    assert found.value == pytest.approx(np.mean(one - other))
    five = evidence.compare(one, other, comparisons=5)
    np.testing.assert_allclose([five.low, five.high], stats.ttest_rel(one, other).confidence_interval(0.99))


def test_direction_and_words() -> None:
    low, high = [0.10, 0.11, 0.12, 0.11], [0.30, 0.33, 0.31, 0.30]
    better, worse = (evidence.compare(a, b, lower_is_better=True) for a, b in ((low, high), (high, low)))
    assert (better.outcome, worse.outcome) == ("better", "worse")
    assert better.words() == "better by 0.20 (0.18 to 0.22)"
    assert worse.words(unit=" ppm") == "worse by 0.20 ppm (0.18 to 0.22 ppm)"
    assert evidence.compare(low, high).outcome == "worse"
    same = evidence.compare(low, [0.11, 0.10, 0.13, 0.10])
    assert same.words(1) == "not told apart (difference −0.0 to 0.0; 0.0 would have been seen)"
    assert same.is_within(0.05) and not same.is_within(0.01) and not better.is_within(0.05)
    equal = evidence.compare([1.0, 2.0], [1.0, 2.0])
    assert (equal.low, equal.high, equal.outcome) == (0.0, 0.0, "not told apart")


def rejections(sample, repetitions: int = 1000) -> float:
    """In which share of experiments the rule sees a difference."""
    rng = np.random.default_rng(1)
    return float(np.mean([evidence.compare(*sample(rng)).outcome != "not told apart" for _ in range(repetitions)]))


def test_error_rate_and_power() -> None:
    # binomial noise of 1000 repetitions: ±0.014 at 0.05, two standard errors
    assert 0.03 < rejections(lambda rng: rng.normal(size=(2, 8))) < 0.07
    assert rejections(lambda rng: rng.lognormal(sigma=1.0, size=(2, 8))) < 0.07

    def crossed(rng):
        return [
            rng.normal(size=(8, 1)) + rng.normal(size=(1, 60)) + rng.normal(size=(8, 60)),
            np.zeros((8, 60)),
        ]

    assert rejections(crossed) < 0.07
    detectable = float(
        np.mean([evidence.compare(*np.random.default_rng(s).normal(size=(2, 8))).detectable for s in range(200)])
    )
    assert 0.72 < rejections(lambda rng: rng.normal(size=(2, 8)) + [[detectable], [0.0]]) < 0.9


def test_items_widen_the_interval() -> None:
    rng = np.random.default_rng(2)
    items = rng.normal(size=(1, 50))
    scores = rng.normal(size=(8, 1)) * 0.01 + items - items.mean() + 0.2
    over_runs, over_both = evidence.compare(scores.mean(axis=1), 0.0), evidence.compare(scores, 0.0)
    assert over_runs.outcome == "better" and over_both.outcome == "not told apart"
    assert evidence.compare(scores[:1], 0.0).outcome == "not told apart"  # one run, with items


def test_auc_is_scikit_learn_s_and_its_interval_that_of_a_bootstrap() -> None:
    rng = np.random.default_rng(3)
    is_anomaly = np.arange(300) < 100
    common = rng.normal(size=300) + is_anomaly
    one, other = (np.round(common + rng.normal(size=300) * s, 1) for s in (0.3, 1.5))  # rounded: with ties
    found = evidence.compare_auc(one, other, is_anomaly)
    exact = roc_auc_score(is_anomaly, one) - roc_auc_score(is_anomaly, other)
    assert found.value == pytest.approx(exact)
    drawn = []
    for _ in range(400):
        items = np.concatenate([rng.choice(100, 100), 100 + rng.choice(200, 200)])
        drawn.append(roc_auc_score(is_anomaly, one[items]) - roc_auc_score(is_anomaly, other[items]))
    assert found.high - found.low == pytest.approx(2 * 1.96 * np.std(drawn), rel=0.15)
    assert evidence.compare_auc(np.stack([one, other]), 0.5, is_anomaly).outcome == "better"
    assert evidence.compare_auc(np.stack([one, other]), other, is_anomaly).value == pytest.approx(exact / 2)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: evidence.compare([1.0], [2.0]), "use several seeds"),
        (lambda: evidence.compare([1.0, 2.0], [1.0, 2.0, 3.0]), "pair them"),
        (lambda: evidence.compare([1.0, 2.0], np.ones((2, 2))), "first arm needs scores"),
        (lambda: evidence.compare([1.0, np.nan], 0.0), "not finite"),
        (lambda: evidence.compare([1.0, 2.0], 0.0, comparisons=0), "at least 1"),
        (lambda: evidence.compare_auc([1.0, 2.0, 3.0], 0.5, [0, 1, 1]), "at least two"),
        (lambda: evidence.compare_auc([1.0, 2.0, 3.0], 0.5, [0, 1, 1, 0]), "do not fit 4 labels"),
        (lambda: evidence.compare_auc([1.0, 2.0, 3.0, np.inf], 0.5, [0, 1, 1, 0]), "not finite"),
        (lambda: evidence.compare_auc(np.ones((3, 4)), np.ones((2, 4)), [0, 1, 1, 0]), "3 and 2 runs"),
        (lambda: evidence.Verdict("1.1", "holds if", "", 0.0), "A verdict is holds"),
        (lambda: evidence.show([], {"1.1": "x"}), "one for each"),
    ],
)
def test_bad_input(call, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()


def test_the_table_keeps_its_numbers() -> None:
    verdict = evidence.Verdict("1.1", "does not hold", "error 0.4 < 0.5", 0.4, 0.3, 0.5)
    shown = evidence._Verdicts([verdict], {"1.1": "it fits"})._repr_mimebundle_()
    assert "0.4 &lt; 0.5" in shown["text/html"]
    assert shown[evidence.MIME][0]["text"] == "it fits" and shown[evidence.MIME][0]["low"] == 0.3
