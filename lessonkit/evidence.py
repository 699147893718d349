"""One meaning of *better* for the whole course, and what a verdict consists of.

Two ways of doing something are compared run by run: both arms use the same seeds, and where they see the same test
items, the same items. What counts is the mean of the paired differences, with an interval. The rule, for every
lesson: *better* or *worse* where the interval excludes zero, else *not told apart*. A verdict is a pure function of
such results; :func:`show` displays the table of verdicts, and keeps the numbers in the notebook for `make verdicts`.

The interval is Student's, over runs. Where items were sampled as well, the variance of the mean over items is added,
and the degrees of freedom are Welch and Satterthwaite's (Satterthwaite 1946). The part of the variance that belongs
to the pair of a run and an item is then counted twice, so the interval is a little wide rather than too narrow (as
with the pigeonhole bootstrap, Owen 2007). The percentile bootstrap is not used: from eight runs its 95 % interval is
too narrow. Lesson 01 simulates how often the rule errs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from IPython.display import display
from scipy import stats

from lessonkit import plots

#: Share of experiments without any difference in which the rule may see one.
ERROR_RATE = 0.05
#: How often the smallest difference called *detectable* would be seen.
POWER = 0.8
#: Under this type the table of verdicts keeps its numbers in the notebook's output.
MIME = "application/vnd.lesson.verdicts+json"

BETTER, WORSE, NOT_TOLD_APART = "better", "worse", "not told apart"


@dataclass(frozen=True)
class Difference:
    """By how much one arm is better than another (negative: worse), with its interval.

    Attributes
    ----------
    value, low, high
        The mean paired difference and the ends of its interval, in units of the score.
    detectable
        The smallest difference that this experiment would have told apart in 80 % of its repetitions.
    comparisons
        How many comparisons the error rate is shared by (Bonferroni: each interval is at 1 − 0.05/comparisons).
    """

    value: float
    low: float
    high: float
    detectable: float
    comparisons: int = 1

    @property
    def outcome(self) -> str:
        """Whether the one arm is "better" or "worse" than the other, or the two are "not told apart"."""
        if self.low > 0:
            return BETTER
        return WORSE if self.high < 0 else NOT_TOLD_APART

    def is_within(self, margin: float) -> bool:
        """Whether the whole interval lies between −margin and margin: the arms are the same for all that matters."""
        return -margin < self.low and self.high < margin

    def words(self, digits: int = 2, unit: str = "") -> str:
        """The result as text, such as "better by 0.12 (0.05 to 0.19)"."""

        def number(value: float) -> str:
            return f"{value:.{digits}f}".replace("-", "−")

        if self.outcome == NOT_TOLD_APART:
            interval = f"{number(self.low)} to {number(self.high)}{unit}"
            return f"not told apart (difference {interval}; {number(self.detectable)}{unit} would have been seen)"
        sign = 1 if self.outcome == BETTER else -1
        low, high = sorted((sign * self.low, sign * self.high))
        return f"{self.outcome} by {number(sign * self.value)}{unit} ({number(low)} to {number(high)}{unit})"


def compare(one: Any, other: Any, *, lower_is_better: bool = False, comparisons: int = 1) -> Difference:
    """By how much ``one`` is better than ``other``, over runs and, where there are any, over test items.

    Parameters
    ----------
    one, other
        Scores of shape (runs,) with the same seeds in the same order, or (runs, items) with the same items as well,
        where a run's score is the mean over its items. ``other`` may be one number (or anything that broadcasts).
        A single run needs items.
    lower_is_better
        Whether a small score is a good one, such as a loss.
    comparisons
        How many comparisons are made together.

    Raises
    ------
    ValueError
        If there is nothing to take an interval from, the shapes do not fit, or a score is not finite.
    """
    one, other = (np.asarray(scores, dtype=float) for scores in (one, other))
    try:
        differences = np.atleast_1d(one - other) * (-1 if lower_is_better else 1)
    except ValueError:
        raise ValueError(f"The arms have scores of shapes {one.shape} and {other.shape}: pair them.") from None
    if differences.shape != np.atleast_1d(one).shape or differences.ndim > 2:
        raise ValueError(f"The first arm needs scores of shape (runs,) or (runs, items), not {one.shape}.")
    of_runs = differences if differences.ndim == 1 else differences.mean(axis=1)
    sampled = [of_runs]
    if differences.ndim == 2:
        sampled.append(differences.mean(axis=0))
    return _difference(float(of_runs.mean()), sampled, comparisons)


def compare_auc(one: Any, other: Any, is_anomaly: Any, *, comparisons: int = 1) -> Difference:
    """By how much the area under the ROC curve of ``one`` is larger than that of ``other``, on the same items.

    The variance over items is that of DeLong, DeLong and Clarke-Pearson (1988): the AUC is a mean over anomalies and
    a mean over normal items at once.

    Parameters
    ----------
    one, other
        Anomaly scores, larger for what looks more anomalous: (runs, items), or (items,) for a method without chance.
        ``other`` may be a number, the AUC to compare with (0.5: chance).
    is_anomaly
        Shape (items,), true where an item is an anomaly; at least two of each kind.
    comparisons
        How many comparisons are made together.

    Raises
    ------
    ValueError
        As :func:`compare`, or if the labels have another length or hold fewer than two of a kind.
    """
    is_anomaly = np.asarray(is_anomaly).astype(bool)
    if is_anomaly.ndim != 1 or min(np.sum(is_anomaly), np.sum(~is_anomaly)) < 2:
        raise ValueError("is_anomaly needs shape (items,), with at least two anomalies and two normal items.")
    anomalies, normals = _placements(one, is_anomaly)
    if np.ndim(other) == 0:
        anomalies, normals = anomalies - other, normals - other
    else:
        others = _placements(other, is_anomaly)
        if 1 < len(others[0]) != len(anomalies) > 1:
            raise ValueError(f"The arms have {len(anomalies)} and {len(others[0])} runs: pair them.")
        anomalies, normals = anomalies - others[0], normals - others[1]
    of_runs = anomalies.mean(axis=1)
    return _difference(float(of_runs.mean()), [of_runs, anomalies.mean(axis=0), normals.mean(axis=0)], comparisons)


def _placements(scores: Any, is_anomaly: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each anomaly the share of normal items below it, for each normal item the share of anomalies above it."""
    scores = np.atleast_2d(np.asarray(scores, dtype=float))
    if scores.ndim != 2 or scores.shape[1] != len(is_anomaly):
        raise ValueError(
            f"Scores of shape {scores.shape} do not fit {len(is_anomaly)} labels: (runs, items) is needed."
        )
    if not np.all(np.isfinite(scores)):
        raise ValueError("A score is not finite.")
    anomalies, normals = scores[:, is_anomaly], scores[:, ~is_anomaly]
    rank = stats.rankdata(scores, axis=1)  # ties share their rank, which counts a tie as half
    below = rank[:, is_anomaly] - stats.rankdata(anomalies, axis=1)
    above = anomalies.shape[1] - (rank[:, ~is_anomaly] - stats.rankdata(normals, axis=1))
    return below / normals.shape[1], above / anomalies.shape[1]


def _difference(value: float, sampled: Sequence[np.ndarray], comparisons: int) -> Difference:
    """The interval of a mean whose error has the variances of the means of several samples, added up."""
    if comparisons < 1:
        raise ValueError("There is at least 1 comparison.")
    sampled = [values for values in sampled if len(values) > 1]
    if not sampled:
        raise ValueError("One run without items has no spread: use several seeds.")
    if not all(np.all(np.isfinite(values)) for values in sampled):
        raise ValueError("A score is not finite.")
    variances = np.array([np.var(values, ddof=1) / len(values) for values in sampled])
    total = float(variances.sum())
    if total == 0:
        return Difference(value, value, value, 0.0, comparisons)
    freedom = total**2 / sum(v**2 / (len(values) - 1) for v, values in zip(variances, sampled, strict=True))
    reach = stats.t.ppf(1 - ERROR_RATE / 2 / comparisons, freedom)
    error = math.sqrt(total)
    detectable = (reach + stats.t.ppf(POWER, freedom)) * error
    return Difference(value, value - reach * error, value + reach * error, float(detectable), comparisons)


@dataclass(frozen=True)
class Verdict:
    """What became of a claim.

    Attributes
    ----------
    claim
        Its id, such as "2.9".
    verdict
        "holds", "holds only if …", "does not hold" or "not told apart".
    sentence
        What decides it, with the numbers.
    number, low, high
        The deciding number, and its interval where the number is an estimate (else None).

    Raises
    ------
    ValueError
        If the verdict is none of these.
    """

    claim: str
    verdict: str
    sentence: str
    number: float
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        fixed = ("holds", "does not hold", NOT_TOLD_APART)
        if self.verdict not in fixed and not self.verdict.startswith("holds only if "):
            raise ValueError(f"A verdict is {', '.join(fixed)} or 'holds only if …', not {self.verdict!r}.")


class _Verdicts(plots.Table):
    """The table of verdicts: for the page, and as data for the ledger."""

    def __init__(self, verdicts: Sequence[Verdict], claims: Mapping[str, str]) -> None:
        head = ("", "Claim", "Verdict", "What decides it")
        super().__init__(head, [(v.claim, claims[v.claim], v.verdict, v.sentence) for v in verdicts])
        self._data = [asdict(verdict) | {"text": claims[verdict.claim]} for verdict in verdicts]

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/plain": repr(self), "text/html": self._repr_html_(), MIME: self._data}


def show(verdicts: Sequence[Verdict], claims: Mapping[str, str]) -> None:
    """Display the verdicts of a lesson as a table, and keep their numbers in the notebook.

    Parameters
    ----------
    verdicts
        One for each claim.
    claims
        The words of each claim, by id.

    Raises
    ------
    ValueError
        If a claim has no verdict, or a verdict no claim.
    """
    if [v.claim for v in verdicts] != list(claims):
        raise ValueError(f"Verdicts on {[v.claim for v in verdicts]}, claims {list(claims)}: one for each, in order.")
    display(_Verdicts(verdicts, claims))
