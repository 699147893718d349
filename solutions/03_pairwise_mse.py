# ---
# jupyter:
#   jupytext:
#     notebook_metadata_filter: lesson
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#       jupytext_version: 1.19.6
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
#   lesson:
#     minutes: 80
#     points: 10
# ---

# %% [markdown]
# # Pairwise squared error: logits, probabilities or something else?
#
# After this lesson you can
#
# - **derive** the mean squared error of all pairs as twice a variance, and **compute** it in $O(n)$,
# - **predict** what a loss cannot see from what leaves it unchanged, and **repair** the rest after training,
# - **recognise** catastrophic cancellation in float32, and avoid it,
# - **check** a library function against its own documentation,
# - **choose** a pairwise loss for a task: regression, depth or ranking.
#
# **Time:** 80 minutes, more than half of it for six exercises (10 points). **You need:** the lessons `01_shallow_vs_deep` and `02_logits_and_softmax`.
#
# Experiments call the functions that you write; where one stops with `NotImplementedError`, an exercise above it is open.

# %% [markdown]
# ## Recall
#
# Two questions on earlier lessons. Answer in your head, then unfold.
#
# 1. (Lesson 01) A loss has converged. With which number do you compare it first, and what is that number for the mean squared error?
#
# <details><summary>Answer</summary>
#
# With what the best constant prediction scores. For the mean squared error the best constant is the mean of the targets, and its error is their **variance**: the
# mean squared distance from the mean. The variance is the main character of today's lesson, too.
# </details>
#
# 2. (Lesson 02) You add 7 to every logit of one sample. What happens to its softmax?
#
# <details><summary>Answer</summary>
#
# Nothing: the factor $e^7$ appears in the numerator and in the denominator. Logits are log-probabilities up to one shared constant; only their *differences* mean
# something, and they are log-odds between two classes.
# </details>

# %% [markdown]
# ## The question
#
# > *TensorFlow has a loss* `tf.compat.v1.losses.mean_pairwise_squared_error`*. Its documentation says nothing about what the predictions should be. Does it want logits,
# > probabilities, or something else?*
#
# Answers in circulation: *nobody says, so anything goes; it is a regression loss, so use a linear layer; the function computes what its documentation says; comparing all
# pairs costs* $O(n^2)$*; there are better pairwise losses.* You will test each.
#
# **Predict.** Write down, before you run anything:
#
# - All predictions of a sample are 10 too large. What does a loss say that compares only *pairs* of predictions?
# - A network is trained with such a loss. What will be wrong with its predictions?

# %% [markdown]
# *Your prediction (double-click to write):*
#
# …

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import lessonkit

lessonkit.start(seed=1)  # before TensorFlow is imported: quiet start, seeds, plot style

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

from lessonkit import data, evidence, plots, training

# %% [markdown]
# ## 1. All pairs
#
# A sample has $n$ outputs with labels $y_i$ and predictions $\hat y_i$. The ordinary squared error looks at each $d_i = \hat y_i - y_i$ alone. The pairwise error asks of every two outputs: is
# the prediction's *difference* right?
#
# $$L = \frac{2}{n(n-1)} \sum_{i<j} \big((\hat y_i - \hat y_j) - (y_i - y_j)\big)^2 = \frac{2}{n(n-1)} \sum_{i<j} (d_i - d_j)^2$$
#
# This is the formula in the documentation of TensorFlow's function. Here are all pairs of a sample with five outputs:

# %% nbgrader={"grade": false, "grade_id": "demo_pairs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
label = np.array([1.0, 2.5, 2.0, 4.0, 3.0])
prediction = np.array([2.0, 2.5, 4.5, 4.5, 3.5])
d = prediction - label
table = np.ma.masked_array((d[:, None] - d[None, :]) ** 2, mask=np.tri(5, dtype=bool))

# %% nbgrader={"grade": false, "grade_id": "demo_pairs_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: five errors, and their ten pairs
figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.6))
left.plot(label, "o", color="black", label="label")
left.plot(prediction, "s", color=plots.COLORS["red"], label="prediction")
left.vlines(range(5), label, prediction, color=plots.COLORS["red"], linewidth=1)
left.set(xlabel="output i", ylabel="value", xticks=range(5))
left.set_title(f"Element by element: the mean of {d.size} squares is {np.mean(d**2):.2f}")
left.legend()
image = right.imshow(table, cmap="Blues", vmin=0)
for i, j in zip(*np.triu_indices(5, k=1), strict=True):
    color = "white" if table[i, j] > 3 else "black"
    right.text(j, i, f"{table[i, j]:.2f}", ha="center", va="center", color=color)
right.grid(False)
right.set(xlabel="output j", ylabel="output i")
right.set_title(f"Pair by pair: the mean of {table.count()} squares is {table.mean():.2f}")
plots.show(
    figure,
    f"""Left: labels and predictions of five outputs, joined by vertical lines of
    lengths {", ".join(f"{abs(v):g}" for v in d)}. Right: a 5 by 5 table of (d_i − d_j)², filled
    above the diagonal only: {table.count()} pairs with the mean {table.mean():.2f}.""",
)

# %% [markdown]
# Below the diagonal the same pairs come again; on the diagonal an output would be paired with itself. Neither counts.

# %% [markdown]
# ### Exercise: `pairwise_squared_error`
#
# | | |
# |---|---|
# | **Write** | the last lines: the mean of $(d_i - d_j)^2$ over all pairs $i < j$ within each sample |
# | **Why it matters** | this is the definition; every faster formula below has to give the same numbers |
# | **Time, difficulty** | 6 minutes, ●○○ |
# | **Signature** | `pairwise_squared_error(labels, predictions)`: two arrays (batch, …) of one shape → (batch,) |
# | **Example** | `pairwise_squared_error([[0, 0.5, 1]], [[1, 1, 1]])` → `[0.5]`: $d$ = 1, 0.5, 0, so (0.25 + 1 + 0.25) / 3 |
#
# All dimensions after the first are one sample: an image of 28 × 28 pixels has $n$ = 784 elements. A sample with a single element has no pairs, and its
# error is 0; an input of rank 1 is a batch of such samples. The first lines, which bring every case to the shape (batch, n), are given.
#
# <details><summary>Hint 1: how many pairs are there?</summary>
#
# For $n$ = 3 they are (0, 1), (0, 2) and (1, 2). In general there are $n(n-1)/2$; no element is paired with itself, and no pair counts twice.
# </details>
# <details><summary>Hint 2: two loops</summary>
#
# `for i in range(n):` and inside it `for j in range(i + 1, n):` go through all pairs. `difference[:, i]` holds $d_i$ of all samples at once, so
# `(difference[:, i] - difference[:, j]) ** 2` is a term of every sample's sum.
# </details>
# <details><summary>Hint 3: without loops, almost the solution</summary>
#
# `first, second = np.triu_indices(n, k=1)` are the positions above the diagonal of an $n$ × $n$ table: all pairs $i < j$. Then
# `difference[:, first] - difference[:, second]` has the shape (batch, pairs). Square it and take the mean over `axis=1`. And before: what if there are no pairs?
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **nan, “Mean of empty slice” or ZeroDivisionError**: with $n$ = 1 there are no pairs. Return zeros, one for each sample.
# - **“has another shape … your answer: ()”**: the mean runs over the batch too; take it over the pairs only (`axis=1`).
# - **an answer that is too small by the factor (n − 1)/n**: the mean of an $n$ × $n$ table counts its diagonal, where everything is 0.
# - **exactly twice, or half, the expected value**: the pair (i, j) and the pair (j, i) are one pair.
# </details>

# %% nbgrader={"grade": false, "grade_id": "pairwise_squared_error", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pairwise_squared_error(labels, predictions):
    """Mean squared error of the differences between pairs of elements, by its definition.

    Parameters
    ----------
    labels, predictions : array-like, shape (batch, ...)
        True and predicted values. All dimensions after the first belong to one sample.

    Returns
    -------
    array, shape (batch,)
        For each sample the mean of (d_i - d_j)**2 over its pairs i < j, where d = predictions -
        labels; 0 for a sample with a single element.

    References
    ----------
    TensorFlow, documentation of tf.compat.v1.losses.mean_pairwise_squared_error.
    """
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)  # d, one sample a row
    ### BEGIN SOLUTION
    if n < 2:
        return np.zeros(batch)
    first, second = np.triu_indices(n, k=1)
    return np.mean((difference[:, first] - difference[:, second]) ** 2, axis=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_squared_error_values(pairwise_squared_error):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    raw = (np.array([[1, 4, 0, 2], [0, 2, 5, 1.0]]), np.array([[1, 5, 3, 9], [1, 3, 6, 2.0]]))
    by = {"n": 4, "n² (as in np.var)": 16, "n − 1 (or pairs count twice)": 3, "n(n − 1)/2 + 1": 7}
    by |= {"n(n − 1), or pairs × batch size": 12, "n, but multiplied by (n − 1)/2": 8 / 3}
    by |= {"n²/2 (all n² pairs averaged, as 2·np.var does)": 8, "2 (the batch size, or n/2)": 2}
    by |= {"n(n + 1)/2 (each element with itself is no pair: begin at j = i + 1, k=1)": 10}
    of = {"sum": 115, "sum, doubled": 230, "root of it": (115 / 6) ** 0.5, "largest square": 49}
    of |= {"mean of absolute differences": 23 / 6, "sum of absolute differences": 23}
    of |= {"mean over i of means over j": 167 / 9, "np.std, doubled": 2 * (115 / 12) ** 0.5}
    of |= {f"answer, rounded or cut (to {k} decimals?)": np.round(115 / 6, k) for k in range(3)}
    slips = {f"The sum is divided by {k}, not by n(n − 1)/2.": [115 / v, 0] for k, v in by.items()}
    slips |= {f"This is the {k}; take the mean of squares.": [v, 0] for k, v in of.items()}
    slips["This is the mean squared error of the elements; here *pairs* are compared."] = [14.75, 1]
    slips["These are products of two d; take squares of their differences."] = [31 / 6, 1]
    slips["This is one number for the whole batch; take the mean over axis=1."] = 115 / 12
    slips["This is one mean for each pair; take it over axis=1."] = [0.5, 4.5, 24.5, 2, 18, 8]
    answer = checks.call(pairwise_squared_error, *raw)  # d = (0, 1, 3, 7): 1, 9, 49, 4, 36, 16
    checks.expect_close(answer, [115 / 6, 0.0], "The error of two samples", given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    import itertools

    rng = np.random.default_rng(301)
    for shape in ((1, 2), (4, 6), (3, 17)):
        raw = (rng.normal(size=shape), rng.normal(1.0, 2.0, size=shape))
        pairs = [(*itertools.combinations(row, 2),) for row in (raw[1] - raw[0]).tolist()]
        expected = [np.mean([(p - q) ** 2 for p, q in row]) for row in pairs]
        mixed = [(abs(p) - abs(q)) ** 2 for row in pairs for p, q in row]
        mixed = np.mean(np.reshape(mixed, (len(pairs), -1)), axis=1)
        slips = {}
        if shape != (1, 2) or not np.allclose(mixed, expected):
            slips["The sign of d is lost before the difference is taken."] = mixed
        if shape == (1, 2):
            single = checks.call(pairwise_squared_error, np.zeros((1, 3)), np.arange(3.0)[None])
            none = "Two elements are one pair; only a single element has none."
            if not np.any(single):
                none = "A batch of one sample has pairs, too; only a single element has none."
            slips |= {
                none: [0.0],
                "A batch of one has one answer in an array, no bare number (does np.squeeze drop "
                "the axis?).": expected[0],
                "This always divides by 6, as in the first example; count the pairs.": [
                    expected[0] / 6
                ],
                "The squares are cut to whole numbers; add them up as floats.": np.trunc(expected),
                "The differences d are cut to whole numbers; keep them as floats.": np.diff(
                    np.trunc(raw[1] - raw[0])
                )[0] ** 2,
            }
        rounded = "The result is rounded; keep all digits."
        hints = {
            rounded: lambda got, expected=expected: any(
                np.array_equal(got, np.round(expected, digits)) for digits in range(5)
            )
        }
        if len(pairs) > 1:
            used_up = "Only the first sample is right, the others are 0: does a return end the "
            used_up += "loop over the samples, or is an iterator used up after one pass?"
            slips[used_up] = [expected[0]] + [0.0] * (len(pairs) - 1)
        answer = checks.call(pairwise_squared_error, *raw)
        what = f"The error of random samples of shape {shape}"
        checks.expect_close(answer, expected, what, given=raw, slips=slips, hints=hints)
        answer = checks.call(pairwise_squared_error, *(part.astype(np.float32) for part in raw))
        checks.expect_close(answer, expected, f"{what} in float32", given=raw)
    ### END HIDDEN TESTS


test_pairwise_squared_error_values(pairwise_squared_error)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_samples", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_squared_error_samples(pairwise_squared_error):
    """Each sample on its own (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    # Two images of 2 × 3 pixels; by hand, the squares of their 15 pairs add up to 48 and to 5.
    d = np.array([[[0, 1, 3], [2, 0, 0]], [[1, 1, 1], [1, 1, 2.0]]])
    raw, flat, two = (0 * d, d), d.reshape(2, 6), "Pairs across the samples are compared"
    table = (flat[:, :, None] - flat[:, None, :]) ** 2
    of = {"Row": 2 * d.var(axis=2, ddof=1), "Column": 2 * d.var(axis=1, ddof=1)}
    slips = {f"{k}s are taken for samples; an image is one sample.": v for k, v in of.items()}
    slips |= {f"{k} errors are averaged; an image is one sample.": v.mean(1) for k, v in of.items()}
    slips |= {f"{two}; pairs stay within one.": (flat[0] - flat[1]) ** 2,
        f"{two}, and averaged.": [11 / 6], f"{two} (all are one).": 2 * d.var(ddof=1),
        "These are the squares of all pairs; average them.": table[:, *np.triu_indices(6, k=1)],
        "This is the table of squares; average what is above its diagonal.": table,
        "The samples' errors are added up.": 53 / 15, "Only the first sample's is returned.": 3.2,
        "Pairs of equal differences are left out; they count, as 0.": [4, 1],
        "Equal differences are merged (set?); each element counts.": [10 / 3, 1],
        "Only the first is right: does a return end the loop, or is an iterator used up?": [3.2, 0]}
    answer = checks.call(pairwise_squared_error, *raw)
    checks.expect_close(answer, [3.2, 1 / 3], "The error of two images", given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    import itertools

    rng = np.random.default_rng(302)
    raw = (rng.normal(size=(3, 2, 4)), rng.normal(size=(3, 2, 4)))
    rows = (raw[1] - raw[0]).reshape(3, 8).tolist()
    pairs = [(*itertools.combinations(row, 2),) for row in rows]
    expected = [np.mean([(p - q) ** 2 for p, q in row]) for row in pairs]
    gaps = [abs(np.subtract.outer(part, part)) for part in raw[0].reshape(3, 8)]
    both = zip(raw[1].reshape(3, 8), gaps, strict=True)
    gaps = [abs(np.subtract.outer(part, part)) - gap for part, gap in both]
    slips = {
        "The signs of both differences are lost; subtract first, then square.": [
            np.sum(gap**2) / 56 for gap in gaps
        ],
        "Labels and predictions are added (or one difference is turned round).": (
            2 * np.var((raw[1] + raw[0]).reshape(3, 8), axis=1, ddof=1)
        ),
        "These are pairs of predictions only: d = predictions − labels.": (
            2 * np.var(raw[1].reshape(3, 8), axis=1, ddof=1)
        ),
    }
    answer = checks.call(pairwise_squared_error, *raw)
    checks.expect_close(answer, expected, "The error of random images", given=raw, slips=slips)
    raw = tuple(part.reshape(3, 2, 1, 4) for part in raw)
    answer = checks.call(pairwise_squared_error, *raw)
    checks.expect_close(answer, expected, "The error of samples of rank 3", given=raw)
    ### END HIDDEN TESTS


test_pairwise_squared_error_samples(pairwise_squared_error)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_no_pairs", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_squared_error_no_pairs(pairwise_squared_error):
    """A single element has no partner (0.5 points)."""
    import numpy as np

    from lessonkit import checks

    no_pairs = "The mean of no pairs is 0/0: where n is 1, return zeros, one for each sample."
    vector = "All numbers are taken for one sample; here each is a sample of its own"
    for d in (np.array([[1.0], [5.0]]), np.array([2.0, -3.0])):  # a vector is a batch, too
        slips = {
            f"{vector}.": 25.0, f"{vector}: return two zeros.": [25.0],
            "This is the square of the element; there are no pairs to compare.": d.ravel() ** 2,
            "These are the differences d; there are no pairs: return zeros.": d.ravel(),
            "No pair is no error: return 0 for each sample, not 1.": [1, 1],
            "This is an array with one 0; each sample has its own: np.zeros(batch).": [0.0],
            **{f"This is one {k} for all; each sample has its own 0.": k for k in (0.0, np.nan)},
            "This is a column of zeros; return one 0 for each sample, shape (batch,).": [[0], [0]],
            "This is a column of nan; return one 0 for each sample.": [[np.nan], [np.nan]],
        }
        hints = {no_pairs: lambda got: np.isnan(got).all()}
        answer, what = checks.call(pairwise_squared_error, 0 * d, d), f"Shape {d.shape}: the error"
        checks.expect_close(answer, np.zeros(2), what, given=d, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    for shape in ((4,), (3, 1), (2, 1, 1), (1, 1), (1,)):
        raw = (np.zeros(shape), np.linspace(1.0, 2.0, shape[0]).reshape(shape))
        answer = checks.call(pairwise_squared_error, *raw)
        what = f"The error of samples without pairs, of shape {shape},"
        checks.expect_close(answer, np.zeros(shape[0]), what, given=raw)
    ### END HIDDEN TESTS


test_pairwise_squared_error_no_pairs(pairwise_squared_error)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_invariance", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_squared_error_invariance(pairwise_squared_error):
    """A constant added to all predictions (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    raw = (np.array([[3.0, 0.0, 5.0, 3.0]]), np.array([[13.0, 6.0, 9.0, 6.0]]))  # d = 10, 6, 4, 3
    slips = {
        "These are pairs of predictions only.": [22], "This is the median over the pairs.": [12.5],
        "Labels and predictions are added: d = predictions − labels.": [251 / 6],
        "Brackets are missing: (p_i − p_j) − (y_i − y_j), not … − y_i − y_j.": [131 / 6],
        "2 / n * (n − 1) multiplies by n − 1; write 2 / (n * (n − 1)).": [345 / 2],
        "This compares predictions with labels of *other* elements; take d first.": [379 / 6],
        "This takes d_i + d_j; the difference d_i − d_j is asked for.": [851 / 6],
        "This squares after the mean; square every difference first.": [(23 / 6) ** 2],
        "This takes differences of the squares of d; square the differences.": [293 / 6],
        "With n − 1 under Σd², (Σd)² is divided by n(n − 1), not by n².": [322 / 3 - 529 / 8],
        "The differences are summed before they are squared; square each.": [529 / 6],
        "With n under Σd², (Σd)² is divided by n², not by n(n − 1).": [161 / 2 - 529 / 6],
        "Pairs with the last element are missing: j goes up to n − 1, range(i + 1, n).": [56 / 3],
        "Pairs with the last element are missing in the sum: range(i + 1, n).": [56 / 6]}
    answer, what = checks.call(pairwise_squared_error, *raw), "The error of predictions 3 larger"
    checks.expect_close(answer, [115 / 6], what, given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(303)
    raw = (rng.normal(size=(5, 9)), rng.normal(size=(5, 9)))
    expected = 2 * np.var(raw[1] - raw[0], axis=1, ddof=1)
    order, shift = rng.permutation(9), rng.normal(size=(5, 1))
    slips = {
        "Every sample gets the first one's error.": np.full(5, expected[0]),
        "Every sample gets the last one's error.": np.full(5, expected[-1]),
        "The sum goes on from sample to sample; begin each with 0.": np.cumsum(expected),
        "Only the last sample's error is kept: is it stored after the loop, not inside?": (
            [0.0] * 4 + [expected[-1]]
        ),
        "Each mean is over the samples before it, too; begin a new list for each sample.": (
            np.cumsum(expected) / np.arange(1, 6)
        ),
        "The samples' errors come in the reverse order.": expected[::-1],
        "Every sample gets the mean over the batch; each has its own.": np.full(5, expected.mean()),
        "Only the first sample's error is returned; each has its own.": expected[:1],
    }
    for what, other in (
        ("of random samples", raw),
        ("where each sample's labels are moved by a constant", (raw[0] + shift, raw[1])),
        ("with the elements in another order", (raw[0][:, order], raw[1][:, order])),
        ("with labels and predictions exchanged", raw[::-1]),
        ("where labels and predictions move alike", (raw[0] + raw[0][::-1], raw[1] + raw[0][::-1])),
    ):
        answer = checks.call(pairwise_squared_error, *other)
        checks.expect_close(answer, expected, f"The error {what}", given=other, slips=slips)
    # Every difference divided by 64 divides the error by 4,096. (Exact in float32.)
    answer = checks.call(pairwise_squared_error, *(part * 2.0**-6 for part in raw))
    what, small = "The error of small values", expected * 2.0**-12
    rounded = "The result is rounded, or a number is added to it: small errors keep all digits."
    hints = {rounded: lambda got: np.allclose(got, small, rtol=0, atol=1e-4)}
    checks.expect_close(answer, small, what, atol=0, hints=hints)
    ### END HIDDEN TESTS


test_pairwise_squared_error_invariance(pairwise_squared_error)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_squared_error_lists(pairwise_squared_error):
    """Lists, whole numbers and tensors (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    raw, d = ([[0, 3, 1, 2, 0, 2]], [[2, 7, 2, 7, 0, 11]]), np.array([2, 4, 1, 5, 0, 9])
    (y, p), right = np.var(raw, axis=2, ddof=1), 2 * d.var(ddof=1)
    (i, j), e = np.triu_indices(6, k=1), np.subtract.outer(d, d)[np.triu_indices(6, k=1)]
    only = {"neighbours": j - i == 1, "the first two": j == 1, "pairs with the last": j == 5}
    only |= {"neighbours in a ring": (j - i) % 4 == 1, "pairs with the first element": i == 0}
    only |= {"pairs without the first element": i > 0, "elements two apart": j - i == 2}
    only |= {"elements two by two": i // 2 == j // 2, "pairs two or more apart": j - i > 1}
    slips = {f"Only {k} are compared; take all.": [np.mean(e[m] ** 2)] for k, m in only.items()}
    slips |= {f"Only {k} are summed up; take all.": [e[m] @ e[m] / 15] for k, m in only.items()}
    slips |= {"It is a column; flatten it.": [[right]], "Only the last pair is left.": [81 / 15]}
    slips["Pairs n/2 apart count twice (np.roll)."] = [(e @ e + e[j - i == 3] @ e[j - i == 3]) / 18]
    slips |= {"The differences are not squared.": [e.mean()], "Labels alone are paired.": 2 * y}
    slips |= {"n/(n − 1) comes in twice.": [1.2 * right], "Squares are subtracted.": 2 * (p - y)}
    answer, what = checks.call(pairwise_squared_error, *raw), "The answer for lists"
    checks.expect_close(answer, [right], what, given=raw, slips=slips)
    answer = checks.call(pairwise_squared_error, [[0, 0.5, 1]], [[1, 1, 1]])
    checks.expect_close(answer, [0.5], "The example on the card")
    ### BEGIN HIDDEN TESTS
    import tensorflow as tf

    answer = checks.call(pairwise_squared_error, [[0, 0, 0]], [[1, 2, 4]])
    checks.expect_close(answer, [14 / 3], "The answer for lists of whole numbers")
    raw = (np.array([[7, 1, 0], [0, -3, 1]]), np.array([[2, 5, 0], [1, 0, 1]]))
    answer = checks.call(pairwise_squared_error, *raw)
    what = "The answer for arrays of whole numbers"
    checks.expect_close(answer, [122 / 3, 14 / 3], what, given=raw)
    raw = (np.array([[7, 1, 0]], np.uint8), np.array([[2.5, 5.0, 0.0]]))
    answer = checks.call(pairwise_squared_error, *raw)
    expected = [2 * np.var([-4.5, 4.0, 0.0], ddof=1)]
    checks.expect_close(answer, expected, "The answer for labels of type uint8", given=raw)
    raw = (tf.constant([[1.0, 0.0, 2.0]]), tf.constant([[2.0, 2.0, 6.0]]))
    answer = checks.call(pairwise_squared_error, *raw)
    checks.expect_close(answer, [14 / 3], "The answer for TensorFlow tensors")
    ### END HIDDEN TESTS


test_pairwise_squared_error_lists(pairwise_squared_error)

# %% [markdown]
# ## 2. What it does not see
#
# Move the slider: a constant $c$ is added to all predictions of the sample.

# %% nbgrader={"grade": false, "grade_id": "demo_shift", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
shifts = np.linspace(-6, 6, 121)
mse_by_shift = np.array([np.mean((d + c) ** 2) for c in shifts])


def pair_error(c):
    return pairwise_squared_error(label[None], prediction[None] + c)[0]


pair_by_shift = np.array([pair_error(c) for c in shifts])

# %% nbgrader={"grade": false, "grade_id": "demo_shift_slider", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: move the slider
import ipywidgets


def draw_shift(c):
    mse, pair = np.mean((d + c) ** 2), pair_error(c)
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.2))
    left.plot(label, "o", color="black", label="label")
    left.plot(prediction + c, "s", color=plots.COLORS["red"], label="prediction + c")
    left.set(xlabel="output i", ylabel="value", xticks=range(5), ylim=(-5, 11), title=f"c = {c:g}")
    left.legend(ncols=2)
    right.plot(shifts, mse_by_shift, label="mean squared error")
    right.plot(shifts, pair_by_shift, "--", label="pairwise squared error")
    right.plot([c, c], [mse, pair], "o", color="black")
    right.set(xlabel="c", ylabel="error", title=f"Mean squared {mse:.2f}, pairwise {pair:.2f}")
    right.legend()
    return figure, f"With {c:g} added: mean squared error {mse:.2f}, pairwise error {pair:.2f}."


slider = ipywidgets.FloatSlider(2.0, min=-6.0, max=6.0, step=0.5, continuous_update=False)
plots.explore(draw_shift, c=slider)

# %% nbgrader={"grade": false, "grade_id": "demo_shift_still", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: both errors under a constant
shift_effect = max(
    np.ptp(pair_by_shift) / pair_by_shift[0], np.finfo(float).eps
)  # at least what float64 can tell apart
best_shift = shifts[np.argmin(mse_by_shift)]

figure, axis = plt.subplots(figsize=(9, 3.2))
axis.plot(shifts, mse_by_shift, color=plots.COLORS["blue"], label="mean squared error")
axis.plot(shifts, pair_by_shift, "--", color=plots.COLORS["orange"], label="pairwise squared error")
axis.axvline(best_shift, color="black", linestyle=":", linewidth=1)
axis.set(xlabel="constant c added to all predictions of the sample", ylabel="error")
axis.set_title(
    f"The mean squared error has its minimum at c = {best_shift:.1f}; the pairwise error changes "
    f"by less than {2 * shift_effect:.0e} of its value"
)
axis.legend()
plots.show(
    figure,
    f"Two errors over the constant c. The mean squared error is a parabola with its minimum "
        f"{mse_by_shift.min():.2f} at\n    {best_shift:.1f}; the pairwise error is a horizontal "
        f"line at {pair_by_shift[0]:.2f}.",
)

# %% [markdown]
# Here is the first half of the answer. The pairwise error accepts any real vectors, because it only ever compares differences. And it leaves free exactly what a softmax leaves free: one constant for each sample. So take the
# logits of one sample as labels, and offer the same belief in other forms.
#
# **Predict.** Which of these forms has the error 0: log-probabilities, probabilities, logits + 7, 2 × logits?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_forms", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
logits = np.random.default_rng(lessonkit.seed(2)).normal(0.0, 2.0, (1, 6))
probabilities = tf.nn.softmax(logits).numpy()
forms = {
    "logits + 7": logits + 7.0,
    "log-probabilities": np.log(probabilities),
    "probabilities": probabilities,
    "2 × logits": 2 * logits,
}

# %% nbgrader={"grade": false, "grade_id": "demo_forms_errors", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Measure each form's pairwise error, and whether its softmax is that of the labels.
form_errors = {name: float(pairwise_squared_error(logits, form)[0]) for name, form in forms.items()}
same_belief = {
    name: np.abs(tf.nn.softmax(form).numpy() - probabilities).max() < 1e-6
    for name, form in forms.items()
}

# %% nbgrader={"grade": false, "grade_id": "demo_forms_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: four forms of the same labels
plots.table(
    (
        "predictions (the labels are logits)",
        "pairwise squared error",
        "has the softmax of the labels",
    ),
    [
        (name, f"{error:.2g}", "yes" if same_belief[name] else "no")
        for name, error in form_errors.items()
    ],
)

# %% [markdown]
# The error is 0 (up to rounding) for exactly the forms that are logits *up to the constant that softmax ignores*. It does not know what its numbers are: labels and predictions must be of **one** form, that is all.
#
# ## 3. Pairs without pairs
#
# Write $\bar d$ for the mean of the $d_i$. Sum over all *ordered* pairs, so that every pair counts twice, and expand the square:
#
# $$\sum_i\sum_j (d_i - d_j)^2 = \sum_i\sum_j \big((d_i - \bar d) - (d_j - \bar d)\big)^2 = 2n\sum_i (d_i - \bar d)^2 - 2\Big(\sum_i (d_i - \bar d)\Big)^2 = 2n \sum_i (d_i - \bar d)^2,$$
#
# because the deviations from the mean add up to 0. Half of it is the sum over $i<j$. Divide by the number of pairs:
#
# $$L = \frac{2}{n(n-1)} \cdot n \sum_i (d_i - \bar d)^2 = \frac{2}{n-1}\sum_i (d_i - \bar d)^2 = 2\,s^2 = \frac{2n}{n-1}\operatorname{Var}(d),$$
#
# twice the sample variance $s^2$ (divided by $n-1$), or $2n/(n-1)$ times the population variance. Since $\sum_i (d_i-\bar d)^2 = \sum_i d_i^2 - \frac1n\big(\sum_i d_i\big)^2$, there is also the **textbook form**
#
# $$L = \frac{2}{n(n-1)}\Big(n\sum_i d_i^2 - \big(\sum_i d_i\big)^2\Big).$$
#
# No pairs are left in either. Equal in algebra, they are not equal in float32, as you will see.

# %% [markdown]
# ### Exercise: `pairwise_squared_error_linear`
#
# | | |
# |---|---|
# | **Write** | the same quantity in $O(n)$ time and memory, and accurate in float32 when the predictions have a large offset |
# | **Why it matters** | an image of 100 × 100 pixels has 50 million pairs; and float32 is what a network computes in |
# | **Time, difficulty** | 10 minutes, ●●● |
# | **Signature** | `pairwise_squared_error_linear(labels, predictions)`: two arrays (batch, …) of one shape → (batch,) |
# | **Example** | `pairwise_squared_error_linear([[0, 0.5, 1]], [[1, 1, 1]])` → `[0.5]` |
#
# The same cases as before: all dimensions after the first are one sample; a single element gives 0, and so does an input of rank 1. New: with 10,000 added
# to float32 predictions the result must stay right to 1 in 10,000.
#
# <details><summary>Hint 1: which statistic is it?</summary>
#
# Twice the *sample* variance of $d$ = predictions − labels: $\frac{2}{n-1} \sum_i (d_i - \bar d)^2$. No pairs in it.
# </details>
# <details><summary>Hint 2: in which order?</summary>
#
# Take the mean $\bar d$ of each sample away **first**, then square and sum. Squares of numbers near 10,000 are near 100,000,000, and float32 has
# no digits left for what you want to know.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# As in the last exercise, bring $d$ to the shape (batch, n). `centred = difference - difference.mean(axis=1, keepdims=True)`; the answer is
# `2 * (centred ** 2).sum(axis=1) / (n - 1)`. With $n$ = 1 that is 0/0: divide by `max(n - 1, 1)`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“grows like n²”**: somewhere all pairs are formed or visited: `[:, :, None]`, `outer`, `triu_indices`, or two loops.
# - **an error only with the offset**: this is the textbook form $n\sum d^2 - (\sum d)^2$ in float32. Centre first.
# - **a value smaller by (n − 1)/n**: `np.var` divides by $n$ unless told `ddof=1`.
# - **nan for single elements**: `np.var(…, ddof=1)` of one value is 0/0.
# </details>

# %% nbgrader={"grade": false, "grade_id": "pairwise_squared_error_linear", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pairwise_squared_error_linear(labels, predictions):
    """Mean squared error of the differences between pairs of elements, in O(n) time and memory.

    Parameters
    ----------
    labels, predictions : array-like, shape (batch, ...)
        True and predicted values. All dimensions after the first belong to one sample.

    Returns
    -------
    array, shape (batch,)
        For each sample twice the sample variance of d = predictions - labels, which is the mean of
        (d_i - d_j)**2 over its pairs; 0 for a sample with a single element.

    References
    ----------
    Chan, Golub and LeVeque (1983), Algorithms for computing the sample variance.
    """
    ### BEGIN SOLUTION
    d = np.subtract(predictions, labels, dtype=float)
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))  # one sample a row
    centred = d - d.mean(axis=1, keepdims=True)  # first, so that no large numbers cancel
    return 2 * np.sum(centred**2, axis=1) / max(d.shape[1] - 1, 1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_linear_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_squared_error_linear_values(pairwise_squared_error_linear):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    d, s = np.array([[0, 1, 3, 7, -1, 2], [1] * 6, [3, 0, 0, 0, 2, 1.0]]), np.array([40, 0, 8.0])
    y = np.array([[1, 4, 0, 2, 3, 2], [2] * 6, [3, 1, 4, 1, 5, 4.0]])
    slips = {  # by hand: the squares around the mean of each sample's d add up to s
        "This is twice the population variance: it divides by n, not by n − 1.": s / 3,
        "This is the population variance of d; twice the sample variance is asked for.": s / 6,
        "The factor 2 is missing: this is the sample variance of d.": s / 5,
        "This divides by the batch size less 1; n counts the elements of one sample.": s,
        "The batch size divides, too.": s / 7.5, "n is 6, of one sample, not 18.": s * 6 / 17,
        "This is the sample standard deviation, twice; take the variance.": 2 * (s / 5) ** 0.5,
        "This is the root of it.": (2 * s / 5) ** 0.5, "This is not divided by n − 1.": 2 * s,
        "This is the mean squared error; take each sample's mean away first.": [32 / 3, 1, 7 / 3],
        "This is one number for the whole batch; take sums over axis=1.": 6.4,
        "Every sample gets the mean over the batch; each has its own.": [6.4] * 3,
        "These are running sums.": np.cumsum(s / 2.5), "The samples are reversed.": s[::-1] / 2.5,
        "This is one variance for the whole batch; take it over axis=1.": 2 * d.var(ddof=1)}
    answer, given = checks.call(pairwise_squared_error_linear, y, y + d), (y, y + d)
    checks.expect_close(answer, 2 * s / 5, "The error of three samples", given=given, slips=slips)
    ### BEGIN HIDDEN TESTS
    import itertools

    rng = np.random.default_rng(304)
    for shape in ((1, 2), (4, 6), (3, 31)):
        raw = (rng.normal(size=shape), rng.normal(1.0, 2.0, size=shape))
        pairs = [(*itertools.combinations(row, 2),) for row in (raw[1] - raw[0]).tolist()]
        expected = [np.mean([(p - q) ** 2 for p, q in row]) for row in pairs]
        answer = checks.call(pairwise_squared_error_linear, *raw)
        what, slips = f"The error of random samples of shape {shape}", {}
        if shape == (1, 2):
            more = checks.call(pairwise_squared_error_linear, np.zeros((1, 3)), np.eye(1, 3))
            none = "Two elements are one pair; only a single element has none."
            if not np.any(more):
                none = "A batch of one sample has pairs, too; only a single element has none."
            slips = {
                none: [0.0],
                "With two elements n − 1 is 1, not 2: divide by max(n − 1, 1).": [expected[0] / 2],
                "A batch of one has one answer in an array, no bare number (does np.squeeze drop "
                "the axis?).": expected[0],
                "A batch of one is taken for two samples: does np.squeeze drop its axis?": [0.0, 0],
            }
        elif shape == (4, 6):
            table = raw[1] - raw[0]
            slips = {
                "The sign of d is lost before the mean is taken away.": 2
                * np.var(np.abs(table), axis=1, ddof=1),
                "Every sample gets the first one's error.": np.full(4, expected[0]),
                "Every sample gets the last one's error.": np.full(4, expected[-1]),
            }
        rounded = "The result is rounded; keep all digits."
        hints = {
            rounded: lambda got, expected=expected: any(
                np.array_equal(got, np.round(expected, digits)) for digits in range(5)
            )
        }
        checks.expect_close(answer, expected, what, given=raw, slips=slips, hints=hints)
    ### END HIDDEN TESTS


test_pairwise_squared_error_linear_values(pairwise_squared_error_linear)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_linear_shapes", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_squared_error_linear_shapes(pairwise_squared_error_linear):
    """Shapes (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    raw = (np.zeros((2, 3, 2)), np.array([[[0, 1], [2, 4], [0, 0]], [[1, 1], [1, 1], [1, 1.0]]]))
    slips = {"Rows of an image are taken for samples; an image is one.": [[1, 4, 0], [0, 0, 0]],
        "Columns of an image are taken for samples; an image is one.": [[8 / 3, 26 / 3], [0, 0]],
        "The errors of rows are averaged; an image is one sample.": [5 / 3, 0],
        "Rows are centred; flatten first.": [1, 0], "Columns are centred; flatten.": [68 / 15, 0],
        "n is the last axis, batch or missing; it counts all elements of a sample.": [77 / 3, 0],
        "This divides by 2, the rows less 1 or the batch size; n counts all elements.": [77 / 6, 0]}
    answer = checks.call(pairwise_squared_error_linear, *raw)  # d = (0, 1, 2, 4, 0, 0) and 1
    checks.expect_close(answer, [77 / 15, 0], "The error of two images", given=raw, slips=slips)
    no_pairs = "A single element has no variance (0/0): its error is 0. Divide by max(n − 1, 1)."
    said = "All numbers are taken for one sample; here each is a sample: return two zeros."
    slips = {said: 25.0, f"{said} (This is one answer.)": [25.0], no_pairs: [np.nan] * 2}
    slips |= {f"This is {v}; return np.zeros(batch).": v for v in (0, [0], [[0], [0]], np.nan)}
    given, none = "labels 0, 0; predictions 2, −3", "No pairs, no error: return two zeros."
    for raw in (np.array([[0, 0], [2, -3.0]]), np.array([[[0], [0]], [[2], [-3.0]]])):
        answer, what = checks.call(pairwise_squared_error_linear, *raw), "The error of one number"
        checks.expect_close(answer, np.zeros(2), what, given=given, slips=slips, hint=none)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(305)
    for shape in ((3, 2, 4), (2, 3, 1, 5), (4, 1, 1), (5,), (1, 7), (1, 1)):
        raw = (rng.normal(size=shape), rng.normal(size=shape))
        rows = (raw[1] - raw[0]).reshape(shape[0], -1)
        table = rows[:, :, None] - rows[:, None, :]
        count = np.maximum(rows.shape[1] * (rows.shape[1] - 1), 1)
        answer = checks.call(pairwise_squared_error_linear, *raw)
        what = f"The error of an input of shape {shape}"
        checks.expect_close(answer, np.sum(table**2, axis=(1, 2)) / count, what, given=raw)
    ### END HIDDEN TESTS


test_pairwise_squared_error_linear_shapes(pairwise_squared_error_linear)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_linear_cost", "locked": true, "points": 0.75, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_squared_error_linear_cost(pairwise_squared_error_linear):
    """Work and memory grow like n, and the values are right (0.75 points)."""
    import numpy as np

    from lessonkit import checks

    # Four times the elements should be four times the work; pairs are 16 times as many.
    few, many = ((np.zeros((1, n), np.float32), np.linspace(0, 1, n)[None]) for n in (200, 800))
    checks.call(pairwise_squared_error_linear, np.zeros((1, 3)), np.ones((1, 3)))  # may import
    limit = 8 * checks.work(pairwise_squared_error_linear, *few)
    work = checks.work(pairwise_squared_error_linear, *many, limit=limit)
    what = "The work grows like n², as if all pairs were visited. The variance needs no pairs."
    checks.expect(work <= limit, what)
    ### BEGIN HIDDEN TESTS
    # The lines of Python around each of n sums over n numbers outweigh these while n is small.
    few, many = ((np.zeros((1, n)), np.linspace(0, 1, n)[None]) for n in (500, 4000))
    limit = 16 * checks.work(pairwise_squared_error_linear, *few)
    checks.expect(checks.work(pairwise_squared_error_linear, *many, limit=limit) <= limit, what)
    y = np.array([3.0, -1.0, 2.0, 0.5, 4.0, -2.0, 1.0, 5.5, 2.5])
    d = np.array([8.0, 1.0, 4.5, 1.5, 12.0, 2.0, 6.0, -4.0, 0.25])
    p = y + d
    centred, n, right = d - d.mean(), d.size, 2 * d.var(ddof=1)
    running = np.cumsum(d) / np.arange(1, n + 1)
    before = np.append(0, running[:-1])
    sums = {  # divided by n − 1 and doubled
        "The median is taken away; the variance needs the mean.": (d - np.median(d)) ** 2,
        "The first element is taken away; the variance needs the mean.": (d - d[0]) ** 2,
        "The largest element is taken away; the variance needs the mean.": (d - d.max()) ** 2,
        "These are absolute distances, over n − 1; square them.": np.abs(centred),
        "The mean is rounded or cut to a whole number; keep its digits.": (d - 3) ** 2,
        "The sum of d is taken away; the variance needs the mean.": (d - d.sum()) ** 2,
        "The last element is taken away; the variance needs the mean.": (d - d[-1]) ** 2,
        "The smallest element is taken away; the variance needs the mean.": (d - d.min()) ** 2,
        "The sign of d is lost before its mean is taken away.": (
            (np.abs(d) - np.mean(np.abs(d))) ** 2
        ),
        "The middle between largest and smallest is taken away; take the mean.": (
            (d - (d.max() + d.min()) / 2) ** 2
        ),
        "The mean of the squares is taken away; take the mean of d.": (d - np.mean(d**2)) ** 2,
        "The mean is added; take it away.": (d + d.mean()) ** 2,
        "d is squared before its mean is taken away.": (d**2 - np.mean(d**2)) ** 2,
        "The mean of the labels only is taken away; take d, then its mean.": (p - y.mean()) ** 2,
        "The predictions alone are centred; take d first, then its mean away.": (
            (p - p.mean() - y) ** 2
        ),
        "The labels alone are centred; take d first, then its mean away.": (p - y + y.mean()) ** 2,
        "These are products of predictions and labels (a covariance); take d = predictions − "
        "labels.": (p - p.mean()) * (y - y.mean()),
        "These are the predictions' deviations; take d = predictions − labels.": (
            (p - p.mean()) ** 2
        ),
        "These are the labels' deviations; take d = predictions − labels.": (y - y.mean()) ** 2,
        "The squares of neighbours after sorting are summed; take all distances from the mean.": (
            np.diff(np.sort(d)) ** 2
        ),
    }
    slips = {said: 2 * np.sum(terms) / (n - 1) for said, terms in sums.items()}
    slips |= {
        "This is twice it: take twice the sample variance, not four times.": 2 * right,
        "The factor n/(n − 1) is upside down.": 2 * d.var() * (n - 1) / n,
        "This is a quarter of it: the factor 2 belongs above, not below.": right / 4,
        "This is four times the population variance; divide by n − 1 and take twice.": 4 * d.var(),
        "This is n times it: divide by n − 1 alone, and multiply by 2.": right * n,
        "This is the square of it; square only the deviations.": right**2,
        "This is twice the squared variance; square only the deviations.": right**2 / 2,
        "Without brackets only n divides, and 1 is taken away: / (n − 1).": (
            2 * np.sum(centred**2) / n - 1
        ),
        "d is divided by its standard deviation; take it as it is.": 2 * n / (n - 1),
        "This is the squared range; the variance is asked for.": (d.max() - d.min()) ** 2,
        "This is the largest squared deviation; sum all, over n − 1.": np.max(centred**2),
        "This is the median of the squared deviations, twice; sum them, over n − 1.": (
            2 * np.median(centred**2)
        ),
        "A small number is added to n − 1 (or n − 1 is changed); take max(n − 1, 1).": (
            right * (n - 1) / (n - 1 + 1e-3)
        ),
        "The sum is divided by n − ½; divide by n − 1.": right * (n - 1) / (n - 0.5),
        "n is in the wrong place: n·Σd² − (Σd)², not n·(Σd)² − Σd².": (
            2 * (n * d.sum() ** 2 - np.sum(d**2)) / (n * (n - 1))
        ),
        "Brackets are missing: 2/(n(n − 1)) multiplies all of n·Σd² − (Σd)².": (
            2 / (n - 1) * np.sum(d**2) - d.sum() ** 2
        ),
        "These are differences of neighbours after sorting; take the variance.": (
            np.mean(np.diff(np.sort(d)) ** 2)
        ),
        "The sum is divided by n + 1; divide by n − 1.": right * (n - 1) / (n + 1),
        "The sum is divided by n − 2; divide by n − 1.": right * (n - 1) / (n - 2),
        "These are absolute distances from the mean; square them.": 2 * np.mean(np.abs(centred)),
        "Only pairs with the first element are compared; take all.": np.mean((d[1:] - d[0]) ** 2),
        "The factor n/(n − 1) comes in twice (ddof=1 has it already).": right * n / (n - 1),
        "The divisor n − 1 comes in twice; divide by it once.": right / (n - 1),
        "With n − 1 under Σd², (Σd)² is divided by n(n − 1), not by n².": (
            2 * np.sum(d**2) / (n - 1) - 2 * d.sum() ** 2 / n**2
        ),
        "With n under Σd², (Σd)² is divided by n², not by n(n − 1).": (
            2 * np.mean(d**2) - 2 * d.sum() ** 2 / (n * (n - 1))
        ),
        "Only n − 1 divides the squared sum of d; in n·Σd² − (Σd)² n(n − 1) divides both.": (
            2 * (np.sum(d**2) - d.sum() ** 2) / (n - 1)
        ),
        "The distances from the mean are summed up as pairs: divide by n − 1, not by n(n − 1)/2.": (
            2 * right / n
        ),
        "The distances from the mean are divided by n(n − 1); divide by n − 1.": right / n,
        "n·Σd² − (Σd)² is not divided by n(n − 1)/2, the number of pairs.": right * n * (n - 1) / 2,
        "The sign is wrong: the squared mean is taken away from the mean of the squares.": -right,
        "This is 0: is the sum squared, the mean over the batch (axis=0) taken away, or a batch of "
        "one taken for no pairs?": 0.0,
        "The sum of d is not squared: n·Σd² − (Σd)².": (
            2 * (n * np.sum(d**2) - d.sum()) / (n * (n - 1))
        ),
        "The mean is not squared: mean of d², minus the squared mean of d.": (
            2 * n / (n - 1) * (np.mean(d**2) - d.mean())
        ),
        "The squared sum (or mean) is added; take it away: n·Σd² − (Σd)².": (
            2 * (n * np.sum(d**2) + d.sum() ** 2) / (n * (n - 1))
        ),
        "2 / n * (n − 1) multiplies by n − 1; divide by n − 1 alone.": right * (n - 1) ** 2 / n,
        "Brackets are missing: 2 * n / n − 1 * … is 2 − …; divide by (n − 1).": 2 - d.var(),
        "In Welford's sum the old mean comes twice: (x − old mean)·(x − new mean).": (
            2 * np.sum((d - before) ** 2) / (n - 1)
        ),
        "In Welford's sum the new mean comes twice: (x − old mean)·(x − new mean).": (
            2 * np.sum((d - running) ** 2) / (n - 1)
        ),
        "The sum of the absolute distances is squared; square each distance.": (
            2 * np.sum(np.abs(centred)) ** 2 / (n * (n - 1))
        ),
        "The means of the predictions and of the labels are both taken away from d; take away "
        "only the mean of d.": (
            2 * np.sum((d - p.mean() - y.mean()) ** 2) / (n - 1)
        ),
        "A softmax goes over the predictions; use them as they are.": (
            2 * np.var(np.exp(p) / np.sum(np.exp(p)) - y, ddof=1)
        ),
        "The root of the sum of squares is not squared again (np.linalg.norm).": (
            2 * np.sqrt(np.sum(centred**2)) / (n - 1)
        ),
    }
    slips = {said: [value] for said, value in slips.items()}
    slips["These are the terms of each element; sum them over axis=1."] = [2 * centred**2 / (n - 1)]
    slips["The sum goes over the batch (axis=0); sum over axis=1."] = 2 * centred**2 / (n - 1)
    slips["This is a column; return one number for each sample, shape (batch,)."] = [[right]]
    answer = checks.call(pairwise_squared_error_linear, y[None], p[None])
    checks.expect_close(answer, [right], "The error of nine differences", given=d, slips=slips)
    # Only what passed above is given 4,000 elements: all pairs would be 32 to 128 MB.
    raw = (np.zeros((1, 4000)), np.linspace(0.0, 1.0, 4000)[None])
    peak = checks.peak_memory(pairwise_squared_error_linear, *raw)
    what = "The memory needed is over 100 times that of the input."
    checks.expect(peak < 100 * raw[0].nbytes, what)
    answer = checks.call(pairwise_squared_error_linear, *raw)
    # The variance of n equally spaced points on [0, 1] is n(n + 1)/(12(n − 1)²).
    expected = [2 * 4000 * 4001 / 12 / 3999**2]
    checks.expect_close(answer, expected, "The error of 4,000 equally spaced differences")
    # 70,000 elements make more pairs than a 32-bit number can count.
    n = 70_000
    raw = (np.zeros((1, n)), np.linspace(0.0, 1.0, n)[None])
    expected = np.array([2 * n * (n + 1) / 12 / (n - 1) ** 2])
    wrapped = n * (n - 1) % 2**32  # what a 32-bit number makes of it
    said = "n(n − 1) is too large for a 32-bit whole number here: divide by n − 1 as a float."
    answer = checks.call(pairwise_squared_error_linear, *raw)
    slips = {said: expected * n * (n - 1) / wrapped}
    checks.expect_close(answer, expected, "The error of 70,000 differences", slips=slips)
    ### END HIDDEN TESTS


test_pairwise_squared_error_linear_cost(pairwise_squared_error_linear)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_linear_offset", "locked": true, "points": 1.0, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_squared_error_linear_offset(pairwise_squared_error_linear):
    """A large constant added in float32 (1 point)."""
    import numpy as np

    from lessonkit import checks

    # 10,000 is added to predictions in float32, which holds all of these numbers exactly.
    near = np.array([[0.0, 1.0, 2.0, 5.0], [3.0, 3.5, 3.0, 3.5]], np.float32)
    labels = np.array([[1.0, 1.0, 1.0, 1.0], [2.0, 2.0, 2.0, 2.0]], np.float32)
    expected = [2 * 14 / 3, 2 * 0.25 / 3]
    said = "Without the offset it is right: where huge numbers cancel, float32 keeps few"
    said += " of their digits. Take each sample's mean away before you square."
    without = checks.call(pairwise_squared_error_linear, labels, near)
    hints = {said: lambda got: np.shape(without) == (2,) and np.allclose(without, expected, 1e-4)}
    only = "Only neighbours{} are compared; every element is paired with every other."
    slips = {only.format(""): [11 / 3, 0.25], only.format(" (in a ring)"): [9.0, 0.25]}
    slips["n counts the elements of the whole batch; it counts those of one sample."] = [4, 1 / 14]
    slips["The size of the whole batch divides; it is n − 1, n of one sample."] = [3.5, 1 / 16]
    slips["This is the first sample's error twice; each has its own."] = [expected[0]] * 2
    raw, what = (labels, near + np.float32(1e4)), "The error of predictions with 10,000 added"
    answer = checks.call(pairwise_squared_error_linear, *raw)
    checks.expect_close(answer, expected, what, given=raw, atol=0, hints=hints, slips=slips)
    ### BEGIN HIDDEN TESTS
    import math

    rng = np.random.default_rng(306)
    for shape in ((2, 1000), (1, 25, 44)):
        labels = rng.normal(30.0, 2.0, shape).astype(np.float32)
        raw = (labels, (labels + rng.normal(0.0, 3.0, shape) + 1e4).astype(np.float32))
        rows = (raw[1].astype(float) - raw[0].astype(float)).reshape(shape[0], -1).tolist()
        expected = []
        for row in rows:
            mean = math.fsum(row) / len(row)
            expected.append(2 * math.fsum([(d - mean) ** 2 for d in row]) / (len(row) - 1))
        answer = checks.call(pairwise_squared_error_linear, *raw)
        without = checks.call(pairwise_squared_error_linear, labels, raw[1] - np.float32(1e4))
        right = np.shape(without) == shape[:1] and np.allclose(without, expected, 1e-4)
        what = "The error of many float32 predictions with 10,000 added, asked for to 1 in 10,000,"
        hints, slips, n = {said: lambda got, right=right: right}, {}, len(rows[0])
        if len(shape) == 3:
            of = {"second axis": shape[1], "last axis": shape[2]}
            factor = "The factor n/(n − 1) is taken of the {}; n counts all elements of a sample."
            spread = np.array(expected) * (n - 1) / n
            slips = {factor.format(axis): spread * k / (k - 1) for axis, k in of.items()}
        checks.expect_close(answer, expected, what, given=raw, atol=0, hints=hints, slips=slips)
    ### END HIDDEN TESTS


test_pairwise_squared_error_linear_offset(pairwise_squared_error_linear)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_linear_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_squared_error_linear_lists(pairwise_squared_error_linear):
    """Lists, whole numbers and tensors (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    raw = ([[0, 1, 0], [2, 0, 3]], [[1, 3, 4], [7, 0, 4]])
    d = np.array([[1.0, 2.0, 4.0], [5.0, 0.0, 1.0]])
    away = {"The mean of the whole batch is": d.mean(), "No mean is": 0, "A rounded mean is": 2}
    away |= {"The mean over the batch (axis=0) is": d.mean(axis=0)}
    said = "{} taken away; take each sample's own mean of d."
    slips = {said.format(k): np.sum((d - mean) ** 2, axis=1) for k, mean in away.items()}
    slips["Labels and predictions are added: d = predictions − labels."] = [6, 134 / 3]
    slips["Only the first sample is right: does a return end the loop over them?"] = [14 / 3, 0]
    slips["The labels' variance is taken away; take that of the difference."] = [4, 20]
    slips["These are predictions only: d = predictions − labels."] = [14 / 3, 74 / 3]
    slips["The sum of squares is not multiplied by n: n·Σd² − (Σd)²."] = [-28 / 3, -10 / 3]
    slips["The variances of both are added; take that of the difference."] = [16 / 3, 88 / 3]
    answer, what = checks.call(pairwise_squared_error_linear, *raw), "The answer for whole numbers"
    checks.expect_close(answer, [14 / 3, 14.0], what, given=raw, slips=slips)
    answer = checks.call(pairwise_squared_error_linear, [[0, 0.5, 1]], [[1, 1, 1]])
    checks.expect_close(answer, [0.5], "The example on the card")
    ### BEGIN HIDDEN TESTS
    import tensorflow as tf

    raw = (np.array([[7, 1, 0], [0, -3, 1]]), np.array([[2, 5, 0], [1, 0, 1]]))
    answer = checks.call(pairwise_squared_error_linear, *raw)
    what = "The answer for arrays of whole numbers"
    checks.expect_close(answer, [122 / 3, 14 / 3], what, given=raw)
    raw = (np.array([[7, 1, 0]], np.uint8), np.array([[2.5, 5.0, 0.0]]))
    answer = checks.call(pairwise_squared_error_linear, *raw)
    expected = [2 * np.var([-4.5, 4.0, 0.0], ddof=1)]
    checks.expect_close(answer, expected, "The answer for labels of type uint8", given=raw)
    # Every difference divided by 64 divides the error by 4,096. (Exact in float32.)
    raw = (np.array([[1.0, 0.0, 2.0]]), np.array([[2.0, 2.0, 6.0]]))
    answer = checks.call(pairwise_squared_error_linear, *(part * 2.0**-6 for part in raw))
    what, small = "The error of small values", np.array([14 / 3]) * 2.0**-12
    rounded = "The result is rounded, or a number is added to it: small errors keep all digits."
    hints = {rounded: lambda got: np.allclose(got, small, rtol=0, atol=1e-4)}
    checks.expect_close(answer, small, what, atol=0, hints=hints)
    raw = (tf.constant([[1.0, 0.0, 2.0]]), tf.constant([[2.0, 2.0, 6.0]]))
    answer = checks.call(pairwise_squared_error_linear, *raw)
    checks.expect_close(answer, [14 / 3], "The answer for TensorFlow tensors")
    ### END HIDDEN TESTS


test_pairwise_squared_error_linear_lists(pairwise_squared_error_linear)

# %% [markdown]
# ### What it costs
#
# Your two functions on one sample of growing size, measured by the clock, and by counting the numbers that they store and the lines that they run:

# %% nbgrader={"grade": false, "grade_id": "demo_cost", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
import time

from lessonkit import checks


# %% nbgrader={"grade": false, "grade_id": "demo_cost_timer", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def seconds(function, n):
    """Processor time of the fastest of several calls on one sample of n random elements."""
    sample = np.random.default_rng(lessonkit.seed(3)).normal(size=(2, 1, n))
    times = []
    for _ in range(20 if n < 200 else 3):
        start = time.process_time()  # does not count what other programs do in the meantime
        function(*sample)
        times.append(time.process_time() - start)
    return min(times)


# %% nbgrader={"grade": false, "grade_id": "demo_cost_runs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The slope is the power of n with which the work grows.
functions = {"all pairs": pairwise_squared_error, "variance": pairwise_squared_error_linear}
sizes = {"all pairs": 2 ** np.arange(5, 11), "variance": 2 ** np.arange(5, 19)}
times, work, slopes = {}, {}, {}
for name, function in functions.items():
    n = sizes[name]
    timed = [seconds(function, size) for size in training.progress(n, f"Timing {name}")]
    times[name] = np.array(timed)
    work[name] = np.array([checks.work(function, *np.zeros((2, 1, size))) for size in n])
    slopes[name] = np.log2(work[name][-1] / work[name][-2])  # at the last doubling

# %% nbgrader={"grade": false, "grade_id": "demo_cost_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: time and work for n elements
largest = sizes["all pairs"][-1]
speed_up = times["all pairs"][-1] / times["variance"][sizes["variance"] == largest][0]
sample = np.random.default_rng(lessonkit.seed(4)).normal(size=(2, 4, largest))
both_ways = [np.asarray(function(*sample)) for function in functions.values()]
identity_gap = np.max(np.abs(both_ways[0] / both_ways[1] - 1))

figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.6), sharex=True)
for (name, n), style, color in zip(sizes.items(), ("o-", "s--"), ("red", "blue"), strict=True):
    left.loglog(n, times[name], style, color=plots.COLORS[color], label=name)
    right.loglog(
        n, work[name], style, color=plots.COLORS[color], label=f"{name}: slope {slopes[name]:.2f}"
    )
left.set(xlabel="n, elements of the sample", ylabel="seconds of processor time")
left.set_title(f"Time: × {speed_up:,.0f} over all pairs at n = {largest:,}")
right.set(xlabel="n, elements of the sample", ylabel="numbers stored + lines run")
right.set_title(f"Work: like n^{slopes['all pairs']:.1f} and n^{slopes['variance']:.1f}")
right.legend()
plots.show(
    figure,
    f"""Two panels over n, all axes logarithmic: time of one call, and its counted work.
    At n = {largest:,} all pairs take {speed_up:,.0f} times as long. The slope of the work at the
    last doubling: all pairs {slopes["all pairs"]:.2f},
    variance {slopes["variance"]:.2f}. For small n a line is flat: the fixed cost of a call.""",
)

# %% [markdown]
# The clock sees more than the work: its line takes a step where arrays outgrow the memory at hand. So the slopes come from the count.
#
# ### What float32 does to it
#
# Now add an offset to the predictions. All formulas should ignore it. **Predict.** At which offset does the textbook form lose its last correct digit, in float32 with its 24 bits?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_cancellation", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def textbook(d):
    n = np.float32(d.size)
    return 2 * (n * np.sum(d * d) - np.sum(d) ** 2) / (n * (n - 1))


def pair_by_pair(d):
    return np.sum((d[:, None] - d[None, :]) ** 2) / np.float32(d.size * (d.size - 1))


def centred_first(d):
    return 2 * np.sum((d - np.mean(d)) ** 2) / np.float32(d.size - 1)


# %% nbgrader={"grade": false, "grade_id": "demo_cancellation_errors", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The exact value is computed in float64, from the same rounded numbers.
def relative_errors(offset, rng):
    """Relative error of each formula on one sample in float32, and of the student's function."""
    d = (rng.normal(size=1000) + offset).astype(np.float32)
    exact = 2 * np.var(d.astype(float), ddof=1)  # leaves the formula's own error
    mine = np.asarray(pairwise_squared_error_linear(np.zeros((1, 1000), np.float32), d[None]))[0]
    values = (textbook(d), pair_by_pair(d), centred_first(d), mine)
    return [abs(float(value) / exact - 1) for value in values]


rng = np.random.default_rng(lessonkit.seed(5))
offsets = 10.0 ** np.arange(0, 7.01, 0.25)
errors = np.array([np.mean([relative_errors(c, rng) for _ in range(10)], axis=0) for c in offsets])

# %% nbgrader={"grade": false, "grade_id": "demo_cancellation_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: digits left under an offset
at_1e4 = errors[np.argmin(np.abs(offsets - 1e4))]
rising = (errors[:, 0] > 1e-3) & (offsets < 1e6)  # a straight line on logarithmic axes
steepness, height = np.polyfit(np.log(offsets[rising]), np.log(errors[rising, 0]), 1)
useless = np.exp(-height / steepness)  # where this line passes 1

figure, axis = plt.subplots(figsize=(9, 3.8))
for column, (name, style, color) in enumerate((
    ("textbook: n Σd² − (Σd)²", "o-", "red"), ("pair by pair", "^:", "orange"),
    ("centred first", "s--", "blue"), ("your function (at 1e-9: at most that)", "x", "black"),
)):
    shown = np.maximum(errors[:, column], 1e-9)
    axis.loglog(offsets, shown, style, color=plots.COLORS[color], label=name)
axis.axhline(1, color="black", linestyle=":", linewidth=1)
axis.axvline(2**12, color="black", linestyle=":", linewidth=1)
axis.text(offsets[0], 1.5, "no digit is right", fontsize=9)
axis.text(2**12, 3e-4, " 4,096 = √2²⁴", fontsize=9)
axis.set(xlabel="offset of the predictions", ylabel="relative error, mean of 10", ylim=(3e-10, 1e8))
axis.set_title(f"The textbook form has no digit left from an offset of about {useless:,.0f}; "
               f"centred first the error at 10,000 is {at_1e4[2]:.0e}")
axis.legend(loc="upper left", ncols=2, fontsize=9)
plots.show(figure, f"""Relative error of four ways of computing the pairwise error in float32, over
    the offset, both axes logarithmic. The textbook form's error grows like the offset to the power
    {steepness:.1f} and passes 1 near {useless:,.0f}; at 10,000 it is {at_1e4[0]:.1g}, pair by pair
    {at_1e4[1]:.0e}, centred first {at_1e4[2]:.0e}.""")

# %% [markdown]
# This is **catastrophic cancellation**: $n\sum d^2$ and $(\sum d)^2$ are both near $n^2 c^2$, float32 keeps 24 bits of each, and the answer sits in the bits that were dropped. That answers the prediction: the
# differences vary by about 1, so nothing is left where $c^2 \approx 2^{24}$, that is $c \approx 2^{12} = 4{,}096$; the title says what was measured. Beyond it the result can even be negative, which no mean of squares is.
# Centring first subtracts while the numbers are still exact enough (Chan, Golub and LeVeque 1983). (The figure
# shows the formulas' own errors. What is rounded away when predictions near a million are *stored* in float32, no formula brings back.)
#
# ## 4. TensorFlow's own function
#
# What its documentation says, and what it leaves open:
#
# | | |
# |---|---|
# | **says** | the formula of section 1; pairs *within* each sample, never across; `weights` of the shape (batch,) rescale each sample's loss, a scalar simply scales the result |
# | **leaves open** | how the samples of a batch become one number: their mean or their sum |
#
# So a value is a *fault* only if it is neither the mean nor the sum of the samples' errors, or if a documented call fails. All weights are 1. The function is called directly (*eager mode*) and inside a
# `tf.function`, where Keras would call it; the third column adds 3 to all predictions, which must change nothing.

# %% nbgrader={"grade": false, "grade_id": "demo_official", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
official = tf.compat.v1.losses.mean_pairwise_squared_error
rng = np.random.default_rng(lessonkit.seed(0))
labels_4, predictions_4 = (rng.normal(size=(4, 5)).astype(np.float32) for _ in range(2))


def attempt(call):
    try:
        return float(call())
    except ValueError:
        return np.nan

# %% nbgrader={"grade": false, "grade_id": "demo_official_calls", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def three_calls(labels, predictions, weights):
    """The samples' errors by the formula; and the function in three calls (nan: an error)."""
    in_graph = tf.function(lambda a, b: official(a, b, weights))
    got = (
        attempt(lambda: official(labels, predictions, weights)),
        attempt(lambda: official(labels, predictions + 3, weights)),
        attempt(lambda: in_graph(labels, predictions)),
    )
    return np.asarray(pairwise_squared_error_linear(labels, predictions)), got

# %% nbgrader={"grade": false, "grade_id": "demo_official_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def judge(value, right):
    """Which of the two things that the documentation allows the value is, if any."""
    for word, allowed in (("mean", right.mean()), ("sum", right.sum())):
        if np.isclose(value, allowed, rtol=1e-4, atol=1e-6):
            return word
    return "fault"


def described(value, word):
    return f"{'ValueError' if np.isnan(value) else f'{value:.3f}'}: {word}"


# %% nbgrader={"grade": false, "grade_id": "demo_official_inputs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# One sample, four with and without weights, and a vector:
ones = np.ones(4, np.float32)
comparisons = {
    "1 × 5, weights left out": three_calls(labels_4[:1], predictions_4[:1], 1.0),
    "4 × 5, weights left out": three_calls(labels_4, predictions_4, 1.0),
    "4 × 5, weights of shape (4, 1)": three_calls(labels_4, predictions_4, ones[:, None]),
    "4 × 5, weights of shape (4,), as documented": three_calls(labels_4, predictions_4, ones),
    "a vector of 5, weights left out": three_calls(labels_4[0], predictions_4[0], 1.0),
}

# %% nbgrader={"grade": false, "grade_id": "demo_official_rows", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
judged, rows = {}, []
for name, (right, got) in comparisons.items():
    judged[name] = [judge(value, right) for value in got]
    formula = f"{right.mean():.3f}, {right.sum():.3f}"
    rows.append((name, formula, *map(described, got, judged[name])))

# %% nbgrader={"grade": false, "grade_id": "demo_official_show", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: what TensorFlow gives
head = (
    f"TensorFlow {tf.__version__}",
    "formula: mean, sum",
    "eager",
    "eager, 3 added",
    "in tf.function",
)
plots.table(head, rows)

# %% [markdown]
# If no cell says *fault*, a later version has mended the function, and the verdict in section 8 changes by itself. A *sum* contradicts nothing, but you have to know it: the loss grows with the batch size.
# Where do the other numbers come from? Two suspects, computed without TensorFlow's function: dividing by the number of elements *of the whole batch* instead of a
# sample's, and adding the samples' errors.

# %% nbgrader={"grade": false, "grade_id": "demo_official_causes", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
d_4 = (predictions_4 - labels_4).astype(float)


def with_count(d, n):
    """Sum over the batch of the textbook form, with n for each sample's number of elements."""
    return np.sum(2 * np.sum(d**2, axis=1) / (n - 1) - 2 * np.sum(d, axis=1) ** 2 / (n * (n - 1)))

# %% nbgrader={"grade": false, "grade_id": "demo_official_issue", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# What TensorFlow gave, and a third suspect from an old bug report: the mean over all n² pairs.
_, (eager, eager_shifted, graph) = comparisons["4 × 5, weights left out"]
issue_labels = np.array([[0.0, 0.5, 1.0]], np.float32)
issue_table = (issue_labels.T - issue_labels) ** 2  # all n² pairs, as the predictions are all 1
now = float(official(issue_labels, np.ones((1, 3), np.float32)))
then_and_now = f"0.333 (1.4, as reported); {now:.3f} ({tf.__version__})"

# %% nbgrader={"grade": false, "grade_id": "demo_official_suspects", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: which formula gives TensorFlow's numbers
rows = [
    ("n of the whole batch (20)", with_count(d_4, 20), f"{eager:.3f} (eager)"),
    ("the same, 3 added to predictions", with_count(d_4 + 3, 20), f"{eager_shifted:.3f} (eager)"),
    ("n of each sample (5), sum over batch", with_count(d_4, 5), f"{graph:.3f} (in tf.function)"),
    ("all n² pairs, on the example of issue 15968", issue_table.mean(), then_and_now),
]
rows = [(suspect, f"{gives:.3f}", official_gives) for suspect, gives, official_gives in rows]
plots.table(("suspect", "gives", "TensorFlow gives"), rows)

# %% [markdown]
# The last line is history: TensorFlow 1.4 averaged over all $n^2$ pairs, each element with itself too ([issue 15968](https://github.com/tensorflow/tensorflow/issues/15968); mended by
# [pull request 16433](https://github.com/tensorflow/tensorflow/pull/16433)). And look at the vector in the first table: a batch of
# single elements has no pairs, so where its loss is 0 whatever you predict, a network learns nothing from it. (The same surprise, from 2017: [issue 8424](https://github.com/tensorflow/tensorflow/issues/8424), *the
# loss is always zero*.)
#
# The documentation's weights are coefficients: doubling them all doubles the loss. Where a weighted *mean* is wanted, divide by their sum, and say so.

# %% [markdown]
# ### Exercise: `weighted_pairwise_squared_error`
#
# | | |
# |---|---|
# | **Write** | the weighted mean of the samples' pairwise errors: $\sum_b w_b L_b \, / \, \sum_b w_b$ |
# | **Why it matters** | the wrong numbers above come from what a sum is divided by; here you choose it, and write it down |
# | **Time, difficulty** | 5 minutes, ●●○ |
# | **Signature** | `weighted_pairwise_squared_error(labels, predictions, sample_weight)`: (batch, …), (batch, …), (batch,) → scalar |
# | **Example** | errors 0.5 and 2 with weights 3 and 1: (3 · 0.5 + 1 · 2) / 4 = `0.875` |
#
# The result is 0 when all weights are 0. A negative weight raises `ValueError`. You may call your `pairwise_squared_error_linear`.
#
# <details><summary>Hint 1: in which order?</summary>
#
# Check the weights first; then deal with a sum of 0; then divide.
# </details>
# <details><summary>Hint 2: the check</summary>
#
# `if np.any(weight < 0): raise ValueError("…")` with a sentence that says what is wrong.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# With `loss = pairwise_squared_error_linear(labels, predictions)` and `weight = np.asarray(sample_weight, dtype=float)`, the answer is
# `np.sum(weight * loss) / np.sum(weight)`, unless `np.sum(weight)` is 0.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“should raise ValueError”**: check with `np.any(weight < 0)`, before anything else: weights of 1 and −1 add up to 0, too.
# - **nan for weights of 0**: 0/0; return `0.0` in that case.
# - **wrong only for very small weights**: a small number was added to the sum of the weights, to avoid the 0/0. It changes the other results.
# </details>

# %% nbgrader={"grade": false, "grade_id": "weighted_pairwise_squared_error", "locked": false, "schema_version": 3, "solution": true, "task": false}
def weighted_pairwise_squared_error(labels, predictions, sample_weight):
    """Weighted mean over the batch of the samples' pairwise squared errors.

    Parameters
    ----------
    labels, predictions : array-like, shape (batch, ...)
        True and predicted values. All dimensions after the first belong to one sample.
    sample_weight : array-like, shape (batch,)
        Weights of the samples, none negative.

    Returns
    -------
    float
        Sum of weight * error over the sum of the weights; 0 if all weights are 0.

    Raises
    ------
    ValueError
        If a weight is negative.
    """
    ### BEGIN SOLUTION
    weight = np.asarray(sample_weight, dtype=float)
    if np.any(weight < 0):
        raise ValueError("A sample's weight must not be negative.")
    loss = np.asarray(pairwise_squared_error_linear(labels, predictions), dtype=float)
    total = weight.sum()
    return float(np.sum(weight * loss) / total) if total > 0 else 0.0
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_weighted_pairwise_squared_error_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_weighted_pairwise_squared_error_values(weighted_pairwise_squared_error):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    w, d = np.array([1.5, 2.2, 0.6]), np.array([[1, 2, 4, 1], [0, 1, 0, 0], [5, 5, 5, 5.0]])
    loss, total = np.array([4.0, 0.5, 0.0]), 7.1  # (1 + 9 + 0 + 4 + 1 + 9)/6, (1 + 1 + 1)/6 and 0
    by = {"the number of weights": 3, "the largest weight": 2.2, "the mean weight": 4.3 / 3}
    by |= {"the first weight": 1.5, "Σ weight − 1": 3.3, "√(Σ weight²)": 7.45**0.5, "nothing": 1}
    by |= {"Σ weight and the batch size": 12.9, "half of Σ weight (this is twice it)": 2.15}
    by |= {"the batch size less 1": 2, "Σ weight²": 7.45, "2·Σ weight (or errors halved)": 8.6}
    slips = {f"The sum is divided by {k}; divide it by Σ weight.": total / v for k, v in by.items()}
    to = {"cut at 1": np.minimum(w, 1), "sorted": np.sort(w), "reversed": w[::-1], "w + 1": w + 1}
    to |= {"taken as √w": w**0.5, "taken as 1/w": 1 / w, "taken as log(1 + w)": np.log1p(w)}
    to |= {"cut to whole numbers": w // 1, "rounded to whole numbers": w.round()}
    slips |= {f"Weights are {k}; use them as they are.": v @ loss / v.sum() for k, v in to.items()}
    slips |= {"No weight matters here.": 1.5, "Add up these weighted errors.": w * loss / 4.3}
    slips["The weights enter squared (did they multiply d, or come in twice?)."] = w**2 @ loss / 4.3
    slips["The errors divide by n where the sample variance divides by n − 1."] = total / 4.3 * 0.75
    slips["This is the mean squared error, weighted; take the error of pairs."] = 23.8 / 4.3
    answer = checks.call(weighted_pairwise_squared_error, 0 * d, d, w)
    checks.expect_close(answer, total / 4.3, "The error of three samples", given=w, slips=slips)
    ### BEGIN HIDDEN TESTS
    import itertools

    error = checks.error_of(weighted_pairwise_squared_error, d, d, np.array([1.0, 0.0, 1.0]))
    what = "A weight of 0 raises ValueError; only a weight below 0 should."
    checks.expect(not isinstance(error, ValueError), what)
    rng = np.random.default_rng(307)
    by_count = "This divides by the number of weights that are not 0; divide by their sum."
    for shape in ((5, 7), (4, 3, 2), (1, 3)):
        raw = (rng.normal(size=shape), rng.normal(size=shape), rng.uniform(0.0, 2.0, shape[0]))
        raw[2][1:2] = 0.0
        rows = (raw[1] - raw[0]).reshape(shape[0], -1).tolist()
        pairs = [(*itertools.combinations(row, 2),) for row in rows]
        loss = [np.mean([(p - q) ** 2 for p, q in row]) for row in pairs]
        expected = np.dot(loss, raw[2]) / np.sum(raw[2])
        slips = {by_count: np.dot(loss, raw[2]) / np.count_nonzero(raw[2])}
        if len(shape) == 3:
            rows = 2 * np.var(raw[1] - raw[0], axis=2, ddof=1).mean(axis=1)
            said = "The errors of rows are averaged; a sample is all behind the first axis."
            slips[said] = np.dot(rows, raw[2]) / np.sum(raw[2])
        answer = checks.call(weighted_pairwise_squared_error, *raw)
        what = f"The weighted error of an input of shape {shape}"
        rounded = "The result is rounded; keep all digits."
        hints = {
            rounded: lambda got, expected=expected: any(
                np.array_equal(got, np.round(expected, digits)) for digits in range(5)
            )
        }
        checks.expect_close(answer, expected, what, given=raw, slips=slips, hints=hints)
        # Only the weights' proportions count, however small they are.
        raw = (raw[0], raw[1], raw[2] * 1e-6)
        tiny = checks.call(weighted_pairwise_squared_error, *raw)
        hints = {
            "A small sum of weights is taken for 0.": lambda got: got == 0,
            "The sum of the weights is made larger before dividing (a small number added to it, or "
            "a lower bound).": lambda got, expected=expected: 0 < got < expected,
        }
        what = "The error with all weights multiplied by the same small number"
        checks.expect_close(tiny, expected, what, rtol=1e-3, hints=hints)
    raw = ([[0, 0], [0, 0]], [[1, 3], [2, 3]], [1, 2])  # errors of 4 and 1
    for given in (raw, tuple(np.array(part) for part in raw)):
        answer = checks.call(weighted_pairwise_squared_error, *given)
        checks.expect_close(answer, 2.0, "The weighted error of whole numbers")
    answer = checks.call(weighted_pairwise_squared_error, raw[0], raw[1], [3, 1])
    what = "The weighted error of whole numbers, which is not whole,"
    checks.expect_close(answer, 13 / 4, what)
    ### END HIDDEN TESTS


test_weighted_pairwise_squared_error_values(weighted_pairwise_squared_error)

# %% nbgrader={"grade": true, "grade_id": "test_weighted_pairwise_squared_error_zero", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_weighted_pairwise_squared_error_zero(weighted_pairwise_squared_error):
    """Weights that are all zero (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    raw = (np.zeros((2, 3)), np.array([[1.0, 2.0, 4.0], [0.0, 1.0, 0.0]]), np.zeros(2))
    said = "The sum of the weights is 0 here, and 0/0 is not a number: return 0 in that case."
    answer = checks.call(weighted_pairwise_squared_error, *raw)
    what, hints = "The answer for weights that are all 0", {said: lambda got: np.isnan(got).all()}
    slips = {"This is the plain mean; where all weights are 0 the answer is 0.": 8 / 3}
    slips["These are zeros, one for each sample; one number is asked for."] = [0, 0]
    checks.expect_close(answer, 0.0, what, given=raw, slips=slips, hints=hints)  # not 0/0
    card = ([[0, 0.5, 1], [0, 0, 0]], [[1, 1, 1], [0, 0, 3**0.5]], [3, 1])  # errors of 0.5 and 2
    answer, (a, b) = checks.call(weighted_pairwise_squared_error, *card), np.exp([3, 1])
    slips = {"A softmax goes over the weights; use them as they are.": (a / 2 + b * 2) / (a + b)}
    slips["The weights are squared, and divided by the sum of their squares."] = 6.5 / 10
    slips["The sum of the weights divides twice; divide by it once."] = 3.5 / 16
    slips["The weights only divide: take Σ weight·error (no column times a row, no w·d)."] = 2.5 / 4
    slips["This is the plain sum of the errors (is a column multiplied by a row?)."] = 2.5
    slips["Weights enter squared (did they multiply d?), and the mean is plain."] = 6.5 / 2
    slips["This is the square root of it; no root is taken."] = 0.875**0.5
    checks.expect_close(answer, 0.875, "The example on the card", slips=slips)
    ### BEGIN HIDDEN TESTS
    # A single weight of 0 only takes its own sample out.
    slips = {"The answer is 0 as soon as one weight is 0; it is 0 only if all weights are.": 0.0}
    slips |= {"The result is rounded; keep all digits.": 0.667, "The result is rounded.": 0.67}
    answer = checks.call(weighted_pairwise_squared_error, raw[0], raw[1], np.array([0.0, 2.0]))
    checks.expect_close(answer, 2 / 3, "The answer where one of two weights is 0", slips=slips)
    # Weights may be small; only a sum of exactly 0 gives 0. (Powers of two: exact in float32.)
    hints = {
        "Small weights are taken for 0 (np.isclose?); only weights that are all 0 give 0.": (
            lambda got: got == 0
        ),
        "The sum of the weights is made larger before dividing (a small number added to it, or a "
        "lower bound).": lambda got: 0 < got < 0.875,
    }
    for size in (2.0**-30, 2.0**-60):
        answer = checks.call(weighted_pairwise_squared_error, *card[:2], size * np.array(card[2]))
        checks.expect_close(answer, 0.875, "The answer for small weights", hints=hints)
    # Every difference divided by 64 divides the error by 4,096. (Exact in float32.)
    small = [2.0**-6 * np.array(part) for part in card[:2]]
    answer, what = checks.call(weighted_pairwise_squared_error, *small, card[2]), "A small error"
    rounded = "The result is rounded, or a number is added to it: small errors keep all digits."
    hints = {rounded: lambda got: abs(got - 0.875 * 2.0**-12) < 1e-4}
    checks.expect_close(answer, 0.875 * 2.0**-12, what, atol=0, hints=hints)
    for weight in ([0.0, 0.0], [2.0, 1.0]):
        raw = (np.zeros((2, 1)), np.ones((2, 1)), np.array(weight))
        answer = checks.call(weighted_pairwise_squared_error, *raw)
        checks.expect_close(answer, 0.0, "The answer for samples without pairs", given=raw)
    raw = tuple(np.array(values, np.float32) for values in card)
    answer = checks.call(weighted_pairwise_squared_error, *raw)
    checks.expect_close(answer, 0.875, "The answer for float32 arrays", given=raw)
    ### END HIDDEN TESTS


test_weighted_pairwise_squared_error_zero(weighted_pairwise_squared_error)

# %% nbgrader={"grade": true, "grade_id": "test_weighted_pairwise_squared_error_negative", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_weighted_pairwise_squared_error_negative(weighted_pairwise_squared_error):
    """Negative weights (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # Less than nothing is a mistake of the caller, who should hear of it.
    raw = (weighted_pairwise_squared_error, np.zeros((2, 3)), np.array([[1, 2, 4], [0, 1, 0.0]]))
    weights = [2.0, -1.0], [1.0, -2.0], [-1.0, 2.0], [-2.0, 1.0], [-1.0, -2.0]
    errors = [checks.error_of(*raw, np.array(weight)) for weight in weights]
    hints = {  # by which of these weights raise it
        (0, 0, 0, 0, 0): "No weight below 0 raises it: look for one, then `raise ValueError(…)`.",
        (0, 1, 0, 1, 1): "The sum of the weights decides whether it raises; look at each weight.",
        (0, 0, 0, 0, 1): "It raises only where all weights are negative; look at each weight.",
        (0, 0, 1, 1, 1): "It raises only where the first weight is negative; look at each.",
        (1, 1, 0, 0, 1): "It raises only where the last weight is negative; look at each.",
    }
    told = hints.get(tuple(int(isinstance(error, ValueError)) for error in errors), "")
    fine = checks.error_of(*raw, np.ones(2)) is None
    if fine and all(errors) and not any(isinstance(error, ValueError) for error in errors):
        told = "Another error is raised (by assert?); `raise ValueError(…)` is asked for."
    what, got = "A negative weight should raise ValueError.", errors[0] or "no error"
    checks.expect(isinstance(got, ValueError), what, given=weights[0], got=got, hint=told)
    ### BEGIN HIDDEN TESTS
    for weight in ([-1.0, -2.0], [1.0, -1.0], [-1e-3, 5.0], [-1e-9, 5.0]):
        error = checks.error_of(*raw, np.array(weight))
        what = "Negative weights should raise ValueError, whatever their sum."
        hint = told
        if error is None and sum(weight) == 0:
            hint = "Weights that add up to 0 raise nothing: look for negative ones first."
        elif error is None and not told and sum(weight) < 0:
            hint = "Weights that are all below 0 raise nothing: look for negative ones first."
        elif error is None and not told and sum(weight) > 0:
            hint = "A weight just below 0 raises nothing: compare each, as a float, with 0."
        checks.expect(isinstance(error, ValueError), what, got=error or "no error", hint=hint)
    answer = checks.call(*raw, np.array([0.0, 1.0]))  # 0 is not negative: no error
    checks.expect_close(answer, 2 / 3, "The answer where one of two weights is 0")
    ### END HIDDEN TESTS


test_weighted_pairwise_squared_error_negative(weighted_pairwise_squared_error)

# %% [markdown]
# ## 5. Train with it
#
# Now a loss that Keras can use. It has to be made of TensorFlow operations, so that it has a gradient.

# %% [markdown]
# ### Exercise: `pairwise_mse_loss`
#
# | | |
# |---|---|
# | **Write** | the pairwise squared error as a loss for Keras: TensorFlow operations only, mean over the batch |
# | **Why it matters** | the networks below are trained with *your* function, in `model.compile(loss=pairwise_mse_loss)` |
# | **Time, difficulty** | 9 minutes, ●●○ |
# | **Signature** | `pairwise_mse_loss(y_true, y_pred)`: two tensors or array-likes (batch, …) of one shape → scalar tensor |
# | **Example** | `pairwise_mse_loss([[0, 0.5, 1], [0, 0, 0]], [[1, 1, 1], [1, 1, 1]])` → `0.25`: the mean of 0.5 and 0 |
#
# Keras calls a loss inside a `tf.function`, where the batch size may be unknown (`None`), and differentiates it. So the gradient must be
# finite everywhere: also where predictions and labels agree, and for a single output ($n$ = 1), where loss and gradient are 0 (a constant has no gradient, and Keras stops). And as before: with 10,000
# added to float32 predictions the loss must stay right to 1 in 10,000.
#
# <details><summary>Hint 1: what changes against NumPy?</summary>
#
# Only the names: `tf.cast(x, tf.float32)` instead of `np.asarray`, `tf.reshape`, `tf.reduce_mean`, `tf.reduce_sum`, `tf.square`. No `.numpy()`, no `np.`: they
# do not work on the symbolic tensors inside a `tf.function`, and they cut the gradient.
# </details>
# <details><summary>Hint 2: which sizes are known?</summary>
#
# `tf.shape(x)[0]` is the batch size at run time, whatever it is. The elements of one sample can be counted when the function is traced:
# `int(np.prod(x.shape[1:]))`, plain Python numbers. (A variance needs only the second.)
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `difference = tf.reshape(y_pred - y_true, (-1, n))`; `centred = difference - tf.reduce_mean(difference, axis=1, keepdims=True)`; then
# `2 * tf.reduce_sum(tf.square(centred), axis=1) / max(n - 1, 1)` is the loss of each sample. Return its `tf.reduce_mean`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“Cannot convert a symbolic tf.Tensor … to a numpy array”**: a NumPy function got a tensor.
# - **“No gradient flows”**: a value left TensorFlow on the way (`.numpy()`, `np.`, `float(…)`).
# - **“NoneType” in an error about shapes**: `x.shape[0]` is None where the batch size is unknown; use -1 in `tf.reshape`, or `tf.shape(x)[0]`.
# - **nan for a single output**: 0/0; divide by `max(n - 1, 1)`.
# - **a gradient that is nan though the loss is not**: `tf.where` picks the right value, but the gradient still runs through the 0/0 that it hides; divide by something else instead.
# - **an error only with the offset**: $n\sum d^2 - (\sum d)^2$, or the mean of squares minus the squared mean, in float32. Centre first.
# - **all tests pass, but the training below takes minutes**: your loss builds all pairs; use the variance.
# - **“cannot compute Sub as input #1 was expected to be a …”**: mixed types; cast both to `tf.float32` first.
# </details>

# %% nbgrader={"grade": false, "grade_id": "pairwise_mse_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pairwise_mse_loss(y_true, y_pred):
    """Pairwise squared error as a loss function for Keras.

    Parameters
    ----------
    y_true, y_pred : tensor or array-like, shape (batch, ...)
        Targets and predictions. All dimensions after the first belong to one sample.

    Returns
    -------
    tf.Tensor, scalar
        Mean over the batch of each sample's mean of (d_i - d_j)**2 over pairs, where
        d = y_pred - y_true. Differentiable everywhere; 0 for samples with a single element;
        accurate when y_pred has a large offset.
    """
    ### BEGIN SOLUTION
    difference = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    n = int(np.prod(difference.shape[1:]))  # known when traced; the batch size need not be
    difference = tf.reshape(difference, (-1, n))
    centred = difference - tf.reduce_mean(difference, axis=1, keepdims=True)
    return tf.reduce_mean(2 * tf.reduce_sum(tf.square(centred), axis=1) / max(n - 1, 1))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_pairwise_mse_loss_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_mse_loss_values(pairwise_mse_loss):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    y, d = np.float32([[[1, 4, 0, 2], [3, 1, 4, 1]], [[0, 1, 3, 7], [2, 0, 0, 0]]])
    slips = {  # by hand, the errors: (1 + 9 + 49 + 4 + 36 + 16)/6 = 115/6 and (4 + 4 + 4)/6 = 2
        "This is twice it (the sum over the batch? 4 instead of 2?); a mean is asked for.": 127 / 6,
        "This is one loss for each sample; their mean is asked for.": [115 / 6, 2],
        "This is one loss for each sample, in a column; a mean is asked for.": [[115 / 6], [2]],
        "This divides by n where the sample variance divides by n − 1.": 127 / 16,
        "The sums of squares are not divided by n − 1, n the elements of one sample.": 127 / 4,
        "This is half of it: each loss is 2·Σ(d − mean)²/(n − 1), twice a variance.": 127 / 24,
        "This is the mean squared error; the error of pairs is asked for.": 63 / 8,
        "These are absolute differences; square them.": 29 / 12,
        "Pairs across the samples are compared; pairs stay within one sample.": 2 * d.var(ddof=1),
        "This is the variance over the whole batch; take it over axis=1.": 2 * d.var(),
        "This is the root of it.": (127 / 12) ** 0.5, "Use float32, not 16.": np.float16(127 / 12),
        "This divides by the size of the whole batch, as TensorFlow's function does.": 123 / 7,
        "This is the mean of the losses' roots; no root is taken.": ((115 / 6) ** 0.5 + 2**0.5) / 2}
    answer = checks.call(pairwise_mse_loss, y, y + d)
    checks.expect_close(answer, 127 / 12, "The loss of two samples", given=(y, y + d), slips=slips)
    ### BEGIN HIDDEN TESTS
    import itertools

    rng = np.random.default_rng(308)
    for shape in ((1, 3), (1, 2), (6, 5), (3, 4, 4, 2)):
        raw = tuple(rng.normal(size=shape).astype(np.float32) for _ in range(2))
        rows = (raw[1] - raw[0]).reshape(shape[0], -1).tolist()
        pairs = [(*itertools.combinations(row, 2),) for row in rows]
        expected = np.mean([np.mean([(p - q) ** 2 for p, q in row]) for row in pairs])
        answer = checks.call(pairwise_mse_loss, *raw)
        what = f"The loss of random samples of shape {shape}"
        last = 2 * np.var(raw[1] - raw[0], axis=-1, ddof=1).mean()
        signless = 2 * np.var(np.abs(rows), axis=1, ddof=1).mean()
        slips = {}
        if shape == (1, 3):
            whole, labels = np.trunc(raw[1]) - np.trunc(raw[0]), raw[1] - np.trunc(raw[0])
            slips = {
                "The sign of d is lost before the difference is taken.": 2
                * np.var(np.abs(raw[1] - raw[0]), axis=1, ddof=1)[0],
                "A batch of one comes to nothing: does tf.squeeze drop its axis?": 0.0,
                "With one sample this is half of it: multiply by 2, and divide by the batch size, "
                "here 1.": expected / 2,
                "The decimals are cut off: cast to tf.float32, not to whole numbers.": 2
                * np.var(whole, axis=1, ddof=1)[0],
                "The decimals of the labels are cut off: cast them to tf.float32.": 2
                * np.var(labels, axis=1, ddof=1)[0],
            }
        elif shape == (1, 2):
            slips = {
                "Two elements are one pair; only a single element has none.": 0.0,
                "With two elements n − 1 is 1, not 2: divide by max(n − 1, 1).": expected / 2,
            }
        rounded = "The result is rounded; keep all digits."
        hints = {
            rounded: lambda got, expected=expected: any(
                np.isclose(got, np.round(expected, digits), rtol=1e-6) for digits in range(4)
            ),
            "It is right to three digits only: is float16 used somewhere? Cast to tf.float32.": (
                lambda got, expected=expected: abs(got - expected) < 2e-3 * expected
            ),
        }
        if len(rows) > 1:
            losses = [np.mean([(p - q) ** 2 for p, q in row]) for row in pairs]
            slips["This is the median over the batch; its mean is asked for."] = np.median(losses)
            slips["The sign of d is lost before the difference is taken."] = signless
        if len(shape) > 2:
            slips["A sample is all behind the first axis, not the last axis only."] = last
            n, middle = len(rows[0]), np.var(raw[1] - raw[0], axis=1, ddof=1).mean()
            slips["The mean over the second axis only is taken away; a sample is all."] = 2 * middle
            said = "n counts the second axis only; it counts all elements of a sample."
            slips[said] = expected * (n - 1) / (shape[1] - 1)
            said = "n counts the last axis only; it counts all elements of a sample."
            slips[said] = expected * (n - 1) / (shape[-1] - 1)
            d, own = raw[1] - raw[0], raw[1] - raw[1].mean(axis=-1, keepdims=True) - raw[0]
            said = "The mean of each row (last axis) is taken away, not that of each sample: "
            said += "flatten d first."
            slips[said] = np.var(d, axis=-1).mean() * 2 * n / (n - 1)
            said = "The mean over the second axis is taken away, not that of each sample: "
            said += "flatten d first."
            slips[said] = np.var(d, axis=1).mean() * 2 * n / (n - 1)
            said = "The rows of the predictions are centred before d is taken: use the "
            said += "predictions as they are."
            slips[said] = 2 * np.var(own.reshape(shape[0], -1), axis=1, ddof=1).mean()
        checks.expect_close(answer, expected, what, given=raw, slips=slips, hints=hints)
        answer = checks.call(pairwise_mse_loss, *(part.astype(float) for part in raw))
        checks.expect_close(answer, expected, f"{what} in float64", given=raw)
    answer = checks.call(pairwise_mse_loss, [[0, 0, 0], [0, 1, 0]], [[1, 2, 4], [0, 1, 0]])
    slips = {"The mean of whole numbers is cut to a whole one: cast both to float32 first.": 2.5}
    checks.expect_close(answer, 7 / 3, "The loss of lists of whole numbers", slips=slips)
    cut = "The predictions are cut to whole numbers, the type of the labels: cast both to float32."
    raw = (np.array([[0, 0, 0], [0, 1, 0]]), np.array([[0.5, 2.0, 4.0], [0.0, 1.0, 0.0]]))
    answer = checks.call(pairwise_mse_loss, *raw)
    what = "The loss of labels that are whole numbers"
    checks.expect_close(answer, 37 / 12, what, given=raw, slips={cut: 4.0})
    cut = "The labels are cut to whole numbers, the type of the predictions: cast both to float32."
    answer = checks.call(pairwise_mse_loss, *raw[::-1])
    what = "The loss of predictions that are whole numbers"
    checks.expect_close(answer, 37 / 12, what, given=raw[::-1], slips={cut: 4.0})
    raw = (np.zeros((1, 3), np.float32), np.array([[0.0, 0.0, 1200.0]], np.float32))
    answer, what = checks.call(pairwise_mse_loss, *raw), "The loss of large differences"
    bound = "Large differences are lowered to a bound, or left out; take them as they are."
    hints = {bound: lambda got: got < 960_000}
    checks.expect_close(answer, 960_000, what, given=raw, hints=hints)
    ### END HIDDEN TESTS


test_pairwise_mse_loss_values(pairwise_mse_loss)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_mse_loss_in_tf_function", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_mse_loss_in_tf_function(pairwise_mse_loss):
    """Inside a tf.function (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    # As Keras uses it: inside a tf.function that does not know the batch size.
    raw = (np.array([[1, 4, 0], [0, 2, 5.0]]), np.array([[2, 6, 4], [3, 5, 9.0]]))
    slips = {
        "Samples are compared, or the mean over the batch (axis=0) is taken away.": 5 / 4,
        "Each sample's mean is not taken away before the squares are summed.": 55 / 2,
        "Only the predictions are centred; take d first, then its mean away.": 15,
        "This is the first sample's loss alone (or the largest); take the mean.": 14 / 3,
        "The divisor counts the elements of the whole batch; n is of one sample.": 32 / 15,
        "These are mean squared errors of each sample; take the error of pairs.": [7, 34 / 3],
        "The mean of the whole batch is taken away; take each sample's own.": 41 / 12}
    eager = checks.call(pairwise_mse_loss, *raw)
    if np.shape(eager) != () or not np.allclose(eager, 16 / 3):
        slips["Inside a tf.function this is the sum over the batch, as TensorFlow gives."] = 16 / 3
    answer, what = checks.in_tf_function(pairwise_mse_loss, *raw), "The loss inside a tf.function"
    checks.expect_close(answer, 8 / 3, what, given=raw, slips=slips)
    answer = checks.call(pairwise_mse_loss, [[0, 0.5, 1], [0, 0, 0]], [[1, 1, 1], [1, 1, 1]])
    checks.expect_close(answer, 0.25, "The example on the card")
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(309)
    for shape in ((5, 8), (3, 2, 6)):
        raw = tuple(rng.normal(size=shape).astype(np.float32) for _ in range(2))
        rows = (raw[1] - raw[0]).reshape(shape[0], -1)
        expected = np.mean(2 * np.var(rows, axis=1, ddof=1))
        answer = checks.in_tf_function(pairwise_mse_loss, *raw)
        what = f"The loss inside a tf.function, for samples of shape {shape},"
        checks.expect_close(answer, expected, what, given=raw)
    answer = checks.in_tf_function(pairwise_mse_loss, np.zeros((3, 1)), np.arange(3.0)[:, None])
    slips = {
        "These are zeros, one for each sample; one number is asked for.": np.zeros(3),
        "These are zeros in a column; one number is asked for.": np.zeros((3, 1)),
        "This is the mean squared error; a single element has no pairs: return 0.": 5 / 3,
        "Single elements are compared across the samples (does tf.squeeze drop their axis?).": 4.0,
    }
    what = "The loss of single elements inside a tf.function"
    checks.expect_close(answer, 0.0, what, slips=slips)
    ### END HIDDEN TESTS


test_pairwise_mse_loss_in_tf_function(pairwise_mse_loss)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_mse_loss_gradient", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_mse_loss_gradient(pairwise_mse_loss):
    """The gradient (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    d = np.array([[4.0, -1, 2, 0, 9.5, -1.5]])  # first the loss itself, of one sample
    y, right = d[:, ::-1], 2 * d.var(ddof=1)
    answer = checks.call(pairwise_mse_loss, y, y + d)
    of = {"median": 1, "first element": 4, "largest element": 9.5, "last or least": -1.5, "sum": 13}
    slips = {f"The {k} is taken away.": np.sum((d - m) ** 2) / 2.5 for k, m in of.items()}
    by = {"n + 1": 7, "n − 2": 4, "n(n − 1)/2": 15, "n(n − 1)": 30, "2n": 12, "n²/(n − 1)": 7.2}
    by |= {"the batch size (or not at all)": 1, "n/(n − 1)": 6 / 5, "(n − 1)/n": 5 / 6}
    slips |= {f"The sum is divided by {k}, not n − 1.": right * 5 / size for k, size in by.items()}
    slips["With n − 1 under Σd², n(n − 1) is under (Σd)²."] = np.sum(d**2) / 2.5 - 2 * d.mean() ** 2
    slips |= {"n/(n − 1) comes in twice.": 1.2 * right, "All cancels (sum squared? axis=0?).": 0}
    checks.expect_close(answer, right, "The loss of one sample", given=d, slips=slips)
    raw = (np.zeros((1, 3)), np.array([[0.0, 0.0, 3.0]]))  # 4/(n − 1)·(d − mean) = 2·(−1, −1, 2)
    gradient = checks.gradient(pairwise_mse_loss, *raw, wrt=1)
    half, what, slips = np.array([[-1.0, -1, 2]]), "The gradient to the predictions", {}
    if np.allclose(gradient, half) and np.allclose(checks.call(pairwise_mse_loss, *raw), 6.0):
        slips = {"The loss is right, but half of its gradient is cut off (stop_gradient?).": half}
    checks.expect_close(gradient, [[-2.0, -2.0, 4.0]], what, given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(310)
    for shape in ((4, 6), (2, 3, 3)):
        raw = (rng.normal(size=shape), rng.normal(size=shape))
        rows = (raw[1] - raw[0]).reshape(shape[0], -1)
        centred = rows - np.mean(rows, axis=1, keepdims=True)
        expected = (4 / (rows.shape[1] - 1) / shape[0] * centred).reshape(shape)
        gradient = checks.gradient(pairwise_mse_loss, *raw, wrt=1)
        what = f"The gradient of the loss to random predictions of shape {shape}"
        checks.expect_close(gradient, expected, what, given=raw, atol=1e-5)
    ### END HIDDEN TESTS


test_pairwise_mse_loss_gradient(pairwise_mse_loss)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_mse_loss_gradient_finite", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_mse_loss_gradient_finite(pairwise_mse_loss):
    """The gradient of a perfect fit (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # A perfect fit is where training ends: loss and gradient are 0 there, not nan.
    said = "Look for a root (infinite derivative at 0) or a division by 0; tf.where hides neither."
    hints = {said: lambda got: not np.isfinite(got).all()}
    labels = np.array([[1.0, 4.0, 0.0], [0.0, 2.0, 5.0]])
    alone = labels - labels.mean(axis=1, keepdims=True)  # of the predictions' own pairs
    slips = {
        "The gradient is that without labels; d = predictions − labels comes first.": alone,
        "The gradient is that of predictions + labels; subtract the labels.": 2 * alone,
        "The labels alone are centred; take d first, then its mean away.": labels - alone,
    }
    p = np.exp(labels) / np.sum(np.exp(labels), axis=1, keepdims=True)
    terms = p * (p - p.mean(axis=1, keepdims=True) - alone)
    said = "A softmax goes over the predictions; use them as they are."
    slips[said] = terms - p * terms.sum(axis=1, keepdims=True)
    gradient = checks.gradient(pairwise_mse_loss, labels, labels.copy(), wrt=1)
    what = "The gradient for equal predictions and labels"
    checks.expect_close(gradient, np.zeros((2, 3)), what, given=labels, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    raw = (labels, labels + np.array([[2.0], [-1.0]]))
    gradient = checks.gradient(pairwise_mse_loss, *raw, wrt=1)
    what = "The gradient where all predictions of a sample are wrong by the same amount"
    checks.expect_close(gradient, np.zeros((2, 3)), what, given=raw, hints=hints)
    raw = (np.zeros((2, 1)), np.array([[1.0], [3.0]]))
    answer = checks.call(pairwise_mse_loss, *raw)
    single = "With a single element, n − 1 is 0, and 0/0 is nan: divide by max(n − 1, 1)."
    only_nan = {single: lambda got: np.isnan(got).all()}
    what = "The loss of samples with one element"
    slips = {"These are zeros, one for each sample; one number is asked for.": np.zeros(2)}
    checks.expect_close(answer, 0.0, what, given=raw, hints=only_nan, slips=slips)
    said = (
        "Where samples have one element, the loss is a constant: its gradient is None, and Keras "
        "stops. Let the 0 come of y_pred: divide by max(n − 1, 1)."
    )
    gradient = checks.gradient(pairwise_mse_loss, *raw, wrt=1, hint=said)
    what = "The gradient for samples with one element"
    checks.expect_close(gradient, np.zeros((2, 1)), what, given=raw, hints=hints)
    ### END HIDDEN TESTS


test_pairwise_mse_loss_gradient_finite(pairwise_mse_loss)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_mse_loss_offset", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_mse_loss_offset(pairwise_mse_loss):
    """A large constant added in float32 (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # 10,000 is added to predictions in float32, which holds all of these numbers exactly.
    near = np.array([[0.0, 1.0, 2.0, 5.0], [3.0, 3.5, 3.0, 3.5]], np.float32)
    labels = np.array([[1.0, 1.0, 0.0, 1.0], [2.0, 2.0, 2.0, 3.0]], np.float32)
    expected = np.mean(2 * np.var(near - labels, axis=1, ddof=1))
    said = "Without the offset it is right. In float32 a difference of two huge sums of squares"
    said += " cancels: take each sample's mean away first."
    without = checks.call(pairwise_mse_loss, labels, near)
    right = np.shape(without) == () and np.allclose(without, expected, rtol=1e-4)
    hints = {said: lambda got: right}
    only = "Only neighbours{} are compared; every element is paired with every other."
    slips = {only.format(""): 13 / 8, only.format(" (in a ring)"): 35 / 8}
    slips["The sign is turned round: the loss is 0 or more."] = -expected
    slips["This is the last sample's loss (or the smallest); the mean is asked for."] = 1 / 3
    raw = (labels, near + np.float32(1e4))
    answer = checks.call(pairwise_mse_loss, *raw)
    what = "The loss of float32 predictions with 10,000 added"
    checks.expect_close(answer, expected, what, given=raw, atol=0, hints=hints, slips=slips)
    ### BEGIN HIDDEN TESTS
    import math

    rng = np.random.default_rng(314)
    for shape in ((2, 1000), (1, 25, 44)):
        labels = rng.normal(30.0, 2.0, shape).astype(np.float32)
        raw = (labels, (labels + rng.normal(0.0, 3.0, shape) + 1e4).astype(np.float32))
        rows = (raw[1].astype(float) - raw[0].astype(float)).reshape(shape[0], -1).tolist()
        losses = []
        for row in rows:
            mean = math.fsum(row) / len(row)
            losses.append(2 * math.fsum([(d - mean) ** 2 for d in row]) / (len(row) - 1))
        expected = math.fsum(losses) / len(losses)
        without = checks.call(pairwise_mse_loss, labels, raw[1] - np.float32(1e4))
        right = np.shape(without) == () and np.allclose(without, expected, rtol=1e-4)
        hints = {said: lambda got, right=right: right}
        answer = checks.call(pairwise_mse_loss, *raw)
        what = "The loss of many float32 predictions with 10,000 added, asked for to 1 in 10,000,"
        checks.expect_close(answer, expected, what, given=raw, atol=0, hints=hints)
    answer = checks.in_tf_function(pairwise_mse_loss, *raw)
    what = "The loss of many float32 predictions with 10,000 added, inside a tf.function,"
    checks.expect_close(answer, expected, what, given=raw, atol=0, hints=hints)
    ### END HIDDEN TESTS


test_pairwise_mse_loss_offset(pairwise_mse_loss)

# %% [markdown]
# The task: from three numbers predict a profile of twelve, say the temperature every two hours. Height and phase of the wave depend on the inputs; the level is 10 degrees for all.

# %% nbgrader={"grade": false, "grade_id": "demo_compile", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def profiles(n, rng, own_level=False):
    """Inputs (n, 3) and profiles (n, 12) around 10, or around a level that the third input says."""
    inputs = rng.uniform(-1, 1, (n, 3))
    wave = (2 + inputs[:, :1]) * np.sin(2 * np.pi * (np.arange(12) / 12 + inputs[:, 1:2] / 4))
    return inputs, wave + 10 + (3 * inputs[:, 2:] if own_level else 0)


def small_network(n_inputs=3, n_outputs=12, width=32):
    hidden = [keras.layers.Dense(width, activation="relu") for _ in range(2)]
    return keras.Sequential([keras.Input((n_inputs,)), *hidden, keras.layers.Dense(n_outputs)])

# %% nbgrader={"grade": false, "grade_id": "demo_compile_network", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# There are 300 profiles for training and 300 for the test; the network gets your loss.
inputs, targets = profiles(300, np.random.default_rng(lessonkit.seed(5)))
test_inputs, test_targets = profiles(300, np.random.default_rng(lessonkit.seed(6)))
network = small_network()
network.compile(optimizer=keras.optimizers.Adam(0.003), loss=pairwise_mse_loss)

# %% nbgrader={"grade": false, "grade_id": "demo_compile_fit", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# `offset` says how far the outputs are off on average.
network.fit(
    inputs,
    targets,
    epochs=60,
    verbose=0,
    callbacks=[training.epoch_bar("Training with your pairwise loss")],
)
outputs = network.predict(test_inputs, verbose=0)
offset = np.mean(network.predict(inputs, verbose=0) - targets)  # one number, from the training data

# %% nbgrader={"grade": false, "grade_id": "demo_compile_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: profiles before and after training
def rms(values):
    return np.sqrt(np.mean(np.square(values)))


rms_before, rms_after = (rms(outputs - shift - test_targets) for shift in (0.0, offset))
hours = np.arange(0, 24, 2)

figure, axes = plt.subplots(1, 3, figsize=(10, 3.4), sharey=True)
for number, axis in enumerate(axes):
    axis.plot(hours, test_targets[number], "o", color="black", label="target")
    axis.plot(hours, outputs[number], "--", color=plots.COLORS["red"], label="network")
    mended = outputs[number] - offset
    axis.plot(hours, mended, color=plots.COLORS["blue"], label="network, one number taken off")
    axis.set(xlabel="hour", title=f"test profile {number}", xticks=hours[::3])
axes[0].set_ylabel("degrees")
axes[0].legend(loc="center", bbox_to_anchor=(0.5, 0.53), fontsize=9)
title = f"The level is off by {abs(offset):.1f} degrees; one number brings the error"
figure.suptitle(f"{title} from {rms_before:.2f} to {rms_after:.2f}", x=0.01, ha="left")
plots.show(figure, f"""Three test profiles: targets, the network's outputs, and the outputs with one
    number, {abs(offset):.1f} degrees, taken off, the same for all profiles. Root mean square error
    {rms_before:.2f} before, {rms_after:.2f} after.""")

# %% [markdown]
# The loss is blind to a constant, so nothing in training moves the level: it stays where the random start put it, near 0. That is the price; the remedy costs one number: the mean of $\hat y - y$ on the training data.
# It can be taken off the last layer's biases.
#
# **Predict.** When does *one* number not suffice?

# %% [markdown]
# *Your prediction:*
#
# …

# %% [markdown]
# Compare three ways to train the same network, on profiles with one level and on profiles whose level depends on the third input: with the mean squared error; the same after
# taking the mean of the training targets off (so that the network need not climb to 10 degrees first); and with your loss. The error is split: **shape** is what is wrong within a profile around its own mean, **level** what is wrong with that
# mean.
#
# From here on every network is trained from eight random starts (**seeds**) at once. The learning rate falls during the first 80 % of the **epochs** (passes through the data), then stays low. *Better* means what it meant in
# lesson 01: the 95 % interval of the difference, over runs with the same seed and over new samples, excludes zero. Where several comparisons stand together, each interval is wider (Bonferroni), so that they share the 5 % of error.

# %% nbgrader={"grade": false, "grade_id": "demo_train_eight", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
curves = {}  # the losses of every training, for the figure that shows whether it had ended

# %% nbgrader={"grade": false, "grade_id": "demo_train_eight_seeds", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def train_eight(builder, x, y, loss, name, epochs, rate, batch_size=32):
    """Eight networks that differ in their seed alone."""
    steps = epochs * -(-len(x) // batch_size)
    falling = keras.optimizers.schedules.CosineDecay(rate, int(0.8 * steps), alpha=0.01)
    models, curves[name] = training.fit_seeds(
        builder, x, y, lessonkit.seeds(8),
        loss=loss, epochs=epochs, learning_rate=falling, batch_size=batch_size)
    return models

# %% nbgrader={"grade": false, "grade_id": "demo_train_eight_outputs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def outputs_of(models, x):
    """Outputs (8, samples, ...) of eight networks."""
    return np.stack([model(tf.constant(x, tf.float32)).numpy() for model in models])

# %% nbgrader={"grade": false, "grade_id": "demo_losses_train", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Training data and new profiles are the same for every loss; `last` is a function of the outputs.
def train_on_profiles(own_level, way, loss, centre=False, last=lambda z: z):
    """Eight networks' outputs minus the targets: (8, 300, 12) on training data and new profiles."""
    rngs = [np.random.default_rng(lessonkit.seed(k)) for k in (7, 8)]
    (x, y), (x_new, y_new) = (profiles(300, rng, own_level) for rng in rngs)
    start = y.mean() if centre else 0.0
    name = f"profiles, {'own levels' if own_level else 'one level'}: {way}"
    models = train_eight(small_network, x, y - start, loss, name, epochs=150, rate=0.01)
    seen = last(outputs_of(models, x)) + start - y
    wrong = last(outputs_of(models, x_new)) + start - y_new
    return seen, wrong

# %% nbgrader={"grade": false, "grade_id": "demo_losses", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# `seen` holds the errors on the training data, `wrong` those on new profiles.
def profile_errors(seen, wrong):
    """Errors (8, 300) of eight networks on new profiles."""
    level = wrong.mean(axis=2)
    return {
        "shape": np.std(wrong, axis=2),
        "level": np.abs(level),
        "level, one number taken off": np.abs(level - seen.mean(axis=(1, 2))[:, None]),
    }


# %% nbgrader={"grade": false, "grade_id": "demo_losses_ways", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
ways = {
    "MSE": (None, False),
    "MSE, mean taken off first": (None, True),
    "pairwise": (pairwise_mse_loss, False),
}
plan = training.progress([(own, w) for own in (False, True) for w in ways], "Training on profiles")
trained = {}
for own, way in plan:
    trained[own, way] = profile_errors(*train_on_profiles(own, way, *ways[way]))

# %% nbgrader={"grade": false, "grade_id": "demo_losses_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the losses of all trainings
styles = {"shape": ("o", "blue", -0.2), "level": ("X", "red", 0.0)}
styles["level, one number taken off"] = ("s", "orange", 0.2)
figure, axes = plt.subplots(1, 2, figsize=(10, 3.4), sharey=True, sharex=True)
told = []
for own, axis in zip((False, True), axes, strict=True):
    for row, way in enumerate(ways):
        for part, (marker, color, shift) in styles.items():
            runs = trained[own, way][part].mean(axis=1)
            axis.plot(runs, np.full(8, row + shift), marker, color=plots.COLORS[color], alpha=0.6,
                      label=part if row == 0 else None)
            told.append(f"{'own levels' if own else 'one level'}, {way}: {part} {runs.mean():.3f}")
    axis.set(yticks=range(3), yticklabels=ways, ylim=(2.5, -1.1), xscale="log", xlim=(0.001, 40))
    axis.set_xlabel("mean error on new profiles (degrees)")
    levels = "Own levels" if own else "One level for all"
    left_over = trained[own, "pairwise"]["level, one number taken off"].mean()
    axis.set_title(f"{levels}: one number leaves {left_over:.2f} degrees", fontsize=10)
axes[0].legend(loc="upper left", ncols=3, fontsize=8, columnspacing=0.8, handletextpad=0.1)
plots.show(figure, f"""Shape and level errors of three ways to train, eight runs each, two panels.
    Means: {"; ".join(told)}.""")

# %% nbgrader={"grade": false, "grade_id": "demo_losses_compared", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
shape_gains = {
    (own, way): evidence.compare(
        trained[own, "pairwise"]["shape"],
        trained[own, way]["shape"],
        lower_is_better=True,
        comparisons=4,
    )
    for own in (False, True)
    for way in list(ways)[:2]
}

# %% nbgrader={"grade": false, "grade_id": "demo_losses_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: the pairwise loss against the others
plots.table(
    ("levels", "shape error of the pairwise loss, against", ""),
    [("own" if own else "one", way, gain.words(3)) for (own, way), gain in shape_gains.items()],
)

# %% [markdown]
# With a level of its own for each profile, the pairwise loss never looks at it, and the network never learns it; one number cannot give back what was different from sample to sample. That makes the rule: **use a
# pairwise loss where the level means nothing (or is known otherwise), not where it is part of the answer.** What that gains in shape, the table says.
#
# ## 6. A linear layer or a softmax?
#
# *It is a regression loss, so the layer before it is linear.* Two reasons speak against a softmax. Its outputs lie between 0 and 1, so most labels are out of reach. And its gradient vanishes where it is
# sure: take a sample of class 0 of five, and logits that are 0 except for a *lead* of $a$ for class 1.
#
# Both are tested by training. **Numbers**: the profiles of section 5. **Classes**: 2,000 pictures of clothes (Fashion-MNIST, 7 × 7 pixels), from a fresh start and from networks that
# are *sure and wrong*: they first learnt, by cross-entropy, to give every class the name of the next.

# %% nbgrader={"grade": false, "grade_id": "demo_gradients", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def through_softmax(y_true, z):
    return pairwise_mse_loss(y_true, tf.nn.softmax(z))


def cross_entropy(y_true, z):
    return tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(y_true, z))


layers = {"linear": pairwise_mse_loss, "softmax": through_softmax, "cross-entropy": cross_entropy}

# %% nbgrader={"grade": false, "grade_id": "demo_gradients_slope", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Measure the gradient for one sample while the lead grows.
class_0 = tf.constant([[1.0, 0.0, 0.0, 0.0, 0.0]])


def slope(loss, a):
    """Norm of the gradient to the logits of a network with the lead a for class 1."""
    z = tf.constant([[0.0, float(a), 0.0, 0.0, 0.0]])
    with tf.GradientTape() as tape:
        tape.watch(z)
        value = loss(class_0, z)
    return float(tf.norm(tape.gradient(value, z)))


leads = np.linspace(0, 15, 31)
gradients = {name: np.array([slope(loss, a) for a in leads]) for name, loss in layers.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_layers_train", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
(images, classes), (new_images, new_classes) = data.fashion_mnist(200, 100)
small, new_small = (
    part.reshape(-1, 7, 4, 7, 4).mean(axis=(2, 4)).reshape(-1, 49) / 255 - 0.3
    for part in (images, new_images)
)
one_hot, settings = np.eye(10)[classes], {"epochs": 60, "rate": 0.003, "batch_size": 64}

# %% nbgrader={"grade": false, "grade_id": "demo_layers_start", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def network_10():
    return small_network(49, 10)


def starting_from(models):
    """A builder whose networks start with the weights of these, one after the other."""
    weights = iter([model.get_weights() for model in models])

    def build():
        model = network_10()
        model.set_weights(next(weights))
        return model

    return build

# %% nbgrader={"grade": false, "grade_id": "demo_layers_train_2", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# First the networks that are sure and wrong, then the two starts:
next_name = np.roll(one_hot, 1, axis=1)
sure_and_wrong = train_eight(
    network_10, small, next_name, cross_entropy, "classes, wrong names", **settings
)
start_of = {"fresh": lambda: network_10, "sure and wrong": lambda: starting_from(sure_and_wrong)}

# %% nbgrader={"grade": false, "grade_id": "demo_layers_hits", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Train from both starts with every loss.
pairs = [(start, layer) for start in start_of for layer in layers]
hits = {}  # (8, 1000): whether each new picture is put into the right class
for start, layer in training.progress(pairs, "Training on classes"):
    models = train_eight(
        start_of[start](), small, one_hot, layers[layer], f"classes, {start}: {layer}", **settings
    )
    hits[start, layer] = outputs_of(models, new_small).argmax(axis=2) == new_classes

# %% nbgrader={"grade": false, "grade_id": "demo_layers_shape", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# On numbers only the softmax is new; section 5 trained the linear layer.
softmax_differences = train_on_profiles(
    False, "softmax", through_softmax, last=lambda z: tf.nn.softmax(z).numpy()
)
shape_of = {
    "linear": trained[False, "pairwise"]["shape"],
    "softmax": profile_errors(*softmax_differences)["shape"],
}

# %% nbgrader={"grade": false, "grade_id": "demo_layers_leads", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# How sure are the sure and wrong networks? Their lead is the difference of the two largest
# outputs.
two_largest = np.sort(outputs_of(sure_and_wrong, small), axis=2)[..., -2:]
trained_leads = np.quantile(np.diff(two_largest), (0.05, 0.5, 0.95))

# %% nbgrader={"grade": false, "grade_id": "demo_gradients_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: gradients through a softmax, and leads
figure, (left, right) = plt.subplots(1, 2, figsize=(10.5, 3.6))
for name, style, color in zip(layers, ("-", "--", ":"), ("blue", "red", "black"), strict=True):
    left.semilogy(leads, gradients[name], style, color=plots.COLORS[color], label=name)
low, _, high = trained_leads
left.axvspan(low, high, color="black", alpha=0.08, label="90 % of the trained leads")
left.set(xlabel="lead of the wrong class, a", ylabel="norm of the gradient to the logits")
at_10 = np.interp(10, leads, gradients["softmax"])
left.set_title(f"At a = 10: {at_10:.0e} through the softmax", fontsize=10)
left.legend(fontsize=9, loc="lower left")
for start, marker, color, shift in zip(start_of, "os", ("blue", "red"), (-0.12, 0.12), strict=True):
    for row, layer in enumerate(layers):
        runs, label = 100 * hits[start, layer].mean(axis=1), start if row == 0 else None
        style = {"color": plots.COLORS[color], "alpha": 0.6, "label": label}
        right.plot(runs, np.full(8, row + shift), marker, **style)
right.set(yticks=range(3), yticklabels=layers, ylim=(2.5, -0.9))
right.set(xlabel="new pictures in the right class (%)")
means = ", ".join(f"{100 * hits['sure and wrong', layer].mean():.0f} %" for layer in layers)
right.set_title(f"From sure and wrong, eight networks reach {means}", fontsize=10)
right.legend(fontsize=9, ncols=2, loc="upper left")
told = "; ".join(f"{', '.join(key)} {100 * runs.mean():.1f}" for key, runs in hits.items())
plots.show(figure, f"""Left: norm of the gradient over the lead of the wrong class; 90 % of the
    leads of networks that are sure and wrong lie from {low:.1f} to {high:.1f}. Right: new pictures
    in the right class, per cent, means of eight runs: {told}.""")

# %% nbgrader={"grade": false, "grade_id": "demo_layers_compared", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
numbers = evidence.compare(
    shape_of["linear"], shape_of["softmax"], lower_is_better=True, comparisons=5
)
linear_gain, entropy_gain = (
    {
        s: evidence.compare(100 * hits[s, one], 100 * hits[s, "softmax"], comparisons=5)
        for s in start_of
    }
    for one in ("linear", "cross-entropy")
)

# %% nbgrader={"grade": false, "grade_id": "demo_layers_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: output layers against each other
plots.table(
    ("task", "one", "other", ""),
    [
        ("numbers: shape error (degrees)", "linear", "softmax", numbers.words(2)),
        *(
            (f"classes, {s}: right (points)", "linear", "softmax", linear_gain[s].words(1))
            for s in start_of
        ),
        *(
            (f"classes, {s}: right (points)", "cross-entropy", "softmax", entropy_gain[s].words(1))
            for s in start_of
        ),
    ],
)

# %% [markdown]
# Where the softmax saturates, its derivative $p_i(\delta_{ij} - p_j)$ is nearly 0, and the chain rule multiplies the gradient of *any* squared loss by it. The gradient of the cross-entropy to the probabilities grows like $1/p$, which cancels that factor
# and leaves $p - y$ (lesson 02). How much a small gradient matters depends on the optimiser: Adam divides it by its own size, plain gradient descent does not. Whether a linear layer cures what a softmax suffers from is in the rows *sure and wrong*.
#
# ## 7. Is there a better pairwise loss?
#
# ### Depth: where only ratios are known
#
# From one photograph you cannot tell a house from a doll's house in front of which the camera stood close. Here is a small world of rooms with a floor, a wall and two balls, seen by a pinhole camera, 16 × 16 pixels:

# %% nbgrader={"grade": false, "grade_id": "demo_scenes", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
rows, columns = np.meshgrid(np.linspace(1, -1, 16), np.linspace(-1, 1, 16), indexing="ij")
rays = np.stack([columns, rows, np.ones_like(rows)], axis=-1)
rays /= np.linalg.norm(rays, axis=-1, keepdims=True)
light = np.array([-0.4, 0.8, -0.45]) / np.linalg.norm([-0.4, 0.8, -0.45])

# %% nbgrader={"grade": false, "grade_id": "demo_scenes_ball", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def ball_distance(centre, radius):
    """Distance along every ray to a ball; infinite where the ray misses it."""
    along = rays @ centre
    under_root = along**2 - centre @ centre + radius**2
    return np.where(under_root > 0, along - np.sqrt(np.maximum(under_root, 0)), np.inf)

# %% nbgrader={"grade": false, "grade_id": "demo_scenes_empty", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# A surface's normal, the direction that it faces, decides how much light it gets.
def empty_room(rng):
    """Distance and normal of what every ray meets: the floor, 1 below the camera, or a wall."""
    distance = rng.uniform(4, 7) / rays[..., 2]
    normal = np.broadcast_to([0.0, 0.0, -1.0], rays.shape).copy()
    floor = np.where(rays[..., 1] < -1e-3, -1 / np.minimum(rays[..., 1], -1e-3), np.inf)
    normal[floor < distance] = (0.0, 1.0, 0.0)
    return np.minimum(distance, floor), normal

# %% nbgrader={"grade": false, "grade_id": "demo_scenes_add", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Along every ray the nearest surface counts.
def add_ball(rng, distance, normal):
    """Distance and normal of what every ray meets once a random ball is in the room."""
    centre = np.array([rng.uniform(-1.5, 1.5), rng.uniform(-0.6, 0.5), rng.uniform(2.2, 4)])
    radius = rng.uniform(0.4, 0.8)
    ball = ball_distance(centre, radius)
    nearer = ball < distance
    normal[nearer] = (rays[nearer] * ball[nearer, None] - centre) / radius
    return np.minimum(distance, ball), normal

# %% nbgrader={"grade": false, "grade_id": "demo_scenes_room", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def scene(rng):
    """Brightness and depth (16, 16) of a room with a floor, a wall and two balls."""
    distance, normal = empty_room(rng)
    for _ in range(2):
        distance, normal = add_ball(rng, distance, normal)
    return 0.15 + 0.85 * np.maximum(normal @ light, 0), distance * rays[..., 2]

# %% nbgrader={"grade": false, "grade_id": "demo_scene_images", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
rng = np.random.default_rng(lessonkit.seed(9))
brightness, room = (np.array(part) for part in zip(*(scene(rng) for _ in range(600)), strict=True))
depth = room * np.exp(
    rng.normal(0.0, 1.0, (600, 1, 1))
)  # houses and doll's houses: the image does not say which

# %% nbgrader={"grade": false, "grade_id": "demo_scene_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: one image, and two depths that it may show
one = np.argmax(brightness.std(axis=(1, 2)))  # the image with the strongest contrast
figure, axes = plt.subplots(1, 3, figsize=(10, 3.3))
titles = ("One image …", "… is that of a room …", "… and of a doll's house")
for axis, picture, title in zip(
    axes, (brightness[one], depth[one], depth[one] / 10), titles, strict=True
):
    is_image = axis is axes[0]
    shown = axis.imshow(picture, cmap="gray" if is_image else "viridis")
    axis.set_title(title, fontsize=10)
    axis.set(xticks=[], yticks=[])
    axis.grid(False)
    figure.colorbar(
        shown, ax=axis, label="brightness" if is_image else "depth (metres)", shrink=0.85
    )
plots.show(
    figure,
    f"""Three panels. A grey image of a floor, a wall and balls; a map of its depth from
    {depth[one].min():.1f} to {depth[one].max():.1f} metres; the same map with a tenth of these.""",
)

# %% [markdown]
# A constant factor in the depth is a constant *added* to its logarithm. So the pairwise error of the logarithms leaves free what the image cannot say. This is the scale-invariant error of Eigen, Puhrsch and Fergus (2014), up to the factor that comes from dividing by $n^2$
# ordered pairs. (For training they mix: $\frac1n\sum d_i^2 - \frac{\lambda}{n^2}(\sum d_i)^2$ of the log differences with $\lambda = \frac12$; $\lambda = 1$ is fully invariant.)

# %% [markdown]
# ### Exercise: `scale_invariant_log_error`
#
# | | |
# |---|---|
# | **Write** | the pairwise squared error of the logarithms of two depth maps |
# | **Why it matters** | one photograph does not tell a doll's house from a house; this error does not punish a network for not knowing |
# | **Time, difficulty** | 3 minutes, ●○○ |
# | **Signature** | `scale_invariant_log_error(depth_true, depth_pred)`: two arrays (batch, …) of positive depths → (batch,) |
# | **Example** | `scale_invariant_log_error([[1, 2, 4]], [[10, 20, 40]])` → `[0.0]`: the ratios are right |
#
# Natural logarithms; the same cases as before (all dimensions after the first are one sample, no pairs give 0). You may call your `pairwise_squared_error_linear`.
#
# <details><summary>Hint 1: what does a factor become?</summary>
#
# $\log(c \cdot y) = \log c + \log y$: a constant, which pairwise errors do not see.
# </details>
# <details><summary>Hint 2: almost the solution</summary>
#
# `np.log` of both arguments, as arrays of floats, then the function that you have.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“changes when all predicted depths are multiplied by a constant”**: take the logarithms of the depths, not of their difference; and use the pairwise error, not the mean square.
# - **“has no attribute 'log'” or “loop of ufunc does not support”**: the input was a list of lists; `np.log` takes it, or start with `np.asarray(…, dtype=float)`.
# - **a factor log(10)² or log(2)²**: `np.log` is the natural logarithm; `np.log10` and `np.log2` are not.
# </details>

# %% nbgrader={"grade": false, "grade_id": "scale_invariant_log_error", "locked": false, "schema_version": 3, "solution": true, "task": false}
def scale_invariant_log_error(depth_true, depth_pred):
    """Pairwise squared error of log depths, which does not see a constant factor.

    Parameters
    ----------
    depth_true, depth_pred : array-like, shape (batch, ...)
        True and predicted depths, all positive. All dimensions after the first belong to one
        sample.

    Returns
    -------
    array, shape (batch,)
        The mean over pairs i < j of (log(pred_i / pred_j) - log(true_i / true_j))**2; 0 for single
        elements.

    References
    ----------
    Eigen, Puhrsch and Fergus (2014), arXiv:1406.2283, section 3.2 (there divided by the n * n
    ordered pairs).
    """
    ### BEGIN SOLUTION
    log_true = np.log(np.asarray(depth_true, dtype=float))
    log_pred = np.log(np.asarray(depth_pred, dtype=float))
    return pairwise_squared_error_linear(log_true, log_pred)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_scale_invariant_log_error_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_scale_invariant_log_error_values(scale_invariant_log_error):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    raw = (np.array([[1, 3, 2, 4.0]]), np.array([[1, 3, 2, 4]]) * np.exp([[1, 2, 4, 8]]))
    answer, right = checks.call(scale_invariant_log_error, *raw), np.array([115 / 6])
    d = np.array([1, 2, 4, 8])  # the logarithms differ by d; pairs give 1, 9, 49, 4, 36 and 16
    away = {"first (or smallest)": 1, "last (or largest)": 8, "median": 3, "sum": 15}
    slips = {f"The {k} of d is taken away.": [((d - m) ** 2).sum() / 1.5] for k, m in away.items()}
    slips |= {f"This is {k}·√variance; take no root.": [k * (115 / 16) ** 0.5] for k in (1, 100)}
    slips |= {
        "This is the mean square of the log differences; take the error of pairs.": [85 / 4],
        "This is Eigen's loss for training (λ = ½), only half invariant.": [85 / 4 - 225 / 32],
        "This is the variance (Eigen's error, λ = 1); take twice the sample variance.": [115 / 16],
        "The factor 2 is missing: this is the sample variance of the logs.": [115 / 12],
        "This divides the sum over all ordered pairs by n²; there are n(n − 1) of them.": [115 / 8],
        "This is the sum over the pairs; their mean is asked for.": [115],
        "These are absolute differences of the logarithms; square them.": [23 / 6],
        "This is the root of it.": right**0.5, "n/(n − 1) comes in twice.": right * 4 / 3,
        "This is twice it.": right * 2, "It is a bare number (a mean? np.squeeze?).": 115 / 6}
    checks.expect_close(answer, right, "The error of four depths", given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    import itertools
    import math

    rng = np.random.default_rng(311)
    single = "The error of a single element is 0; here it became nan, from 0/0."
    for shape in ((3, 5), (2, 3, 4), (4, 1), (3,)):
        raw = (rng.uniform(0.5, 20.0, shape), rng.uniform(0.5, 20.0, shape))
        logs = [np.log(part).reshape(shape[0], -1).tolist() for part in raw]
        rows = [[p - t for t, p in zip(*row, strict=True)] for row in zip(*logs, strict=True)]
        pairs = [(*itertools.combinations(row, 2),) for row in rows]
        expected = [math.fsum((p - q) ** 2 for p, q in row) / max(len(row), 1) for row in pairs]
        means = np.mean(np.concatenate(rows))
        centred = np.sum((np.array(rows) - means) ** 2, axis=1) / max(len(rows[0]) - 1, 1)
        slips = {"The mean of the whole batch is taken away; take each sample's own.": 2 * centred}
        signless = 2 * np.var(np.abs(rows), axis=1, ddof=min(len(rows[0]) - 1, 1))
        if len(rows[0]) > 1:
            slips["The sign of the log differences is lost before they are compared."] = signless
            slips["Every sample gets the first one's error."] = [expected[0]] * len(rows)
            slips["Every sample gets the last one's error."] = [expected[-1]] * len(rows)
            slips["The samples' errors come in the reverse order."] = expected[::-1]
            slips["Only the first sample's error is returned; each has its own."] = expected[0]
            only = "Only the first sample is right, the others are 0: does a return end the loop?"
            slips[only] = expected[:1] + [0.0] * (len(rows) - 1)
        if len(shape) == 1:
            vector = "The vector is taken for one sample; here each number is a sample."
            single_error = 2 * np.var(rows, ddof=1)
            slips |= {vector: single_error, f"{vector} (One answer.)": [single_error]}
        if len(shape) == 3:
            by_row = 2 * np.var(np.reshape(rows, shape), axis=2, ddof=1)
            by_column = 2 * np.var(np.reshape(rows, shape), axis=1, ddof=1)
            slips["Each row of a sample is taken for a sample; a map is one."] = by_row
            slips["Each column of a sample is taken for a sample; a map is one."] = by_column
            slips["The errors of rows are averaged; a map is one sample."] = by_row.mean(axis=1)
            slips["The errors of columns are averaged; a map is one."] = by_column.mean(axis=1)
            n, maps = len(rows[0]), np.reshape(rows, shape)
            said = "The mean over the {} axis is taken away, not that of each sample."
            for name, k in (("second", 1), ("last", 2)):
                inner = np.sum((maps - maps.mean(axis=k, keepdims=True)) ** 2, axis=(1, 2))
                slips[said.format(name)] = 2 * inner / (n - 1)
                factor = f"The factor n/(n − 1) is taken of the {name} axis; n counts all elements."
                size = shape[k]
                slips[factor] = np.array(expected) * (n - 1) / n * size / (size - 1)
            own = maps - np.log(raw[1]).mean(axis=2, keepdims=True)
            said = "The rows of the predicted logarithms are centred first; use them as they are."
            slips[said] = 2 * np.var(own.reshape(shape[0], -1), axis=1, ddof=1)
        if shape == (3, 5):
            zero, right = np.diff(np.log(np.array(raw) + 1e-3), axis=0)[0], np.array(expected)
            size, away = np.size(rows), rows - np.mean(rows, axis=0)
            slips |= {
                "A small number is added before the logarithm; depths are positive: drop it.": (
                    2 * np.var(zero, axis=1, ddof=1)
                ),
                "n counts the elements of the whole batch; it counts those of one sample.": (
                    right * 4 / (size - 1)
                ),
                "The size of the whole batch divides; it is n − 1, n of one sample.": (
                    right * 4 / size
                ),
                "Every sample gets the mean over the batch; each has its own error.": (
                    np.full(3, right.mean())
                ),
                "This is one variance for the whole batch; take it over axis=1.": (
                    np.full(3, 2 * np.var(rows, ddof=1))
                ),
                "The mean over the batch (axis=0) is taken away; take each sample's own.": (
                    2 * np.sum(away**2, axis=1) / 4
                ),
            }
        if shape[1:] == (1,):
            column = "This is a column of zeros; return one 0 for each sample, shape (batch,)."
            slips |= {column: np.zeros(shape)}
            slips |= {"There is one 0 for the whole batch; each sample has its own.": 0.0}
            said = "These are the squares of single elements; there are no pairs, so return 0."
            slips |= {said: np.square(rows)[:, 0], "No pair is no error: return 0, not 1.": [1] * 4}
            said = "These are the log differences of single elements; there are no pairs: return 0."
            slips |= {said: np.ravel(rows), f"{said} (Without their signs.)": np.abs(rows)[:, 0]}
            slips["This is an array with one 0; each sample has its own: np.zeros(batch)."] = [0.0]
        hints = {single: lambda got, rows=rows: len(rows[0]) == 1 and np.isnan(got).all()}
        answer = checks.call(scale_invariant_log_error, *raw)
        what = f"The error of random depths of shape {shape}"
        checks.expect_close(answer, expected, what, given=raw, slips=slips, hints=hints)
    ### END HIDDEN TESTS


test_scale_invariant_log_error_values(scale_invariant_log_error)

# %% nbgrader={"grade": true, "grade_id": "test_scale_invariant_log_error_scale", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_scale_invariant_log_error_scale(scale_invariant_log_error):
    """Depths on another scale (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    (t, p), right = np.array([[[2.0, 5, 3]], [[0.2, 0.6, 0.3]]]), [2 * np.log(1.2) ** 2 / 3]
    of = {"depths": abs, "roots": np.sqrt, "exponentials": np.exp, "log(1 + depth)": np.log1p}
    of |= {f"depths / {f.__name__}": lambda x, f=f: x / f(x) for f in (np.mean, np.sum, np.max)}
    of |= {f"log(depth + {e})": lambda x, e=e: np.log(x + e) for e in (0.1, 0.01, 0.001)}
    of |= {"log10": np.log10, "log2": np.log2, "log²": lambda x: np.log(x) ** 2}
    of |= {"log(max(depth, 1))": lambda x: np.log(np.maximum(x, 1)), "1/depth": lambda x: 1 / x}
    slips = {f"These are {k}; take log(depth).": f(p) - f(t) for k, f in of.items()}
    a, b = np.log(t), np.log(p)
    of = {"log(true − pred)": np.log(t - p), "pred/true": p / t, "true/pred": t / p, "log(pred)": b}
    of |= {"log(pred) − true": b - t, "pred − log(true)": p - a, "both logs added, or |log|": a + b}
    slips |= {f"This is of {k}; log(pred) − log(true) is asked for.": v for k, v in of.items()}
    slips = {said: 2 * np.var(d, axis=1, ddof=1) for said, d in slips.items()}
    slips["This is the logarithm of the error."] = np.log([2 * np.var(p - t, ddof=1)])
    what = "The error when all predicted depths are multiplied by a constant"
    for raw in ((t, p), (t, p * 10.0)):  # a doll's house is as good a guess as the house
        answer = checks.call(scale_invariant_log_error, *raw)
        checks.expect_close(answer, right, what, given=raw, rtol=1e-3, slips=slips)
    ### BEGIN HIDDEN TESTS
    def error(depths):
        return 2 * np.var(np.log(depths[1] / depths[0]), axis=1, ddof=1)

    lowered = "Large depths are lowered to an upper bound; take them as they are."
    far = 2.0**6 * np.array([[[1.0, 3.0, 2.0, 12.0]], [[2.0, 1.0, 4.0, 3.0]]])
    hints = {
        lowered: lambda got: any(
            np.allclose(got, error(np.minimum(far, bound)), rtol=1e-4)
            for bound in (80, 100, 128, 255, 256, 500)
        )
    }
    answer = checks.call(scale_invariant_log_error, *far)
    checks.expect_close(
        answer, error(far), "The error of large depths", given=far, rtol=1e-3, hints=hints
    )
    rng = np.random.default_rng(312)
    raw = (rng.uniform(1.0, 10.0, (4, 6)), rng.uniform(1.0, 10.0, (4, 6)))
    expected = 2 * np.var(np.log(raw[1] / raw[0]), axis=1, ddof=1)
    scale = rng.uniform(0.01, 100.0, (4, 1))
    for what, other in (
        ("random depths", raw),
        ("random depths, the predicted ones of each sample multiplied", (raw[0], raw[1] * scale)),
        ("random depths, the true ones of each sample multiplied", (raw[0] * scale, raw[1])),
    ):
        answer = checks.call(scale_invariant_log_error, *other)
        checks.expect_close(answer, expected, f"The error of {what}", given=other, rtol=1e-3)
    # Depths in another unit: positive, and small. (Powers of two: float32 holds them exactly.)
    raw = 2.0**-14 * np.array([[[1.0, 3.0, 2.0, 12.0]], [[2.0, 1.0, 4.0, 3.0]]])
    tiny = raw * 2.0**-10
    clipped = "Small depths are raised to a lower bound; all are positive: take them as they are."
    added = "A small number is added before the logarithm; depths are positive: drop it."
    hints = {
        clipped: lambda got: any(
            np.allclose(got, error(np.maximum(part, 10.0**-k)), rtol=1e-4)
            for k in range(2, 8)
            for part in (raw, tiny)
        ),
        added: lambda got: any(
            np.allclose(got, error(part + 10.0**-k), rtol=1e-4)
            for k in range(2, 9)
            for part in (raw, tiny)
        ),
    }
    for part in (raw, tiny):
        answer = checks.call(scale_invariant_log_error, *part)
        what = "The error of small depths"
        checks.expect_close(answer, error(part), what, given=part, rtol=1e-3, hints=hints)
    raw = np.array([[[1.0, 1.0, 1.0]], [[1.0, 1 + 2.0**-6, 1 + 2.0**-7]]])
    answer, what = checks.call(scale_invariant_log_error, *raw), "The error of nearly right depths"
    rounded = "The result is rounded, or a number is added to it: small errors keep all digits."
    hints = {rounded: lambda got: np.allclose(got, error(raw), rtol=0, atol=1e-4)}
    checks.expect_close(answer, error(raw), what, given=raw, rtol=1e-3, atol=0, hints=hints)
    ### END HIDDEN TESTS


test_scale_invariant_log_error_scale(scale_invariant_log_error)

# %% nbgrader={"grade": true, "grade_id": "test_scale_invariant_log_error_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_scale_invariant_log_error_lists(scale_invariant_log_error):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    raw = ([[1, 2, 4], [3, 6, 1]], [[5, 10, 20], [2, 5, 9]])
    (t, p), d = np.array(raw, float), np.log(raw[1]) - np.log(raw[0])
    by = "The depths are divided by their {}; take the mean of the log differences away."
    ways = {"mean (or sum)": np.mean, "median": np.median, "maximum": np.max, "minimum": np.min}
    slips = {by.format(way): f(p, axis=1) / f(t, axis=1) for way, f in ways.items()}
    slips["The ratios' median is taken away; take the mean log away."] = np.median(p / t, axis=1)
    slips = {said: np.mean((d.T - np.log(by)) ** 2, axis=0) for said, by in slips.items()}
    slips[by.format("mean (then sum / (n − 1))")] = 3 * slips[by.format("mean (or sum)")]
    slips["The logarithms are cut to whole numbers, the type of the input."] = [2 / 3, 14 / 3]
    slips["Only half of (Σd)² is subtracted; subtract all."] = (d**2).sum(1) - 1.5 * d.mean(1) ** 2
    slips["With n − 1 under Σd², n(n − 1) is under (Σd)²."] = (d**2).sum(1) - 2 * d.mean(1) ** 2
    slips["This is Eigen's loss with λ = 0.85."] = np.mean(d**2, axis=1) - 0.85 * d.mean(1) ** 2
    slips["Only neighbours are compared; all pairs count."] = np.mean(np.diff(d) ** 2, axis=1)
    answer, what = checks.call(scale_invariant_log_error, *raw), "The answer for whole numbers"
    checks.expect_close(answer, [0, 2 * d[1].var(ddof=1)], what, given=raw, slips=slips)
    answer = checks.call(scale_invariant_log_error, [[1, 2, 4]], [[10, 20, 40]])
    checks.expect_close(answer, [0.0], "The example on the card")
    ### BEGIN HIDDEN TESTS
    raw = ([[1, 2], [3, 3]], [[5, 10], [1, 2]])
    answer = checks.call(scale_invariant_log_error, *raw)
    slips = {"Two depths are one pair; only a single one has none.": [0.0, 0.0]}
    expected = [0.0, np.log(2.0) ** 2]
    checks.expect_close(answer, expected, "The answer for lists", given=raw, slips=slips)
    raw = (np.array([[4, 1, 2]]), np.array([[2, 1, 1]]))
    answer = checks.call(scale_invariant_log_error, *raw)
    expected = [2 * np.log(2.0) ** 2 / 3]
    what = "The answer for arrays of whole numbers"
    checks.expect_close(answer, expected, what, given=raw)
    raw = (np.array([[4, 1, 2]], np.float32), np.array([[2, 1, 1]], np.float32))
    answer = checks.call(scale_invariant_log_error, *raw)
    checks.expect_close(answer, expected, "The answer for float32 depths", given=raw)
    ### END HIDDEN TESTS


test_scale_invariant_log_error_lists(scale_invariant_log_error)

# %% [markdown]
# One network, four losses: the mean squared error and your pairwise loss, on the depth and on its logarithm. All are judged on 200 new images by your `scale_invariant_log_error` (after one number is taken off, as above; a depth below 1 cm counts as 1 cm). And a **control**: the same rooms in their true size. What comes
# from ignoring the scale has to go, or nearly go, where there is no scale to ignore. The best constant of lesson 01 becomes the best constant *map*: the mean of the training maps (of the logarithms).

# %% nbgrader={"grade": false, "grade_id": "demo_depth", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
pixels = brightness.reshape(600, 256) - brightness.mean()
truth = {"any size": depth.reshape(600, 256), "true size": room.reshape(600, 256)}
depth_losses = {
    "MSE, depth": (None, False), "pairwise, depth": (pairwise_mse_loss, False),
    "MSE, log depth": (None, True), "pairwise, log depth": (pairwise_mse_loss, True),
}

# %% nbgrader={"grade": false, "grade_id": "demo_depth_train", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def depth_maps(size, name):
    """Depth maps (8, 200, 256) for the new images, of eight networks trained on 400 others."""
    loss, of_log = depth_losses[name]
    target = np.log(truth[size]) if of_log else truth[size]
    x, y = pixels[:400], target[:400] - target[:400].mean()
    name = f"depth, {size}: {name}"
    models = train_eight(lambda: small_network(256, 256, width=64), x, y, loss, name, 60, 0.003)
    free = (outputs_of(models, x) - y).mean(axis=(1, 2), keepdims=True)  # one number a network
    outputs = outputs_of(models, pixels[400:]) - free + target[:400].mean()
    return np.exp(outputs) if of_log else np.maximum(outputs, 0.01)  # depth is positive

# %% nbgrader={"grade": false, "grade_id": "demo_depth_runs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
plan = [(size, name) for size in truth for name in depth_losses]
maps = {key: depth_maps(*key) for key in training.progress(plan, "Training on depth")}

# %% nbgrader={"grade": false, "grade_id": "demo_depth_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Your function judges the networks' maps and, to compare, the mean map.
def errors_of(size, name):
    """The student's error (8, 200) of each network's maps for the new images."""
    true = truth[size][400:]
    return np.stack([scale_invariant_log_error(true, run) for run in maps[size, name]])


depth_errors = {key: errors_of(*key) for key in maps}
mean_map = np.exp(np.log(truth["any size"][:400]).mean(axis=0))
flat_errors = scale_invariant_log_error(truth["any size"][400:], np.tile(mean_map, (200, 1)))
flat_error = float(np.mean(flat_errors))

# %% nbgrader={"grade": false, "grade_id": "demo_depth_gains", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Pairs and logarithms together, against each of them alone:
best, depth_gains = "pairwise, log depth", {}
for size in truth:
    for name in ("pairwise, depth", "MSE, log depth"):
        depth_gains[size, name] = evidence.compare(
            depth_errors[size, best], depth_errors[size, name], lower_is_better=True, comparisons=8
        )

# %% nbgrader={"grade": false, "grade_id": "demo_depth_dots", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: what pairs gain on depth
figure, axes = plt.subplots(1, 2, figsize=(10.5, 2.9), sharex=True, sharey=True)
for axis, size in zip(axes, truth, strict=True):
    for row, name in enumerate(depth_losses):
        runs = depth_errors[size, name].mean(axis=1)
        axis.plot(runs, np.full(8, row), "o", color=plots.COLORS["blue"], alpha=0.6)
    axis.axvline(flat_error, color="black", linestyle="--")
    axis.text(flat_error, -0.45, " the mean map", fontsize=9)
    axis.set(yticks=range(4), yticklabels=depth_losses, ylim=(3.5, -0.9))
    axis.set(xscale="log", xlim=(0.01, 10))
    axis.set_xlabel("scale-invariant log error on new images")
    gain = depth_gains[size, "MSE, log depth"]
    told = f"{gain.value:.3f} ({gain.low:.3f} to {gain.high:.3f})"
    axis.set_title(f"{size.capitalize()}: pairs, not squares, gain {told}", fontsize=9)
told = "; ".join(f"{', '.join(key)} {values.mean():.3f}" for key, values in depth_errors.items())
plots.show(figure, f"""Scale-invariant log error on new images, means of eight runs: {told};
    the mean of the training maps: {flat_error:.3f}.""")

# %% nbgrader={"grade": false, "grade_id": "demo_depth_maps", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: depth maps of each loss
pick = np.argmax(brightness[400:].std(axis=(1, 2)))  # the new image with the strongest contrast
pictures = {"image": brightness[400 + pick], "true": np.log(room[400 + pick])}
for name in depth_losses:
    pictures[name] = np.log(maps["any size", name][0, pick]).reshape(16, 16)  # of the first run
on_this = {name: depth_errors["any size", name][0, pick] for name in depth_losses}

figure, axes = plt.subplots(1, 6, figsize=(12, 2.5))
for axis, (name, picture) in zip(axes, pictures.items(), strict=True):
    if name == "image":
        axis.imshow(picture, cmap="gray")
    else:
        shown = axis.imshow(picture - picture.mean(), cmap="viridis", vmin=-1.2, vmax=1.2)
    axis.set_title(f"{name}: {on_this[name]:.3f}" if name in on_this else name, fontsize=8)
    axis.set(xticks=[], yticks=[])
    axis.grid(False)
figure.colorbar(shown, ax=axes, label="log depth − mean", shrink=0.8)
title = "A new image, and the map of the first network of each loss with its error"
figure.suptitle(title, x=0.01, ha="left", fontsize=11)
told = ", ".join(f"{name} {error:.3f}" for name, error in on_this.items())
plots.show(
    figure,
    f"""A new image, its true log depth, and the map of the first network of each loss,
    each with its mean taken off; errors: {told}.""",
)

# %% [markdown]
# With rooms of any size, the mean squared error also fits a factor that no image tells; what it fits there is chance, and on new images that is noise. The control tests this sentence: compare the panels. (For the pairwise loss of the logarithms both worlds
# are one; up to rounding, its dots are the same.)
#
# ### Ranking: where only the order counts
#
# A search engine gets lists of items with ratings; at the end only the order matters. RankNet (Burges et al. 2005) models the probability that $i$ belongs before $j$ as $\sigma(s_i - s_j)$: the log-odds of lesson 02 are the difference of two scores. The cross-entropy of "yes" is then
#
# $$-\log \sigma(s_i - s_j) = \log\big(1 + e^{-(s_i - s_j)}\big).$$

# %% [markdown]
# ### Exercise: `pairwise_logistic_loss`
#
# | | |
# |---|---|
# | **Write** | RankNet's loss for one list: the mean of $\log(1 + e^{-(s_i - s_j)})$ over all ordered pairs with relevance$_i$ > relevance$_j$ |
# | **Why it matters** | a search engine needs the right order, not the right numbers; this loss asks for nothing else |
# | **Time, difficulty** | 8 minutes, ●●● |
# | **Signature** | `pairwise_logistic_loss(scores, relevance)`: two arrays (n,) → scalar |
# | **Example** | `pairwise_logistic_loss([2, 0], [1, 0])` → log(1 + e⁻²) ≈ `0.127`: one pair, in the right order |
#
# Pairs of equal relevance do not count; where no pair is left, the loss is 0. Scores may be far apart: a pair that is 10,000 in the wrong order costs
# 10,000, not infinity.
#
# <details><summary>Hint 1: which pairs?</summary>
#
# `relevance[:, None] > relevance[None, :]` is an $n$ × $n$ table of True and False: True in row $i$, column $j$, where $i$ should come before $j$.
# </details>
# <details><summary>Hint 2: how does the logarithm stay finite?</summary>
#
# $e^{10000}$ is infinite, but $\log(1 + e^{z})$ is close to $z$ there. `np.logaddexp(0, z)` computes $\log(e^0 + e^z)$ without that detour (in TensorFlow: `tf.nn.softplus`).
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `margin = scores[:, None] - scores[None, :]` has the same shape as the table. `np.logaddexp(0, -margin[table])` is the loss of each pair that counts. Return its
# mean, or 0 if `table.any()` is False.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **inf**: `np.log(1 + np.exp(…))` overflows; see hint 2.
# - **nan**: the mean of no pairs is 0/0.
# - **a loss that falls when the order gets worse**: the sign; the better element's score comes first in $s_i - s_j$, with a minus before it.
# - **“list indices must be integers or slices, not tuple”**: the input was a list; start with `np.asarray(scores, dtype=float)`.
# </details>

# %% nbgrader={"grade": false, "grade_id": "pairwise_logistic_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pairwise_logistic_loss(scores, relevance):
    """Pairwise logistic loss of one list (RankNet).

    Parameters
    ----------
    scores : array-like, shape (n,)
        What the model gives each element; higher is nearer to the top.
    relevance : array-like, shape (n,)
        How relevant each element is. Ties are pairs without an order.

    Returns
    -------
    float
        Mean of log(1 + exp(-(s_i - s_j))) over the pairs with relevance_i > relevance_j; 0 if there
        are none.

    References
    ----------
    Burges et al. (2005), Learning to rank using gradient descent, ICML.
    """
    ### BEGIN SOLUTION
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    ordered = relevance[:, None] > relevance[None, :]
    if not ordered.any():
        return 0.0
    margin = (scores[:, None] - scores[None, :])[ordered]
    return float(np.mean(np.logaddexp(0.0, -margin)))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_pairwise_logistic_loss_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_logistic_loss_values(pairwise_logistic_loss):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    raw, m = ([1.0, 2.0, -1.0, 0.5], [2.0, 0.0, 0.0, 1.0]), np.array([-1.0, 2.0, 0.5, -1.5, 1.5])
    answer, loss = checks.call(pairwise_logistic_loss, *map(np.array, raw)), np.log1p(np.exp(-m))
    s, right = np.array(raw[0]), np.mean(loss)  # pairs (0, 1), (0, 2), (0, 3), (3, 1), (3, 2): m
    by = {"n²": 16, "n(n − 1)": 12, "n(n − 1)/2 (or 5 + 1)": 6, "n": 4, "n − 1": 3}
    slips = {f"The sum over 5 pairs is divided by {k}.": loss.sum() / v for k, v in by.items()}
    of = {"the sum": loss.sum(), "the base-10 loss": right / np.log(10), "each pair's loss": loss}
    of |= {"the hinge loss": np.maximum(0, 1 - m).mean(), "the share of wrong pairs": 0.4}
    of |= {f"the loss of {k} times the margin": np.logaddexp(0, -k * m).mean() for k in (2, 0.5)}
    of |= {"the base-2 loss": right / np.log(2), "the mean sigmoid": np.mean(1 / (1 + np.exp(-m)))}
    of |= {"the squared hinge loss": (np.maximum(0, 1 - m) ** 2).mean(), "minus it": -right}
    slips |= {f"This is {k}; average log(1 + exp(s_j − s_i)).": v for k, v in of.items()} | {
        "All n² pairs enter; take the ordered ones.": np.mean(np.logaddexp(0, s - s[:, None])),
        "The sign is wrong: the right order (s_i > s_j) should cost little.": np.mean(loss + m),
        "Ties count here; leave them out.": (np.sum(loss) + np.logaddexp(0, [3, -3]).mean()) / 6,
        "Only relevance 0 and the rest are paired; 2 and 1 count.": loss @ [1, 1, 0, 1, 1] / 4,
        "Pairs are averaged per element first; average all at once.": loss @ [2, 2, 2, 3, 3] / 12}
    checks.expect_close(answer, np.mean(loss), "The loss of a list of four", given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    import math

    answer = checks.call(pairwise_logistic_loss, [2, 0], [3, 1])
    checks.expect_close(answer, np.log1p(np.exp(-2)), "The loss of lists of whole numbers")
    rng = np.random.default_rng(313)
    for n in (2, 5, 20):
        scores = rng.normal(0.0, 2.0, n)
        relevance = rng.permutation(np.arange(n) // 2 * 0.5 + (np.arange(n) == 1))
        pairs = [(i, j) for i in range(n) for j in range(n) if relevance[i] > relevance[j]]
        terms = [math.log1p(math.exp(scores[j] - scores[i])) for i, j in pairs]
        expected, raw = math.fsum(terms) / len(pairs), (scores, relevance)
        upper = [(i, j) for i in range(n) for j in range(i) if relevance[i] != relevance[j]]
        turned = np.mean([math.log1p(math.exp(scores[i] - scores[j])) for i, j in upper])
        slips = {}
        if n > 2:
            said = "Each pair is compared in the order of the list (s_i − s_j, i < j); "
            said += "s_i has to be the score of the more relevant element."
            slips = {said: turned}
        z = np.array([scores[j] - scores[i] for i, j in pairs])
        early = "A pair with a large z = s_j − s_i costs z alone; log(1 + exp(z)) is more: use "
        early += "np.logaddexp(0, z)."
        hints = {
            early: lambda got, z=z: any(
                np.isclose(got, np.where(z > k, z, np.logaddexp(0, z)).mean()) for k in range(6)
            )
        }
        answer = checks.call(pairwise_logistic_loss, *raw)
        what = f"The loss of a random list of {n}"
        checks.expect_close(answer, expected, what, given=raw, slips=slips, hints=hints)
        answer = checks.call(pairwise_logistic_loss, scores + 5.0, relevance)
        what = f"The loss of a random list of {n}, with 5 added to all scores,"
        checks.expect_close(answer, expected, what, given=raw)
    ### END HIDDEN TESTS


test_pairwise_logistic_loss_values(pairwise_logistic_loss)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_logistic_loss_large_scores", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_logistic_loss_large_scores(pairwise_logistic_loss):
    """The card's example, scores far apart, and a list of six (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    answer, a, right = checks.call(pairwise_logistic_loss, [2, 0], [1, 0]), np.exp(-2), 0.12692801
    was = {"a loss of margin 1 (ranks? swapped arguments?)": 0.313262, "1 − a sigmoid": a / (1 + a),
        "the mean over elements, not pairs": 0.410038, "0 (even the right order costs a little)": 0,
        "the mean over both orders": right + 1, "that after a sigmoid": 0.520766, "rounded": 0.13,
        "a softmax cross-entropy": 0.664811, "2 more (a sign? |z|?)": right + 2, "s_j − s_i": -2,
        "that after a softmax": 0.383166, "its root": right**0.5, "twice it": 2 * right,
        "exp(−(s_i − s_j))": a, "1 + exp(…)": 1 + a, "half of it": right / 2, "a squared error": 1}
    slips = {f"This is {k}; take log(1 + exp(s_j − s_i)) of each pair.": v for k, v in was.items()}
    checks.expect_close(answer, right, "The card's example", slips=slips)
    near = checks.call(pairwise_logistic_loss, np.array([-3.0, 3.0]), np.array([1.0, 0.0]))
    right = np.shape(near) == () and np.allclose(near, np.log1p(np.exp(6.0)), rtol=1e-4)
    over = "exp overflows: log(1 + exp(z)) is np.logaddexp(0, z), or tf.nn.softplus(z)."
    bound = "Here a clip, or a small number added in the logarithm, keeps the loss from growing."
    hints = {over: lambda got: got > 1e99, bound: lambda got: right and 0 < got < 1999}
    for scores, expected in (([1000.0, -1000.0], 0.0), ([-1000.0, 1000.0], 2000.0)):
        answer, what = checks.call(pairwise_logistic_loss, scores, [1, 0]), "The loss far apart"
        checks.expect_close(answer, expected, what, given=scores, hints=hints)
    ### BEGIN HIDDEN TESTS
    scores, relevance = np.array([1.0, 3, -2, 4, 0, -1]), np.array([6.0, 2, 1, 4, 3, 5])
    i, j = np.nonzero(relevance[:, None] > relevance)
    m, gap = scores[i] - scores[j], relevance[i] - relevance[j]
    loss = np.logaddexp(0, -m)
    by_high, by_low = ([np.mean(loss[of == k]) for k in set(of)] for of in (i, j))
    slips = {
        "Pairs are averaged per element first; average all at once.": np.mean(by_high),
        "Pairs are averaged per less relevant element first; average all at once.": np.mean(by_low),
        "Only pairs with the best element count; take all ordered pairs.": loss[i == 0].mean(),
        "Only the best element is compared with the worst; take all pairs.": loss[gap == 5].mean(),
        "Only relevances that differ by 1 are compared; take all.": loss[gap == 1].mean(),
        "Only elements side by side are compared; take all.": loss[np.abs(i - j) == 1].mean(),
        "The pairs are weighted by the relevances' difference.": np.mean(gap * loss),
        "The mean is weighted by the relevances' difference.": gap @ loss / gap.sum(),
        "The margins are averaged first; take each pair's loss.": np.logaddexp(0, -m.mean()),
        "exp(−margin) is averaged first; take each pair's loss.": np.log1p(np.exp(-m).mean()),
        "This is the median over the pairs; their mean is asked for.": np.median(loss),
        "This is the largest loss of a pair; their mean is asked for.": loss.max(),
        "This is the smallest loss of a pair; their mean is asked for.": loss.min(),
        "Only the first pair is counted: is a return inside the loop?": loss[0],
        "Only the last pair is left in the sum; add the pairs up with +=.": loss[-1] / loss.size,
        "The margin is multiplied by the relevances' difference; the order alone counts.": (
            np.logaddexp(0, -gap * m).mean()
        ),
        "A pair in the wrong order costs only z = s_j − s_i; log(1 + exp(z)) is more.": (
            np.where(m < 0, -m, loss).mean()
        ),
        "Pairs that share a margin are merged (np.unique?); each pair counts.": (
            np.logaddexp(0, -np.unique(m)).mean()
        ),
    }
    early = "A pair with a large z = s_j − s_i costs z alone; log(1 + exp(z)) is more: use "
    early += "np.logaddexp(0, z)."
    soon = {
        early: lambda got, m=m, loss=loss: any(
            np.isclose(got, np.where(-m > k, -m, loss).mean()) for k in range(6)
        )
    }
    answer = checks.call(pairwise_logistic_loss, scores, relevance)
    what, given = "The loss of a list of six", (scores, relevance)
    checks.expect_close(answer, loss.mean(), what, given=given, slips=slips, hints=soon)
    for scale in (50.0, 1e3, 1e4):
        scores, relevance = np.array([1.0, -1.0, 0.0]) * scale, np.array([1.0, 3.0, 2.0])
        answer = checks.call(pairwise_logistic_loss, scores, relevance)
        what = "The loss of scores far apart, in the wrong order,"
        hints = {over: hints[over]}
        checks.expect_close(answer, 4 * scale / 3, what, given=scores, hints=hints)
        answer = checks.call(pairwise_logistic_loss, -scores, relevance)
        what = "The loss of scores far apart, in the right order,"
        checks.expect_close(answer, 0.0, what, given=-scores, hints=hints)
    # Grades in bytes: a difference of these wraps round, a comparison does not.
    scores, relevance = np.array([0.0, -1.0, 2.0, 1.0]), np.array([3, 1, 2, 4], np.uint8)
    loss = np.logaddexp(0, scores - scores[:, None])
    grades = relevance.astype(float)
    better, other = grades[:, None] > grades, grades[:, None] != grades
    said = "Pairs count in both orders: unsigned grades have no difference below 0; compare by >."
    slips = {said: loss[other].mean()}
    answer = checks.call(pairwise_logistic_loss, scores, relevance)
    what = "The loss of relevance grades of type uint8"
    checks.expect_close(answer, loss[better].mean(), what, given=relevance, slips=slips)
    close = "Two relevances that differ a little count as a tie; compare them as they are, by >."
    answer = checks.call(pairwise_logistic_loss, [2.0, 0.0], [1 + 2.0**-20, 1.0])
    what, expected = "The loss where one relevance is a little larger", np.log1p(np.exp(-2.0))
    checks.expect_close(answer, expected, what, slips={close: 0.0})
    right = (np.log1p(np.exp(-1)) + np.log1p(np.exp(2)) + np.log1p(np.exp(3))) / 3
    for dtype in (np.int64, np.float32):
        scores, relevance = np.array([0, 1, -2], dtype), np.array([1, 2, 3], dtype)
        answer = checks.call(pairwise_logistic_loss, scores, relevance)
        what = f"The loss of scores and relevances of {np.dtype(dtype)}"
        checks.expect_close(answer, right, what, given=(scores, relevance))
    ### END HIDDEN TESTS


test_pairwise_logistic_loss_large_scores(pairwise_logistic_loss)

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_logistic_loss_no_order", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_pairwise_logistic_loss_no_order(pairwise_logistic_loss):
    """Ties, and lists without an order (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    raw, m = ([2, 1.5, -4, 0.25], [0, 2.5, 0, 2]), np.array([-0.5, 5.5, -1.75, 4.25, 1.25])
    loss, tied = np.logaddexp(0, -m), np.sum(np.logaddexp(0, [*-m, 6, -6]))
    ties = {"in one order": -6, "in the other order": 6, "as log(2)": 0}  # of elements 0 and 2
    slips = {"Pairs of equal relevance are counted; they have no order.": tied / 7,
        "Pairs of equal relevance (even an element with itself) count.": (tied + np.log(16)) / 11,
        "Pairs that do not count enter as log(2) each.": (np.sum(loss) + 11 * np.log(2)) / 5,
        "The pair of 2.5 and 2 is missing; 2.5 is more, so it is a pair, too.": loss[:4].mean(),
        "Only pairs i < j are compared; j may be the better one.": np.mean(loss[[1, 4]]),
        "This is of |s_i − s_j|: it does not see the order.": np.log1p(np.exp(-np.abs(m))).mean(),
        "The scores are cut to whole numbers.": np.mean(np.logaddexp(0, [1, -5, 2, -4, -1])),
        **{f"Ties count here, {k}.": (sum(loss) + np.logaddexp(0, v)) / 6 for k, v in ties.items()}}
    answer = checks.call(pairwise_logistic_loss, *map(np.array, raw))
    checks.expect_close(answer, np.mean(loss), "The loss of a list with a tie", slips=slips)
    none = {"No pair has an order, and the mean of nothing is 0/0: return 0 then.": np.isnan}
    answer = checks.call(pairwise_logistic_loss, *np.array([[1.0, 2.0], [1.0, 1.0]]))
    what, slips = "The loss of equal relevances", {"Without pairs return 0, not log(2).": np.log(2)}
    checks.expect_close(answer, 0.0, what, hints=none, slips=slips)
    ### BEGIN HIDDEN TESTS
    answer = checks.call(pairwise_logistic_loss, np.array([4.0]), np.array([2.0]))
    checks.expect_close(answer, 0.0, "The loss of a list of one", hints=none)
    answer = checks.call(pairwise_logistic_loss, np.array([-5.0, 7.0]), np.array([0.0, 0.0]))
    checks.expect_close(answer, 0.0, "The loss of two elements, both with relevance 0,", hints=none)
    ### END HIDDEN TESTS


test_pairwise_logistic_loss_no_order(pairwise_logistic_loss)

# %% [markdown]
# The lists: 12 items, six features each, ratings from a hidden taste plus noise. In one experiment all lists use the same scale; in the other each list has a rater of its own, with their own zero and their own generosity: rating = $a_q + b_q \cdot$ taste, $b_q > 0$.
# The same network scores every item, trained with the mean squared error, your pairwise loss, and the pairwise logistic loss (for a batch of lists, in TensorFlow; the cell checks it against yours). One scale is the control. **Kendall's tau** on new lists judges: the share of pairs in the right order minus the share in the wrong one.
#
# **Predict.** Which losses does the raters' $a_q$ disturb? Which $b_q$?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_ranking", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def rated_lists(n, rng, own_scale):
    """Features (n, 12, 6) and ratings (n, 12)."""
    features = rng.normal(size=(n, 12, 6))
    first, second, third, fourth = np.moveaxis(features[..., :4], -1, 0)
    taste = first + np.tanh(2 * second) + 0.5 * third * fourth
    taste += rng.normal(0, 0.5, (n, 12))
    zero, generosity = rng.normal(0, 2, (n, 1)), np.exp(rng.normal(0, 1, (n, 1)))
    return features, zero + generosity * taste if own_scale else taste

# %% nbgrader={"grade": false, "grade_id": "demo_ranking_logistic", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def logistic(ratings, scores):
    """The pairwise logistic loss of each list of a batch, averaged."""
    ordered = tf.cast(ratings[:, :, None] > ratings[:, None, :], tf.float32)
    terms = ordered * tf.nn.softplus(scores[:, None, :] - scores[:, :, None])
    total, count = (tf.reduce_sum(table, axis=(1, 2)) for table in (terms, ordered))
    return tf.reduce_mean(total / tf.maximum(count, 1.0))

# %% nbgrader={"grade": false, "grade_id": "demo_ranking_check", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# On random lists the batch version has to give the mean of yours.
some = np.random.default_rng(lessonkit.seed(10)).normal(size=(2, 5, 12)).astype(np.float32)
yours = np.mean([float(pairwise_logistic_loss(s, r)) for r, s in zip(*some, strict=True)])
if not np.isclose(logistic(*map(tf.constant, some)), yours, rtol=1e-4):
    raise ValueError("Yours and the batch version differ: do all tests of the exercise pass?")

# %% nbgrader={"grade": false, "grade_id": "demo_ranking_train", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def scorer():
    """One network that scores each of twelve items by its six features."""
    hidden = [keras.layers.Dense(32, activation="relu") for _ in range(2)]
    ends = [keras.layers.Reshape((12, 6))], [keras.layers.Dense(1), keras.layers.Reshape((12,))]
    return keras.Sequential([keras.Input((72,)), *ends[0], *hidden, *ends[1]])


def kendall(scores, ratings):
    """Kendall's tau of lists without ties: the mean over pairs, 1 in the right order, else −1."""
    i, j = np.triu_indices(12, k=1)
    signs = [np.sign(values[..., i] - values[..., j]) for values in (scores, ratings)]
    return np.mean(signs[0] * signs[1], axis=-1)

# %% nbgrader={"grade": false, "grade_id": "demo_ranking_train_2", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def ranking_tau(own_scale, name):
    """Kendall's tau (8, 200) on new lists, of eight scorers trained on 200 others."""
    rng = np.random.default_rng(lessonkit.seed(11))
    (x, ratings), (x_new, new_ratings) = (rated_lists(200, rng, own_scale) for _ in range(2))
    key = f"ranking, {'own scales' if own_scale else 'one scale'}: {name}"
    x, x_new, loss = x.reshape(200, 72), x_new.reshape(200, 72), ranking_losses[name]
    models = train_eight(scorer, x, ratings, loss, key, epochs=60, rate=0.005, batch_size=16)
    return kendall(outputs_of(models, x_new), new_ratings)


# %% nbgrader={"grade": false, "grade_id": "demo_ranking_runs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
ranking_losses = {"MSE": None, "pairwise squared": pairwise_mse_loss, "pairwise logistic": logistic}
plan = [(own, name) for own in (True, False) for name in ranking_losses]
tau = {key: ranking_tau(*key) for key in training.progress(plan, "Training on lists")}

# %% nbgrader={"grade": false, "grade_id": "demo_ranking_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: what the logistic loss gains on ranking
rank_gains = {}
for own in (True, False):
    for name in ("MSE", "pairwise squared"):
        logistic_tau = tau[own, "pairwise logistic"]
        rank_gains[own, name] = evidence.compare(logistic_tau, tau[own, name], comparisons=8)

figure, axes = plt.subplots(1, 2, figsize=(10, 2.8), sharex=True, sharey=True)
for own, axis in zip((True, False), axes, strict=True):
    for row, name in enumerate(ranking_losses):
        runs = tau[own, name].mean(axis=1)
        axis.plot(runs, np.full(8, row), "o", color=plots.COLORS["blue"], alpha=0.6)
        axis.plot(runs.mean(), row, "|", color="black", markersize=18)
    axis.set(yticks=range(3), yticklabels=ranking_losses, ylim=(2.6, -0.6))
    axis.set_xlabel("Kendall's tau on new lists (eight runs, mean)")
    scales = "Own scales" if own else "One scale"
    gain = rank_gains[own, "pairwise squared"]
    told = f"{gain.value:.3f} ({gain.low:.3f} to {gain.high:.3f})"
    axis.set_title(f"{scales}: logistic, not squared, gains {told}", fontsize=9)
names = {True: "own scales", False: "one scale"}
told = "; ".join(f"{names[own]}, {name} {runs.mean():.3f}" for (own, name), runs in tau.items())
plots.show(figure, f"Kendall's tau on new lists, means of eight runs: {told}.")

# %% nbgrader={"grade": false, "grade_id": "demo_gains_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: the new losses against the others
plots.table(
    ("task", "new loss", "against", ""),
    [
        *(
            (f"depth, {size}: error", best, name, gain.words(3))
            for (size, name), gain in depth_gains.items()
        ),
        *(
            (
                f"lists, {'own scales' if own else 'one scale'}: tau",
                "pairwise logistic",
                name,
                gain.words(3),
            )
            for (own, name), gain in rank_gains.items()
        ),
    ],
)

# %% [markdown]
# A ladder of invariances: the mean squared error is disturbed by every $a_q$ and $b_q$; the pairwise squared error does not see $a_q$; the pairwise logistic loss sees neither, nor any other change that keeps the order. A
# step helps where the data vary in what it ignores; the controls show how much of the gain is left where they do not.
#
# Had training ended everywhere? The course's rule: the loss of the last tenth of the epochs is less than 2 % below that of the tenth before.

# %% nbgrader={"grade": false, "grade_id": "demo_curves", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: had the trainings ended?
late = {name: training.late_fall(losses) for name, losses in curves.items()}
flat, largest_fall = sum(fall < training.FLAT for fall in late.values()), max(late.values())

figure, axes = plt.subplots(1, 4, figsize=(11, 2.7), sharey=True)
for axis, group in zip(axes, ("profiles", "classes", "depth", "ranking"), strict=True):
    for name, losses in curves.items():
        if name.startswith(group):
            mean = losses.mean(axis=0)
            axis.loglog(np.arange(1, len(mean) + 1), mean / mean[0], linewidth=1)
    axis.set(xlabel="epoch", title=group)
axes[0].set_ylabel("loss / loss of epoch 1")
title = f"{flat} of {len(late)} trainings had ended by the rule; the largest late fall"
figure.suptitle(f"{title} is {largest_fall:.1%}", x=0.01, ha="left")
plots.show(figure, f"""Four panels of loss curves, means of eight runs relative to the first epoch,
    logarithmic axes. {flat} of {len(late)} are flat at the end by the rule of {training.FLAT:.0%};
    the largest fall from the last but one tenth to the last is {largest_fall:.1%}.""")

# %% [markdown]
# ## 8. The claims
#
# Each verdict is a function of results: the rules first, what they say about yours below.

# %% nbgrader={"grade": false, "grade_id": "demo_rules", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 3.1
def claim_3_1(shift_effect, form_errors):
    """A constant's relative effect; errors of two forms where the labels are logits."""
    same, other = form_errors["log-probabilities"], form_errors["probabilities"]
    verdict = "holds only if labels and predictions share it, up to a constant"
    if shift_effect > 1e-6 or same > 1e-6:
        verdict = "does not hold"
    elif other < 1e-2:
        verdict = "holds"
    sentence = f"A constant changes the error by up to {shift_effect:.0e} of its value. "
    sentence += "Where the labels are logits, log-probabilities have the error "
    sentence += f"{same:.0e}, probabilities {other:.2f}"
    return evidence.Verdict("3.1", verdict, sentence, float(other))

# %% nbgrader={"grade": false, "grade_id": "demo_rules_layer", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 3.2
def claim_3_2(numbers, fresh, sure):
    """How much better a linear layer is than a softmax: on numbers; on classes, from two starts."""
    verdict = {"better": "holds", "worse": "does not hold"}.get(numbers.outcome, "not told apart")
    if verdict == "holds" and not fresh.outcome == sure.outcome == "better":
        verdict = "holds only if the labels are numbers, not classes"
    sentence = f"Linear against softmax. Numbers, shape error: {numbers.words(2)}. "
    sentence += f"Classes, points: fresh {fresh.words(1)}, sure and wrong {sure.words(1)}"
    return evidence.Verdict("3.2", verdict, sentence, numbers.value, numbers.low, numbers.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_2", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 3.3
def claim_3_3(judged, one_sample, version):
    """What each call gave, "mean", "sum" or "fault", by kind of input; which kind is one sample."""
    words = [word for row in judged.values() for word in row]
    faults, sums = words.count("fault"), words.count("sum")
    verdict = "holds"
    if faults:
        one_is_right = "fault" not in judged[one_sample]
        verdict = "holds only if the batch holds one sample" if one_is_right else "does not hold"
    sentence = f"TensorFlow {version}: {faults} of {len(words)} calls are at fault; {sums} give "
    sentence += "the sum over the batch, which is undocumented, no fault"
    return evidence.Verdict("3.3", verdict, sentence, float(faults))

# %% nbgrader={"grade": false, "grade_id": "demo_rules_3", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 3.4
def claim_3_4(varied, control):
    """Gains of the new losses, where the data vary in what a loss ignores and where they do not."""
    outcomes = [gain.outcome for gain in varied.values()]
    also = sum(gain.outcome == "better" for gain in control.values())
    if set(outcomes) == {"better"}:
        always = also == len(control)
        verdict = "holds" if always else "holds only if the data vary in what it ignores"
    else:
        verdict = "does not hold" if "worse" in outcomes else "not told apart"
    told = "; ".join(f"{name} {gain.words(3)}" for name, gain in varied.items())
    sentence = f"{told}. In the controls {also} of {len(control)} are better"
    first = next(iter(varied.values()))
    return evidence.Verdict("3.4", verdict, sentence, first.value, first.low, first.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_cost", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 3.5
def claim_3_5(identity_gap, slopes):
    """Relative difference between both ways to compute it; exponents of n in their work."""
    pairs, variance = slopes["all pairs"], slopes["variance"]
    verdict = "holds" if variance > 1.5 else "does not hold"
    if identity_gap > 1e-4:
        verdict = "not told apart"  # the short way computes something else
    sentence = f"The variance gives the same number (to {identity_gap:.0e}); its work grows like "
    sentence += f"n^{variance:.2f}, that of all pairs like n^{pairs:.2f}"
    return evidence.Verdict("3.5", verdict, sentence, float(variance))

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts_gains", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def gains_where(size, own):
    """Of the new losses over the pairwise squared error as it is, and over a loss without pairs."""
    return {
        "Lists, tau against pairwise squared:": rank_gains[own, "pairwise squared"],
        "against MSE:": rank_gains[own, "MSE"],
        "depth, error against pairwise without log:": depth_gains[size, "pairwise, depth"],
        "against MSE of log:": depth_gains[size, "MSE, log depth"],
    }


# %% nbgrader={"grade": false, "grade_id": "demo_verdicts_claims", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
claims = {
    "3.1": "Nothing says which form it wants, so any will do: logits, probabilities, …",
    "3.2": "It is a regression loss, so the layer before it is linear",
    "3.3": "TensorFlow's function computes the documented formula",
    "3.4": "There is a better pairwise loss",
    "3.5": "Comparing all pairs costs O(n²)",
}

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
evidence.show([
    claim_3_1(shift_effect, form_errors),
    claim_3_2(numbers, linear_gain["fresh"], linear_gain["sure and wrong"]),
    claim_3_3(judged, "1 × 5, weights left out", tf.__version__),
    claim_3_4(gains_where("any size", True), gains_where("true size", False)),
    claim_3_5(identity_gap, slopes),
], claims)

# %% [markdown]
# Compare with what you predicted at the top.
#
# ## What to remember
#
# 1. The pairwise squared error compares differences: any form of numbers will do, if labels and predictions share it. It does not see a constant, just as a softmax does not.
# 2. It is twice the sample variance of $d = \hat y - y$: $O(n)$, no pairs.
# 3. In float32, centre first, square then.
# 4. What a loss does not see, training does not learn: add the level at the end, or use another loss where it matters.
# 5. Choose a loss by what it should ignore: an offset (pairwise squared), a factor (pairwise squared, of logarithms), everything but the order (pairwise logistic).
#
# ## Where it breaks
#
# - One output a sample, or a vector that is taken for a batch: no pairs, the loss is 0, nothing is learnt.
# - Where the level is part of the answer, differing from sample to sample, no single number brings it back.
# - After a softmax that is sure, the gradient vanishes.
# - Depths of 0 have no logarithm; a missing depth has to be left out, not filled in.
# - The pairwise logistic loss weights all pairs alike, a swap at the top of the list like one at its end; losses for the top weight them (LambdaRank, Burges 2010).
#
# ## Further reading
#
# - TensorFlow, [mean_pairwise_squared_error](https://www.tensorflow.org/api_docs/python/tf/compat/v1/losses/mean_pairwise_squared_error); [issue 15968](https://github.com/tensorflow/tensorflow/issues/15968).
# - T. F. Chan, G. H. Golub and R. J. LeVeque (1983), Algorithms for computing the sample variance: analysis and recommendations, *The American Statistician* 37(3), [doi:10.1080/00031305.1983.10483115](https://doi.org/10.1080/00031305.1983.10483115).
# - D. Eigen, C. Puhrsch and R. Fergus (2014), Depth map prediction from a single image using a multi-scale deep network, [arXiv:1406.2283](https://arxiv.org/abs/1406.2283).
# - C. Burges and others (2005), Learning to rank using gradient descent, ICML, [doi:10.1145/1102351.1102363](https://doi.org/10.1145/1102351.1102363); C. Burges (2010), From RankNet to LambdaRank to LambdaMART: an overview, Microsoft Research MSR-TR-2010-82.
