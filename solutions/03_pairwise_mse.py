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
#     minutes: 75
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
# **Time:** 75 minutes, more than half of it for six exercises (10 points). **You need:** the lessons `01_shallow_vs_deep` and `02_logits_and_softmax`.
#
# The experiments call the functions that you write; where one stops with `NotImplementedError`, an exercise above it is still open.

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

from lessonkit import plots, training

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

figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.6))
left.plot(label, "o", color="black", label="label")
left.plot(prediction, "s", color=plots.COLORS["red"], label="prediction")
left.vlines(range(5), label, prediction, color=plots.COLORS["red"], linewidth=1)
left.set(xlabel="output i", ylabel="value", title=f"Element by element: the mean of {d.size} squares is {np.mean(d**2):.2f}")
left.legend()
image = right.imshow(table, cmap="Blues", vmin=0)
for i, j in zip(*np.triu_indices(5, k=1), strict=True):
    right.text(j, i, f"{table[i, j]:.2f}", ha="center", va="center", color="white" if table[i, j] > 3 else "black")
right.grid(False)
right.set(xlabel="output j", ylabel="output i", title=f"Pair by pair: the mean of {table.count()} squares is {table.mean():.2f}")
plots.show(figure, f"""Left: labels and predictions of five outputs, joined by vertical lines of lengths {', '.join(f'{abs(v):g}' for v in d)}.
    Right: a 5 by 5 table of (d_i − d_j)², filled above the diagonal only: {table.count()} pairs with the mean {table.mean():.2f}.""")

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
        For each sample the mean of (d_i - d_j)**2 over its pairs i < j, where d = predictions - labels;
        0 for a sample with a single element.

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
import numpy as np

from lessonkit import checks

# By hand: d = (1, 2, 4) and (1, 1, 1); the pairs give 1, 9 and 4, mean 14/3, and 0.
raw = (np.array([[1.0, 4.0, 0.0], [0.0, 2.0, 5.0]]), np.array([[2.0, 6.0, 4.0], [1.0, 3.0, 6.0]]))
slips = {
    "This is the mean squared error of the elements; here the differences of *pairs* are compared.": [7.0, 1.0],
    "This averages over all n² pairs, each element with itself too (TensorFlow 1.4 did that): there are n(n − 1)/2.": [28 / 9, 0.0],
    "This divides by n² (it is the population variance of d): there are n(n − 1)/2 pairs.": [14 / 9, 0.0],
    "Every pair counts twice, as (i, j) and as (j, i), but is divided by once.": [28 / 3, 0.0],
    "This is half of it (the variance of d): divide the sum over i < j by n(n − 1)/2, not by n(n − 1).": [7 / 3, 0.0],
    "This is the sum over the pairs; their mean is asked for.": [14.0, 0.0],
    "This is the sum over all pairs, each counted twice; the mean over i < j is asked for.": [28.0, 0.0],
    "These are absolute differences; square them.": [2.0, 0.0],
    "This is the square root of it; no root is taken.": [(14 / 3) ** 0.5, 0.0],
    "These are pairs of predictions only; compare with the labels: d = predictions − labels.": [8.0, 38 / 3],
    "These are neighbouring pairs only; every element is paired with every other.": [2.5, 0.0],
    "This compares each prediction with the labels of *other* elements; take d = predictions − labels first.": [44 / 3, 38 / 3],
    "This is one number for the whole batch; one for each sample is asked for: take the mean over axis=1.": 7 / 3,
}
answer = checks.call(pairwise_squared_error, *raw)
checks.expect_close(answer, [14 / 3, 0.0], "The pairwise squared error of two samples", given=raw, slips=slips)
### BEGIN HIDDEN TESTS
import itertools

rng = np.random.default_rng(301)
for shape in ((1, 2), (4, 6), (3, 17)):
    raw = (rng.normal(size=shape), rng.normal(1.0, 2.0, size=shape))
    expected = [
        np.mean([(p - q) ** 2 for p, q in itertools.combinations(row, 2)]) for row in (raw[1] - raw[0]).tolist()
    ]
    answer = checks.call(pairwise_squared_error, *raw)
    checks.expect_close(answer, expected, f"The pairwise squared error of random samples of shape {shape}", given=raw)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_samples", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# Two images of 2 × 2 pixels. By hand: d = (0, 0, 0, 2) and (1, 1, 1, 1); three of six pairs differ, by 2.
raw = (np.zeros((2, 2, 2)), np.array([[[0.0, 0.0], [0.0, 2.0]], [[1.0, 1.0], [1.0, 1.0]]]))
slips = {
    "Pairs within each row are compared; all dimensions after the first are one sample.": [[0.0, 4.0], [0.0, 0.0]],
    "Pairs within each column are compared; all dimensions after the first are one sample.": [[0.0, 4.0], [0.0, 0.0]],
    "Pairs within rows (or columns) are compared and averaged; all pixels of an image are one sample.": [2.0, 0.0],
    "Pairs across the samples of the batch are compared; pairs stay within one sample.": [[1.0, 1.0], [1.0, 1.0]],
    "Pairs across samples are compared; pairs stay within one sample.": 4 / 7,
}
answer = checks.call(pairwise_squared_error, *raw)
checks.expect_close(answer, [2.0, 0.0], "The pairwise squared error of two images", given=raw, slips=slips)
### BEGIN HIDDEN TESTS
import itertools

rng = np.random.default_rng(302)
raw = (rng.normal(size=(3, 2, 4)), rng.normal(size=(3, 2, 4)))
rows = (raw[1] - raw[0]).reshape(3, 8).tolist()
expected = [np.mean([(p - q) ** 2 for p, q in itertools.combinations(row, 2)]) for row in rows]
answer = checks.call(pairwise_squared_error, *raw)
checks.expect_close(answer, expected, "The pairwise squared error of random images", given=raw)
raw = tuple(part.reshape(3, 2, 1, 4) for part in raw)
checks.expect_close(
    checks.call(pairwise_squared_error, *raw), expected, "The pairwise squared error of samples of rank 3", given=raw
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_no_pairs", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# A single element has no partner: 0, not nan. And a vector is a batch of single elements.
for raw in (np.array([[1.0], [5.0]]), np.array([2.0, -3.0])):
    answer = checks.call(pairwise_squared_error, np.zeros(raw.shape), raw)
    what = "The error of two samples with one element each" if raw.ndim == 2 else "The error of a vector (rank 1)"
    hint = "The mean of no pairs is 0/0: treat samples with a single element on their own, and return zeros."
    checks.expect(np.isfinite(answer).all(), f"{what} holds nan or inf.", expected=np.zeros(2), got=answer, hint=hint)
    slips = {
        "The vector is taken for one sample; the first dimension is the batch, so these are two samples.": 25.0,
        "The vector is taken for a batch of one; its first dimension is the batch, so these are two samples.": [25.0],
        "There is one 0 for the whole batch; each sample has its own.": 0.0,
        "The squared error of the single element is returned; there is no pair to compare.": raw.ravel() ** 2,
    }
    checks.expect_close(answer, np.zeros(2), what, given=raw, slips=slips)
### BEGIN HIDDEN TESTS
for shape in ((4,), (3, 1), (2, 1, 1), (1, 1), (1,)):
    raw = (np.zeros(shape), np.linspace(1.0, 2.0, shape[0]).reshape(shape))
    answer = checks.call(pairwise_squared_error, *raw)
    checks.expect_close(answer, np.zeros(shape[0]), f"The error of samples without pairs, of shape {shape},", given=raw)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_invariance", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# A constant added to all predictions of a sample changes no difference between two of them.
raw = (np.array([[0.0, 1.0, 2.0]]), np.array([[1.0, 1.0, 5.0]]))
answers = [checks.call(pairwise_squared_error, raw[0], raw[1] + shift) for shift in (0.0, 3.0)]
hint = "Only differences between pairs may enter."
what = "The answer changes when a constant is added to the predictions."
checks.expect(np.allclose(*answers, rtol=1e-4), what, given=raw, expected=answers[0], got=answers[1], hint=hint)
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(303)
raw = (rng.normal(size=(5, 9)), rng.normal(size=(5, 9)))
base = checks.call(pairwise_squared_error, *raw)
checks.expect_close(base, 2 * np.var(raw[1] - raw[0], axis=1, ddof=1), "The error of random samples", given=raw)
order, shift = rng.permutation(9), rng.normal(size=(5, 1))
for what, other in (
    ("a constant of its own is added to each sample's labels", (raw[0] + shift, raw[1])),
    ("the elements of all samples are put in another order", (raw[0][:, order], raw[1][:, order])),
    ("labels and predictions are exchanged", raw[::-1]),
    ("labels and predictions are both moved by the same noise", (raw[0] + raw[0][::-1], raw[1] + raw[0][::-1])),
):
    answer = checks.call(pairwise_squared_error, *other)
    checks.expect(np.allclose(answer, base, rtol=1e-3), f"The answer changes when {what}.", expected=base, got=answer)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# Lists of whole numbers are data, too.
answer = checks.call(pairwise_squared_error, [[0, 0, 0]], [[1, 2, 4]])
checks.expect_close(answer, [14 / 3], "The answer for lists of whole numbers", given="[[0, 0, 0]] and [[1, 2, 4]]")
### BEGIN HIDDEN TESTS
raw = (np.array([[7, 1], [0, -3]]), np.array([[2, 5], [1, 0]]))
answer = checks.call(pairwise_squared_error, *raw)
checks.expect_close(answer, [81.0, 4.0], "The answer for arrays of whole numbers", given=raw)
import tensorflow as tf

answer = checks.call(pairwise_squared_error, tf.constant([[1.0, 0.0, 2.0]]), tf.constant([[2.0, 2.0, 6.0]]))
checks.expect_close(answer, [14 / 3], "The answer for TensorFlow tensors")
### END HIDDEN TESTS

# %% [markdown]
# ## 2. What it does not see
#
# Move the slider: a constant $c$ is added to all predictions of the sample.

# %% nbgrader={"grade": false, "grade_id": "demo_shift", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
import ipywidgets

shifts = np.linspace(-6, 6, 121)
mse_by_shift = np.array([np.mean((d + c) ** 2) for c in shifts])
pair_by_shift = np.array([pairwise_squared_error(label[None], prediction[None] + c)[0] for c in shifts])


def draw_shift(c):
    pair = pairwise_squared_error(label[None], prediction[None] + c)[0]
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.2))
    left.plot(label, "o", color="black", label="label")
    left.plot(prediction + c, "s", color=plots.COLORS["red"], label="prediction + c")
    left.set(xlabel="output i", ylabel="value", ylim=(-5, 11), title=f"c = {c:g}")
    left.legend(ncols=2)
    right.plot(shifts, mse_by_shift, color=plots.COLORS["blue"], label="mean squared error")
    right.plot(shifts, pair_by_shift, "--", color=plots.COLORS["orange"], label="pairwise squared error")
    right.plot([c, c], [np.mean((d + c) ** 2), pair], "o", color="black")
    right.set(xlabel="c", ylabel="error", title=f"Pairwise {pair:.2f}, wherever the predictions are")
    right.legend()
    return figure, f"With {c:g} added to the predictions the mean squared error is {np.mean((d + c) ** 2):.2f}, the pairwise error {pair:.2f}."


slider = ipywidgets.FloatSlider(2.0, min=-6.0, max=6.0, step=0.5, description="c", continuous_update=False)
plots.explore(draw_shift, c=slider)

# %% nbgrader={"grade": false, "grade_id": "demo_shift_still", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
shift_effect = max(np.ptp(pair_by_shift) / pair_by_shift[0], np.finfo(float).eps)  # at least what float64 can tell apart
best_shift = shifts[np.argmin(mse_by_shift)]

figure, axis = plt.subplots(figsize=(9, 3.2))
axis.plot(shifts, mse_by_shift, color=plots.COLORS["blue"], label="mean squared error")
axis.plot(shifts, pair_by_shift, "--", color=plots.COLORS["orange"], label="pairwise squared error")
axis.axvline(best_shift, color="black", linestyle=":", linewidth=1)
axis.set(xlabel="constant c added to all predictions of the sample", ylabel="error")
axis.set_title(f"The mean squared error has its minimum at c = {best_shift:.1f}; the pairwise error changes by less than {2 * shift_effect:.0e} of its value")
axis.legend()
plots.show(figure, f"""Two errors over the constant c. The mean squared error is a parabola with its minimum {mse_by_shift.min():.2f} at
    {best_shift:.1f}; the pairwise error is a horizontal line at {pair_by_shift[0]:.2f}.""")

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
logits = np.random.default_rng(2).normal(0.0, 2.0, (1, 6))
probabilities = tf.nn.softmax(logits).numpy()
forms = {
    "logits + 7": logits + 7.0,
    "log-probabilities": np.log(probabilities),
    "probabilities": probabilities,
    "2 × logits": 2 * logits,
}
form_errors = {name: float(pairwise_squared_error(logits, form)[0]) for name, form in forms.items()}
same_belief = {name: np.abs(tf.nn.softmax(form).numpy() - probabilities).max() < 1e-6 for name, form in forms.items()}
plots.table(
    ("predictions (the labels are logits)", "pairwise squared error", "has the softmax of the labels"),
    [(name, f"{error:.2g}", "yes" if same_belief[name] else "no") for name, error in form_errors.items()],
)

# %% [markdown]
# The error is 0 (up to rounding) exactly for the forms that are logits *up to the constant that softmax ignores*. It does not know what its numbers are: labels and predictions must be of **one** form, that is all.
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
import numpy as np

from lessonkit import checks

# By hand, as before: d = (1, 2, 4) and (1, 1, 1); its sample variances are 7/3 and 0.
raw = (np.array([[1.0, 4.0, 0.0], [0.0, 2.0, 5.0]]), np.array([[2.0, 6.0, 4.0], [1.0, 3.0, 6.0]]))
slips = {
    "This is twice the population variance (ddof=0); the sample variance divides by n − 1: ddof=1.": [28 / 9, 0.0],
    "This is the population variance of d; twice the sample variance (ddof=1) is asked for.": [14 / 9, 0.0],
    "The factor 2 is missing: this is the sample variance of d.": [7 / 3, 0.0],
    "A factor 2 too many (or no division by n − 1): twice the sum of squares around the mean, over n − 1.": [28 / 3, 0.0],
    "This is the sample standard deviation, twice; take the variance.": [2 * (7 / 3) ** 0.5, 0.0],
    "This is the mean squared error; take each sample's mean away from d first.": [7.0, 1.0],
    "This looks at the predictions only; compare with the labels: d = predictions − labels.": [8.0, 38 / 3],
    "The sum of squares is not multiplied by n: it is n·Σd² − (Σd)².": [2 * (21 - 49) / 6, 2 * (3 - 9) / 6],
    "This is one number for the whole batch; one for each sample is asked for: axis=1.": 7 / 3,
    "This is one variance for the whole batch; one for each sample is asked for: axis=1.": 2 * np.var([1, 2, 4, 1, 1, 1], ddof=1),
}
answer = checks.call(pairwise_squared_error_linear, *raw)
checks.expect_close(answer, [14 / 3, 0.0], "The pairwise squared error of two samples", given=raw, slips=slips)
### BEGIN HIDDEN TESTS
import itertools

rng = np.random.default_rng(304)
for shape in ((1, 2), (4, 6), (3, 31)):
    raw = (rng.normal(size=shape), rng.normal(1.0, 2.0, size=shape))
    pairs = [(*itertools.combinations(row, 2),) for row in (raw[1] - raw[0]).tolist()]
    expected = [np.mean([(p - q) ** 2 for p, q in row]) for row in pairs]
    answer = checks.call(pairwise_squared_error_linear, *raw)
    checks.expect_close(answer, expected, f"The pairwise squared error of random samples of shape {shape}", given=raw)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_linear_shapes", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# Two images of 2 × 2 pixels; then single elements, which have no pairs; then a vector, a batch of single elements.
raw = (np.zeros((2, 2, 2)), np.array([[[0.0, 0.0], [0.0, 2.0]], [[1.0, 1.0], [1.0, 1.0]]]))
slips = {
    "Rows of an image are taken for samples; all dimensions after the first are one sample.": [[0.0, 4.0], [0.0, 0.0]],
    "The mean is taken over rows (or columns); all pixels of an image are one sample.": [2.0, 0.0, 0.0, 0.0],
    "Variances of the rows (or columns) are averaged; all pixels of an image are one sample.": [1.0, 0.0],
}
answer = checks.call(pairwise_squared_error_linear, *raw)
checks.expect_close(answer, [2.0, 0.0], "The pairwise squared error of two images", given=raw, slips=slips)
for shape in ((2, 1), (2,)):
    answer = checks.call(pairwise_squared_error_linear, np.zeros(shape), np.array([2.0, -3.0]).reshape(shape))
    what = "The error of samples with one element" if len(shape) == 2 else "The error of a vector (rank 1)"
    hint = "A single element has no variance (0/0): its error is 0. Divide by max(n − 1, 1)."
    checks.expect(np.isfinite(answer).all(), f"{what} holds nan or inf.", expected=np.zeros(2), got=answer, hint=hint)
    slips = {
        "The vector is taken for one sample; the first dimension is the batch, so these are two samples.": 25.0,
        "The vector is taken for a batch of one; its first dimension is the batch.": [25.0],
    }
    checks.expect_close(answer, np.zeros(2), what, slips=slips)
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(305)
for shape in ((3, 2, 4), (2, 3, 1, 5), (4, 1, 1), (5,), (1, 7), (1, 1)):
    raw = (rng.normal(size=shape), rng.normal(size=shape))
    rows = (raw[1] - raw[0]).reshape(shape[0], -1)
    table = rows[:, :, None] - rows[:, None, :]
    expected = np.sum(table**2, axis=(1, 2)) / np.maximum(rows.shape[1] * (rows.shape[1] - 1), 1)
    answer = checks.call(pairwise_squared_error_linear, *raw)
    checks.expect_close(answer, expected, f"The pairwise squared error of an input of shape {shape}", given=raw)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_linear_cost", "locked": true, "points": 0.75, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# Four times the elements should be about four times the work; 16 times is what all pairs cost. No clock is involved.
few, many = ((np.zeros((1, n), np.float32), np.linspace(0.0, 1.0, n, dtype=np.float32)[None]) for n in (200, 800))
checks.call(pairwise_squared_error_linear, np.zeros((1, 3)), np.ones((1, 3)))  # a first call may import something
limit = 8 * checks.work(pairwise_squared_error_linear, *few)
what = "The work grows like n², not like n."
hint = "All pairs are formed or visited. Use the variance of d: it needs each element, no pairs."
checks.expect(checks.work(pairwise_squared_error_linear, *many, limit=limit) <= limit, what, hint=hint)
### BEGIN HIDDEN TESTS
# Only what passed above is given 4,000 elements: all pairs would be 32 to 128 MB.
raw = (np.zeros((1, 4000)), np.linspace(0.0, 1.0, 4000)[None])
peak = checks.peak_memory(pairwise_squared_error_linear, *raw)
checks.expect(peak < 100 * raw[0].nbytes, "The memory needed is over 100 times that of the input.", hint=hint)
answer = checks.call(pairwise_squared_error_linear, *raw)
# The variance of n equally spaced points on [0, 1] is n(n + 1)/(12(n − 1)²).
expected = [2 * 4000 * 4001 / 12 / 3999**2]
checks.expect_close(answer, expected, "The error of 4,000 equally spaced differences")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_linear_offset", "locked": true, "points": 1.0, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# 10,000 is added to predictions in float32, which holds all of these numbers exactly. The answer stays the same.
raw = (np.zeros((2, 4), np.float32), np.array([[0.0, 1.0, 2.0, 5.0], [3.0, 3.5, 3.0, 3.5]], np.float32) + np.float32(1e4))
expected = [2 * 14 / 3, 2 * 0.25 / 3]
answer = checks.call(pairwise_squared_error_linear, *raw)
textbook = "This looks like n·Σd² − (Σd)² in float32, two huge numbers that cancel: take each sample's mean away first."
far = answer.shape == (2,) and not np.allclose(answer, expected, rtol=1e-2)
what = "The error of float32 predictions with 10,000 added is wrong."
checks.expect_shape(answer, (2,), "The error of float32 predictions with 10,000 added")
close = np.allclose(answer, expected, rtol=1e-4, atol=0)
checks.expect(close, what, given=raw, expected=expected, got=answer, hint=textbook if far else "")
### BEGIN HIDDEN TESTS
import math

rng = np.random.default_rng(306)
for shape in ((2, 1000), (1, 25, 44)):
    labels = rng.normal(0.0, 2.0, shape).astype(np.float32)
    raw = (labels, (labels + rng.normal(0.0, 3.0, shape) + 1e4).astype(np.float32))
    rows = (raw[1].astype(float) - raw[0].astype(float)).reshape(shape[0], -1).tolist()
    means = [math.fsum(row) / len(row) for row in rows]
    expected = [
        2 * math.fsum([(d - m) ** 2 for d in row]) / (len(row) - 1) for row, m in zip(rows, means, strict=True)
    ]
    answer = checks.call(pairwise_squared_error_linear, *raw)
    checks.expect_shape(answer, shape[:1], "The error of many float32 predictions with 10,000 added")
    close = np.allclose(answer, expected, rtol=1e-4, atol=0)
    what = "The error of many float32 predictions with 10,000 added is wrong by more than 1 in 10,000."
    checks.expect(close, what, given=raw, expected=np.array(expected), got=answer, hint=textbook)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_squared_error_linear_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# Lists of whole numbers are data, too.
answer = checks.call(pairwise_squared_error_linear, [[0, 0, 0]], [[1, 2, 4]])
checks.expect_close(answer, [14 / 3], "The answer for lists of whole numbers", given="[[0, 0, 0]] and [[1, 2, 4]]")
### BEGIN HIDDEN TESTS
raw = (np.array([[7, 1], [0, -3]]), np.array([[2, 5], [1, 0]]))
answer = checks.call(pairwise_squared_error_linear, *raw)
checks.expect_close(answer, [81.0, 4.0], "The answer for arrays of whole numbers", given=raw)
import tensorflow as tf

answer = checks.call(pairwise_squared_error_linear, tf.constant([[1.0, 0.0, 2.0]]), tf.constant([[2.0, 2.0, 6.0]]))
checks.expect_close(answer, [14 / 3], "The answer for TensorFlow tensors")
### END HIDDEN TESTS

# %% [markdown]
# ### What it costs
#
# Your two functions, timed on one sample of growing size:

# %% nbgrader={"grade": false, "grade_id": "demo_cost", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
import time


def seconds(function, n):
    """Processor time of the fastest of several calls on one sample of n random elements."""
    sample = np.random.default_rng(n).normal(size=(2, 1, n))
    times = []
    for _ in range(20 if n < 1000 else 3):
        start = time.process_time()  # does not count what other programs do in the meantime
        function(*sample)
        times.append(time.process_time() - start)
    return min(times)


sizes = {"all pairs": 2 ** np.arange(6, 12), "variance": 2 ** np.arange(6, 21)}
functions = {"all pairs": pairwise_squared_error, "variance": pairwise_squared_error_linear}
times = {
    name: np.array([seconds(function, n) for n in training.progress(sizes[name], f"Timing {name}")])
    for name, function in functions.items()
}
fitted = {"all pairs": sizes["all pairs"] >= 128, "variance": sizes["variance"] >= 4096}  # where the growth shows
slopes = {name: np.polyfit(np.log(sizes[name][use]), np.log(times[name][use]), 1)[0] for name, use in fitted.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_cost_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
largest = sizes["all pairs"][-1]
speed_up = times["all pairs"][-1] / times["variance"][sizes["variance"] == largest][0]
sample = np.random.default_rng(3).normal(size=(2, 4, largest))
both_ways = [np.asarray(function(*sample)) for function in functions.values()]
identity_gap = np.max(np.abs(both_ways[0] / both_ways[1] - 1))

figure, axis = plt.subplots(figsize=(9, 3.6))
for (name, n), style, color in zip(sizes.items(), ("o-", "s--"), ("red", "blue"), strict=True):
    axis.loglog(n, times[name], style, color=plots.COLORS[color], label=f"{name}: slope {slopes[name]:.2f} for n ≥ {n[fitted[name]][0]:,}")
axis.set(xlabel="n, elements of the sample", ylabel="processor time for one call (seconds)")
axis.set_title(f"Time grows like n^{slopes['all pairs']:.1f} over all pairs, like n^{slopes['variance']:.1f} by the variance; at n = {largest:,} that is × {speed_up:,.0f}")
axis.legend()
plots.show(figure, f"""Time of one call over n, both axes logarithmic. All pairs: a line of slope {slopes['all pairs']:.2f}. Variance: flat at first (the
    time of a call), then slope {slopes['variance']:.2f}. At n = {largest:,} all pairs take {speed_up:,.0f} times as long.""")

# %% [markdown]
# (The cell also compared both results on random samples, for the table in section 8.) The slopes are measured, so they are not round: for small $n$ the fixed cost of a call hides
# the growth, and where arrays become too large for the memory at hand, a line takes a step.
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


def relative_errors(offset, rng):
    """Relative error of each formula on one sample in float32, and of the student's function."""
    d = (rng.normal(size=1000) + offset).astype(np.float32)
    exact = 2 * np.var(d.astype(np.float64), ddof=1)  # of the rounded numbers: what remains is the formula's own error
    mine = np.asarray(pairwise_squared_error_linear(np.zeros((1, 1000), np.float32), d[None]))[0]
    return [abs(float(value) / exact - 1) for value in (textbook(d), pair_by_pair(d), centred_first(d), mine)]


rng = np.random.default_rng(4)
offsets = 10.0 ** np.arange(0, 7.1, 0.5)
errors = np.array([np.median([relative_errors(c, rng) for _ in range(7)], axis=0) for c in offsets])

# %% nbgrader={"grade": false, "grade_id": "demo_cancellation_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
at_1e4 = dict(zip(("textbook", "pairs", "centred", "yours"), errors[np.argmin(np.abs(offsets - 1e4))], strict=True))
useless = offsets[np.argmax(errors[:, 0] > 1)]

figure, axis = plt.subplots(figsize=(9, 3.8))
for column, (name, style, color) in enumerate((
    ("textbook: n Σd² − (Σd)²", "o-", "red"), ("pair by pair", "^:", "orange"), ("centred first", "s--", "blue"), ("your function (at 1e-9: at most that)", "x", "black"),
)):
    axis.loglog(offsets, np.maximum(errors[:, column], 1e-9), style, color=plots.COLORS[color], label=name)
axis.axhline(1, color="black", linestyle=":", linewidth=1)
axis.text(offsets[0], 1.5, "no digit is right", fontsize=9)
axis.set(xlabel="offset of the predictions", ylabel="relative error (median of 7)", ylim=(3e-10, 1e8))
axis.set_title(f"At an offset of 10,000 the textbook form is wrong by {at_1e4['textbook']:.0%} of the value, centring first by {at_1e4['centred']:.0e}")
axis.legend(loc="upper left", ncols=2, fontsize=9)
plots.show(figure, f"""Relative error of four ways of computing the pairwise error in float32, over the offset, both axes logarithmic. The textbook
    form's error grows with the square of the offset, and passes 1 at {useless:.0e}; pair by pair it stays flat; centring first it is {at_1e4['centred']:.0e} at 10,000.""")

# %% [markdown]
# This is **catastrophic cancellation**: $n\sum d^2$ and $(\sum d)^2$ are both near $n^2 c^2$, float32 keeps about 7 digits of each, and the answer sits in the digits that were dropped. The result can even be
# negative, which no mean of squares is. Centring first subtracts while the numbers are still exact enough (Chan, Golub and LeVeque 1983). For much larger offsets it loses digits, too, because the mean itself is rounded. (The figure
# shows the formulas' own errors. What is rounded away when predictions near a million are *stored* in float32, no formula brings back.)
#
# ## 4. TensorFlow's own function
#
# The documentation gives the formula of section 1, and says that the pairs are formed *within each batch sample*. Compare the function with it, called directly (eager mode) and inside a `tf.function`, where Keras would call it.
# The third column adds 3 to all predictions, which must change nothing.

# %% nbgrader={"grade": false, "grade_id": "demo_official", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
official = tf.compat.v1.losses.mean_pairwise_squared_error
rng = np.random.default_rng(0)
labels_4, predictions_4 = (rng.normal(size=(4, 5)).astype(np.float32) for _ in range(2))


def attempt(call):
    try:
        return float(call())
    except ValueError:
        return np.nan


def compare(labels, predictions, weights):
    """The formula; the function in eager mode, with 3 added, and in a tf.function (nan: it raises an error)."""
    in_graph = tf.function(lambda a, b: official(a, b, weights))
    right = float(np.mean(pairwise_squared_error_linear(labels, predictions)))
    calls = (lambda: official(labels, predictions, weights), lambda: official(labels, predictions + 3, weights), lambda: in_graph(labels, predictions))
    return right, [attempt(call) for call in calls]

# %% nbgrader={"grade": false, "grade_id": "demo_official_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
comparisons = {
    "1 × 5, weights left out": compare(labels_4[:1], predictions_4[:1], 1.0),
    "4 × 5, weights left out": compare(labels_4, predictions_4, 1.0),
    "4 × 5, weights 1, shape (4, 1)": compare(labels_4, predictions_4, np.ones((4, 1), np.float32)),
    "4 × 5, weights 1, shape (4,) as documented": compare(labels_4, predictions_4, np.ones(4, np.float32)),
    "a vector of 5, weights left out": compare(labels_4[0], predictions_4[0], 1.0),
}


def show_value(value, right):
    return "ValueError" if np.isnan(value) else f"{value:.3f} {'✓' if np.isclose(value, right, rtol=1e-4, atol=1e-6) else '✗'}"


plots.table(
    (f"TensorFlow {tf.__version__}", "formula, mean over the batch", "eager", "eager, 3 added", "in tf.function"),
    [(name, f"{right:.3f}", *(show_value(value, right) for value in got)) for name, (right, got) in comparisons.items()],
)
verdicts = {name: [bool(np.isclose(v, right, rtol=1e-4, atol=1e-6)) for v in got] for name, (right, got) in comparisons.items()}
agreeing, asked = sum(map(sum, verdicts.values())), sum(map(len, verdicts.values()))
one_sample = all(verdicts["1 × 5, weights left out"])

# %% [markdown]
# A ✗ in this table is a fault of the version that you run; if all are ✓, a later version has mended it, and the verdict in section 8 changes by itself. Where do the wrong numbers come from? Two
# suspects, each computed without TensorFlow's function: dividing by the number of elements *of the whole batch* instead of a sample's, and adding the samples' errors without dividing by the batch size.

# %% nbgrader={"grade": false, "grade_id": "demo_official_causes", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
d_4 = (predictions_4 - labels_4).astype(float)


def with_count(d, n):
    """Sum over the batch of the textbook form, with n in place of each sample's number of elements."""
    return np.sum(2 * np.sum(d**2, axis=1) / (n - 1) - 2 * np.sum(d, axis=1) ** 2 / (n * (n - 1)))


_, (eager, eager_shifted, graph) = comparisons["4 × 5, weights left out"]
issue_labels, issue_predictions = np.array([[0.0, 0.5, 1.0]], np.float32), np.ones((1, 3), np.float32)
issue_table = (issue_labels.T - issue_labels) ** 2  # all n² pairs, since these predictions are all the same
now = float(official(issue_labels, issue_predictions))
plots.table(
    ("suspect", "gives", "TensorFlow gives"),
    [
        ("n of the whole batch (20)", f"{with_count(d_4, 20):.3f}", f"{eager:.3f} (eager)"),
        ("the same, 3 added to the predictions", f"{with_count(d_4 + 3, 20):.3f}", f"{eager_shifted:.3f} (eager)"),
        ("n of each sample (5), sum over the batch", f"{with_count(d_4, 5):.3f}", f"{graph:.3f} (in tf.function)"),
        ("all n² pairs, on the example of issue 15968", f"{issue_table.mean():.3f}", f"0.333 (1.4, as reported); {now:.3f} ({tf.__version__})"),
    ],
)

# %% [markdown]
# The last line is history: TensorFlow 1.4 averaged over all $n^2$ pairs, each element with itself too ([issue 15968](https://github.com/tensorflow/tensorflow/issues/15968); mended by
# [pull request 16433](https://github.com/tensorflow/tensorflow/pull/16433)). Two more rows of the first table are worth a look. Weights of the documented shape (batch,) raise an error for samples of five numbers. And a vector is a batch of
# single elements, which have no pairs: inside a `tf.function` the loss is 0 whatever you predict, and a network that is trained with it learns nothing. (The same surprise, from 2017: [issue 8424](https://github.com/tensorflow/tensorflow/issues/8424), *the
# loss is always zero*.) In eager mode the fault with $n$ hides it.
#
# What the weights *should* do is simple enough to write down.

# %% [markdown]
# ### Exercise: `weighted_pairwise_squared_error`
#
# | | |
# |---|---|
# | **Write** | the weighted mean of the samples' pairwise errors: $\sum_b w_b L_b \, / \, \sum_b w_b$ |
# | **Why it matters** | one of TensorFlow's faults above sits exactly here, in what the weighted sum is divided by |
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
import numpy as np

from lessonkit import checks

# By hand: the errors are (1 + 9 + 4)/3 = 14/3, (1 + 1 + 0)/3 = 2/3 and 0.
raw = (np.zeros((3, 3)), np.array([[1.0, 2.0, 4.0], [0.0, 1.0, 0.0], [5.0, 5.0, 5.0]]), np.array([0.5, 3.0, 0.5]))
slips = {
    "This is the mean of weight · error over the batch; divide by the sum of the weights, not by their number.": 13 / 9,
    "This is the weighted *sum*; divide it by the sum of the weights.": 13 / 3,
    "The weights are not used: this is the plain mean over the batch.": 16 / 9,
    "These are weighted errors of each sample; their sum is asked for.": [7 / 12, 0.5, 0.0],
    "This divides by the number of elements of the batch; divide by the sum of the weights.": 13 / 27,
    "The weights multiply d before it is squared; they multiply each sample's error.": (0.25 * 14 / 3 + 9 * 2 / 3) / 4,
    "This is half of it: each sample's error is twice the variance of d.": 13 / 24,
    "The samples' errors divide by n² instead of by the number of pairs, n(n − 1)/2.": 13 / 18,
    "This is the mean squared error, weighted; the error of pairs is asked for.": (3.5 + 1 + 12.5) / 4,
}
answer = checks.call(weighted_pairwise_squared_error, *raw)
checks.expect_close(answer, 13 / 12, "The weighted error of three samples", given=raw, slips=slips)
### BEGIN HIDDEN TESTS
import itertools

rng = np.random.default_rng(307)
for shape in ((5, 7), (4, 3, 2), (1, 3)):
    raw = (rng.normal(size=shape), rng.normal(size=shape), rng.uniform(0.0, 2.0, shape[0]))
    raw[2][1:2] = 0.0
    rows = (raw[1] - raw[0]).reshape(shape[0], -1).tolist()
    loss = [np.mean([(p - q) ** 2 for p, q in itertools.combinations(row, 2)]) for row in rows]
    expected = np.dot(loss, raw[2]) / np.sum(raw[2])
    by_count = "This divides by the number of weights that are not 0; divide by their sum."
    slips = {by_count: np.dot(loss, raw[2]) / np.count_nonzero(raw[2])}
    answer = checks.call(weighted_pairwise_squared_error, *raw)
    checks.expect_close(answer, expected, f"The weighted error of an input of shape {shape}", given=raw, slips=slips)
    # Only the weights' proportions count, however small they are.
    tiny = checks.call(weighted_pairwise_squared_error, raw[0], raw[1], raw[2] * 1e-6)
    hint = "The sum of the weights is changed before dividing (a small number added to it, or a lower bound)."
    what = "The answer changes when all weights are multiplied by the same small number."
    checks.expect(np.allclose(tiny, expected, rtol=1e-3), what, expected=expected, got=tiny, hint=hint)
answer = checks.call(weighted_pairwise_squared_error, [[0, 0], [0, 0]], [[1, 3], [2, 2]], [1, 3])
checks.expect_close(answer, 1.0, "The weighted error of lists of whole numbers")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_weighted_pairwise_squared_error_zero", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# A batch in which nothing counts has error 0, not 0/0.
raw = (np.zeros((2, 3)), np.array([[1.0, 2.0, 4.0], [0.0, 1.0, 0.0]]), np.zeros(2))
answer = checks.call(weighted_pairwise_squared_error, *raw)
hint = "The sum of the weights is 0 here, and 0/0 is nan: return 0 in that case."
checks.expect(np.isfinite(answer).all(), "With all weights 0, the answer is not a number.", got=answer, hint=hint)
checks.expect_close(answer, 0.0, "The answer for weights that are all 0", given=raw)
### BEGIN HIDDEN TESTS
# A single weight of 0 only takes its own sample out.
answer = checks.call(weighted_pairwise_squared_error, raw[0], raw[1], np.array([0.0, 2.0]))
checks.expect_close(answer, 2 / 3, "The answer where one of two weights is 0")
answer = checks.call(weighted_pairwise_squared_error, np.zeros((2, 1)), np.ones((2, 1)), np.array([0.0, 0.0]))
checks.expect_close(answer, 0.0, "The answer for weights of 0 and samples without pairs")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_weighted_pairwise_squared_error_negative", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# Weights say how much a sample counts; less than nothing is a mistake of the caller, who should hear of it.
raw = (np.zeros((2, 3)), np.array([[1.0, 2.0, 4.0], [0.0, 1.0, 0.0]]))
checks.expect_raises(ValueError, weighted_pairwise_squared_error, *raw, np.array([2.0, -1.0]), what="a negative weight")
### BEGIN HIDDEN TESTS
for weight in ([-1.0, -2.0], [1.0, -1.0], [-1e-3, 5.0]):
    what = "one or more negative weights (whatever their sum)"
    checks.expect_raises(ValueError, weighted_pairwise_squared_error, *raw, np.array(weight), what=what)
answer = checks.call(weighted_pairwise_squared_error, *raw, np.array([0.0, 1.0]))  # 0 is not negative: no error
checks.expect_close(answer, 2 / 3, "The answer where one of two weights is 0")
### END HIDDEN TESTS

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
# finite everywhere: also where predictions and labels agree, and for a single output ($n$ = 1, where the loss is 0). And as before: with 10,000
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
        Mean over the batch of each sample's mean of (d_i - d_j)**2 over pairs, where d = y_pred - y_true.
        Differentiable everywhere; 0 for samples with a single element; accurate when y_pred has a large offset.
    """
    ### BEGIN SOLUTION
    difference = tf.cast(y_pred, tf.float32) - tf.cast(y_true, tf.float32)
    n = int(np.prod(difference.shape[1:]))  # known when traced; the batch size need not be
    difference = tf.reshape(difference, (-1, n))
    centred = difference - tf.reduce_mean(difference, axis=1, keepdims=True)
    return tf.reduce_mean(2 * tf.reduce_sum(tf.square(centred), axis=1) / max(n - 1, 1))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_pairwise_mse_loss_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# By hand: d = (1, 2, 4) and (3, 3, 4); the samples' errors are (1 + 9 + 4)/3 and (0 + 1 + 1)/3, their mean 8/3.
raw = (np.array([[1, 4, 0], [0, 2, 5]], np.float32), np.array([[2, 6, 4], [3, 5, 9]], np.float32))
slips = {
    "This is the sum over the batch; its mean is asked for.": 16 / 3,
    "This is one loss for each sample; their mean is asked for.": [14 / 3, 2 / 3],
    "This divides by n where the sample variance divides by n − 1.": 16 / 9,
    "The factor 2 is missing: this is the mean of the sample variances.": 4 / 3,
    "This is the mean of the population variances; twice the sample variance is asked for.": 8 / 9,
    "This is the mean squared error of the elements; the error of pairs is asked for.": 55 / 6,
    "Pairs across the samples of the batch are compared; pairs stay within one sample: axis=1.": 2 * np.var([1, 2, 4, 3, 3, 4], ddof=1),
    "This is the variance over the whole batch; take each sample's own: axis=1.": 2 * np.var([1, 2, 4, 3, 3, 4]),
    "This is the variance over the batch (axis=0); take it within each sample: axis=1.": 5 / 3,
    "This divides by the size of the whole batch, as TensorFlow's function does in eager mode; take each sample's own n.": (
        2 * (21 / 5 - 49 / 30) + 2 * (34 / 5 - 100 / 30)
    ),
    "This is the square root of it; no root is taken.": (8 / 3) ** 0.5,
}
answer = checks.call(pairwise_mse_loss, *raw)
checks.expect_close(answer, 8 / 3, "The loss of two samples", given=raw, slips=slips)
### BEGIN HIDDEN TESTS
import itertools

rng = np.random.default_rng(308)
for shape in ((1, 2), (6, 5), (3, 4, 4, 2)):
    raw = tuple(rng.normal(size=shape).astype(np.float32) for _ in range(2))
    rows = (raw[1] - raw[0]).reshape(shape[0], -1).tolist()
    expected = np.mean([np.mean([(p - q) ** 2 for p, q in itertools.combinations(row, 2)]) for row in rows])
    answer = checks.call(pairwise_mse_loss, *raw)
    checks.expect_close(answer, expected, f"The loss of random samples of shape {shape}", given=raw)
answer = checks.call(pairwise_mse_loss, [[0, 0, 0], [0, 1, 0]], [[1, 2, 4], [0, 1, 0]])
checks.expect_close(answer, 7 / 3, "The loss of lists of whole numbers")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_mse_loss_in_tf_function", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# As Keras uses it: inside a tf.function that does not know the batch size.
raw = (np.array([[1, 4, 0], [0, 2, 5]], np.float32), np.array([[2, 6, 4], [3, 5, 9]], np.float32))
slips = {"Inside a tf.function this is the sum over the batch, as TensorFlow's own function gives there.": 16 / 3}
answer = checks.in_tf_function(pairwise_mse_loss, *raw)
checks.expect_close(answer, 8 / 3, "The loss of two samples inside a tf.function", given=raw, slips=slips)
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(309)
for shape in ((5, 8), (3, 2, 6), (1, 4)):
    raw = tuple(rng.normal(size=shape).astype(np.float32) for _ in range(2))
    rows = (raw[1] - raw[0]).reshape(shape[0], -1)
    expected = np.mean(2 * np.var(rows, axis=1, ddof=1))
    answer = checks.in_tf_function(pairwise_mse_loss, *raw)
    checks.expect_close(answer, expected, f"The loss inside a tf.function, for samples of shape {shape},", given=raw)
answer = checks.in_tf_function(pairwise_mse_loss, np.zeros((3, 1)), np.ones((3, 1)))
checks.expect_close(answer, 0.0, "The loss inside a tf.function, for samples with one element,")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_mse_loss_gradient", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# By hand: one sample with d = (0, 0, 3), so 4/(n − 1)·(d − mean of d) = 2·(−1, −1, 2).
raw = (np.zeros((1, 3)), np.array([[0.0, 0.0, 3.0]]))
gradient = checks.gradient(pairwise_mse_loss, *raw, wrt=1)
what = "The gradient of the loss to the predictions"
checks.expect_close(gradient, [[-2.0, -2.0, 4.0]], what, given=raw)
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(310)
for shape in ((4, 6), (2, 3, 3)):
    raw = (rng.normal(size=shape), rng.normal(size=shape))
    rows = (raw[1] - raw[0]).reshape(shape[0], -1)
    centred = rows - np.mean(rows, axis=1, keepdims=True)
    expected = (4 / (rows.shape[1] - 1) / shape[0] * centred).reshape(shape)
    gradient = checks.gradient(pairwise_mse_loss, *raw, wrt=1)
    checks.expect_close(gradient, expected, f"{what}, for random samples of shape {shape},", given=raw, atol=1e-5)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_mse_loss_gradient_finite", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks


def loss(y_true, y_pred):
    """The student's loss; a loss that is constant (no pairs) has the gradient 0."""
    return pairwise_mse_loss(y_true, y_pred) + 0.0 * y_pred[0, 0]


# A perfect fit is where training ends: loss and gradient are 0 there, not nan.
raw = (np.array([[1.0, 4.0, 0.0], [0.0, 2.0, 5.0]]), np.array([[1.0, 4.0, 0.0], [0.0, 2.0, 5.0]]))
gradient = checks.gradient(loss, *raw, wrt=1)
what = "The gradient holds nan or inf where predictions and labels are equal."
hint = "Look for a root (its derivative at 0 is infinite) and for a division by 0; tf.where hides neither from the gradient."
checks.expect(np.isfinite(gradient).all(), what, given=raw, expected=np.zeros((2, 3)), got=gradient, hint=hint)
checks.expect_close(gradient, np.zeros((2, 3)), "The gradient for equal predictions and labels", given=raw)
### BEGIN HIDDEN TESTS
raw = (raw[0], raw[0] + np.array([[2.0], [-1.0]]))
gradient = checks.gradient(loss, *raw, wrt=1)
what = "The gradient holds nan or inf where predictions and labels differ by a constant."
checks.expect(np.isfinite(gradient).all(), what, given=raw, expected=np.zeros((2, 3)), got=gradient, hint=hint)
checks.expect_close(gradient, np.zeros((2, 3)), "The gradient for a constant difference", given=raw)
raw = (np.zeros((2, 1)), np.ones((2, 1)))
answer, gradient = checks.call(pairwise_mse_loss, *raw), checks.gradient(loss, *raw, wrt=1)
single = "With a single element, n − 1 is 0, and 0/0 is nan: divide by max(n − 1, 1)."
what = "The loss of samples with one element is not a number."
checks.expect(np.isfinite(answer).all(), what, given=raw, expected=0.0, got=answer, hint=single)
checks.expect_close(answer, 0.0, "The loss of samples with one element", given=raw)
what = "The gradient holds nan or inf for samples with one element."
checks.expect(np.isfinite(gradient).all(), what, given=raw, expected=np.zeros((2, 1)), got=gradient, hint=hint)
checks.expect_close(gradient, np.zeros((2, 1)), "The gradient for samples with one element", given=raw)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_mse_loss_offset", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# 10,000 is added to predictions in float32, which holds all of these numbers exactly. The loss stays the same.
near = (np.zeros((2, 4), np.float32), np.array([[0.0, 1.0, 2.0, 5.0], [3.0, 3.5, 3.0, 3.5]], np.float32))
raw = (near[0], near[1] + np.float32(1e4))
expected = (2 * 14 / 3 + 2 * 0.25 / 3) / 2
answer, without = checks.call(pairwise_mse_loss, *raw), checks.call(pairwise_mse_loss, *near)
textbook = "Without the offset it is right. In float32 a difference of two huge sums of squares cancels: take each sample's mean away first."
only_far = without.shape == () and np.allclose(without, expected, rtol=1e-4)
what = "The loss of float32 predictions with 10,000 added is wrong."
checks.expect_shape(answer, (), "The loss of float32 predictions with 10,000 added")
close = np.allclose(answer, expected, rtol=1e-4, atol=0)
checks.expect(close, what, given=raw, expected=expected, got=answer, hint=textbook if only_far else "")
### BEGIN HIDDEN TESTS
import math

rng = np.random.default_rng(314)
for shape in ((2, 1000), (1, 25, 44)):
    labels = rng.normal(0.0, 2.0, shape).astype(np.float32)
    raw = (labels, (labels + rng.normal(0.0, 3.0, shape) + 1e4).astype(np.float32))
    rows = (raw[1].astype(float) - raw[0].astype(float)).reshape(shape[0], -1).tolist()
    means = [math.fsum(row) / len(row) for row in rows]
    losses = [2 * math.fsum([(d - m) ** 2 for d in row]) / (len(row) - 1) for row, m in zip(rows, means, strict=True)]
    expected = math.fsum(losses) / len(losses)
    for where, answer in (
        ("", checks.call(pairwise_mse_loss, *raw)),
        (" inside a tf.function", checks.in_tf_function(pairwise_mse_loss, *raw)),
    ):
        what = f"The loss of many float32 predictions with 10,000 added{where} is wrong by more than 1 in 10,000."
        close = np.shape(answer) == () and np.allclose(answer, expected, rtol=1e-4, atol=0)
        checks.expect(close, what, given=raw, expected=expected, got=answer, hint=textbook if only_far else "")
### END HIDDEN TESTS

# %% [markdown]
# The task: from three numbers predict a profile of twelve, say the temperature every two hours. Height and phase of the wave depend on the inputs; the level is 10 degrees for all.

# %% nbgrader={"grade": false, "grade_id": "demo_compile", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def profiles(n, rng, own_level=False):
    """Inputs (n, 3) and profiles (n, 12) around the level 10, or around a level that the third input says."""
    inputs = rng.uniform(-1, 1, (n, 3))
    wave = (2 + inputs[:, :1]) * np.sin(2 * np.pi * (np.arange(12) / 12 + inputs[:, 1:2] / 4))
    return inputs, wave + 10 + (3 * inputs[:, 2:] if own_level else 0)


def small_network(n_inputs=3, n_outputs=12, width=32):
    hidden = [keras.layers.Dense(width, activation="relu") for _ in range(2)]
    return keras.Sequential([keras.Input((n_inputs,)), *hidden, keras.layers.Dense(n_outputs)])


inputs, targets = profiles(300, np.random.default_rng(5))
test_inputs, test_targets = profiles(300, np.random.default_rng(6))
network = small_network()
network.compile(optimizer=keras.optimizers.Adam(0.003), loss=pairwise_mse_loss)
network.fit(inputs, targets, epochs=60, verbose=0, callbacks=[training.epoch_bar("Training with your pairwise loss")])
outputs = network.predict(test_inputs, verbose=0)
offset = np.mean(network.predict(inputs, verbose=0) - targets)  # one number, from the training data

# %% nbgrader={"grade": false, "grade_id": "demo_compile_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def rms(values):
    return np.sqrt(np.mean(np.square(values)))


rms_before, rms_after = (rms(outputs - shift - test_targets) for shift in (0.0, offset))
hours = np.arange(0, 24, 2)

figure, axes = plt.subplots(1, 3, figsize=(10, 3.4), sharey=True)
for number, axis in enumerate(axes):
    axis.plot(hours, test_targets[number], "o", color="black", label="target")
    axis.plot(hours, outputs[number], "--", color=plots.COLORS["red"], label="network")
    axis.plot(hours, outputs[number] - offset, color=plots.COLORS["blue"], label="network, one number taken off")
    axis.set(xlabel="hour", title=f"test profile {number}")
axes[0].set_ylabel("degrees")
axes[0].legend(loc="center", bbox_to_anchor=(0.5, 0.53), fontsize=9)
figure.suptitle(f"The shape is learnt, the level is not: off by {offset:.1f} degrees. One number mends it: error {rms_before:.2f} → {rms_after:.2f}", x=0.01, ha="left")
plots.show(figure, f"""Three test profiles. The network's output has the shape of the target but lies about {abs(offset):.1f} degrees off; after
    subtracting one number, the same for all, it lies on the targets. Root mean square error {rms_before:.2f} before, {rms_after:.2f} after.""")

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
# Compare three ways to train the same network, on the profiles with one level and on profiles whose level depends on the third input: with the mean squared error; with the mean squared error after
# taking the mean of the training targets off (so that the network does not have to climb to 10 degrees first); and with your loss. Three random starts each. The error is split: **shape** is what is wrong within a profile around its own mean, **level** what is wrong with that
# mean.

# %% nbgrader={"grade": false, "grade_id": "demo_losses", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def train_profiles(own_level, loss, centre):
    """A function that trains a fresh network and returns its errors on new profiles, before and after one number is taken off."""
    x, y = profiles(300, np.random.default_rng(7), own_level)
    x_new, y_new = profiles(300, np.random.default_rng(8), own_level)
    start = y.mean() if centre else 0.0

    def run(seed):
        model = small_network()
        training.fit(model, x, y - start, epochs=80, learning_rate=0.003, loss=loss)
        seen, new = (model(tf.constant(part, tf.float32)).numpy() + start for part in (x, x_new))
        wrong = new - y_new
        level = wrong.mean(axis=1)
        return {"shape": rms(wrong - level[:, None]), "level": rms(level), "level, one number taken off": rms(level - np.mean(seen - y))}

    return run


ways = {"MSE": (None, False), "MSE, mean taken off first": (None, True), "pairwise": (pairwise_mse_loss, False)}
trained = {
    (own, way): training.over_seeds(train_profiles(own, *options), range(3), f"{way}, {'own levels' if own else 'one level'}")
    for own in (False, True) for way, options in ways.items()
}

# %% nbgrader={"grade": false, "grade_id": "demo_losses_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
styles = {"shape": ("o", "blue"), "level": ("X", "red"), "level, one number taken off": ("s", "orange")}
left_over = {own: np.median(trained[own, "pairwise"]["level, one number taken off"]) for own in (False, True)}
titles = {
    False: f"One level for all: one number leaves {left_over[False]:.2f} degrees",
    True: f"A level of its own: one number leaves {left_over[True]:.2f} degrees",
}

figure, axes = plt.subplots(1, 2, figsize=(10, 3.4), sharey=True, sharex=True)
for own, axis in zip((False, True), axes, strict=True):
    for row, way in enumerate(ways):
        for part, (marker, color) in styles.items():
            axis.plot(trained[own, way][part], np.full(3, row), marker, color=plots.COLORS[color], alpha=0.7, label=part if row == 0 else None)
    axis.set(yticks=range(3), yticklabels=ways, ylim=(2.5, -1.1), xscale="log", xlim=(0.003, 30), xlabel="root mean square error (degrees)")
    axis.set_title(titles[own], fontsize=10)
axes[0].legend(loc="upper left", ncols=3, fontsize=8, columnspacing=0.8, handletextpad=0.1)
plots.show(figure, "Shape and level errors of three ways to train, three runs each, in two panels. Medians: " + "; ".join(
    f"{'own levels' if own else 'one level'}, {way}: " + ", ".join(f"{part} {np.median(values):.3f}" for part, values in parts.items())
    for (own, way), parts in trained.items()) + ".")

# %% [markdown]
# With a level of its own for each profile, the pairwise loss never looks at it, and the network never learns it; one number cannot give back what was different from sample to sample. That makes the rule: **use a
# pairwise loss where the level means nothing (or is known otherwise), not where it is part of the answer.** What the loss does look at, the shape, it learns at least as well as the others here (blue): it has nothing else to learn.
#
# ## 6. A linear layer or a softmax?
#
# *It is a regression loss, so the layer before it is linear.* Take a sample whose label is class 0 of five, and a network that is sure of class 1: its logits are 0 except for a lead of $a$ for class 1. How strong is the
# gradient that reaches the logits? Compare the pairwise loss on the raw outputs, the pairwise loss on their softmax, and the cross-entropy of lesson 02.

# %% nbgrader={"grade": false, "grade_id": "demo_gradients", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
class_0 = tf.constant([[1.0, 0.0, 0.0, 0.0, 0.0]])
losses = {
    "pairwise, linear output": lambda z: pairwise_mse_loss(class_0, z),
    "pairwise, softmax output": lambda z: pairwise_mse_loss(class_0, tf.nn.softmax(z)),
    "cross-entropy": lambda z: tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(class_0, z)),
}


def lead_of(a):
    return tf.constant([[0.0, float(a), 0.0, 0.0, 0.0]])


def slope(loss, z):
    """Norm of the gradient to the logits."""
    with tf.GradientTape() as tape:
        tape.watch(z)
        value = loss(z)
    return float(tf.norm(tape.gradient(value, z)))


leads = np.linspace(0, 15, 31)
gradients = {name: np.array([slope(loss, lead_of(a)) for a in leads]) for name, loss in losses.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_descent", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def descend(loss, z, steps=3000, rate=0.5):
    """The loss along plain gradient descent on the logits, relative to its start."""

    @tf.function
    def run(z):
        values = tf.TensorArray(tf.float32, size=steps)
        for step in tf.range(steps):
            with tf.GradientTape() as tape:
                tape.watch(z)
                value = loss(z)
            values = values.write(step, value)
            z -= rate * tape.gradient(value, z)
        return values.stack()

    values = run(z).numpy()
    return values / values[0]


falls = {name: descend(loss, lead_of(8)) for name, loss in losses.items()}
half = {name: int(np.argmax(fall < 0.5)) if (fall < 0.5).any() else None for name, fall in falls.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_gradients_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
at_10 = {name: values[np.argmin(np.abs(leads - 10))] for name, values in gradients.items()}
steps_text = {name: f"{count:,}" if count is not None else "over 3,000" for name, count in half.items()}

figure, (left, right) = plt.subplots(1, 2, figsize=(10.5, 3.8))
for (name, values), style, color in zip(gradients.items(), ("-", "--", ":"), ("blue", "red", "black"), strict=True):
    left.semilogy(leads, values, style, color=plots.COLORS[color], label=name)
    right.semilogx(np.arange(1, 3001), falls[name], style, color=plots.COLORS[color], label=f"{name}: half at step {steps_text[name]}")
left.set(xlabel="lead of the wrong class, a", ylabel="norm of the gradient to the logits")
left.set_title(f"At a = 10: {at_10['pairwise, softmax output']:.0e} through the softmax, {at_10['pairwise, linear output']:.0f} without", fontsize=10)
left.legend(fontsize=9)
right.set(xlabel="step of gradient descent from a = 8", ylabel="loss / loss at the start", ylim=(-0.05, 1.9))
right.set_title("The surer the softmax, the longer it stays wrong", fontsize=10)
right.legend(fontsize=9, loc="upper right")
plots.show(figure, "Left: norm of the gradient over the lead of the wrong class. At 10: " + "; ".join(f"{name} {value:.2g}" for name, value in at_10.items())
           + ". Right: the loss along gradient descent from a lead of 8; steps to half of it: " + "; ".join(f"{name} {text}" for name, text in steps_text.items()) + ".")

# %% [markdown]
# Where the softmax saturates, its derivative $p_i(\delta_{ij} - p_j)$ is nearly 0, and the chain rule multiplies the gradient of *any* squared loss by it. The cross-entropy is not spared by luck: its gradient to the probabilities grows like $1/p$, which cancels that factor
# and leaves $p - y$ (lesson 02). So for squared losses, pairwise or not: linear outputs. For classes: cross-entropy.
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


def scene(rng):
    """Brightness and depth (16, 16) of a room with its floor 1 below the camera, a wall behind and two balls."""
    distance = rng.uniform(4, 7) / rays[..., 2]
    normal = np.broadcast_to([0.0, 0.0, -1.0], rays.shape).copy()
    floor = np.where(rays[..., 1] < -1e-3, -1 / np.minimum(rays[..., 1], -1e-3), np.inf)
    normal[floor < distance] = (0.0, 1.0, 0.0)
    distance = np.minimum(distance, floor)
    for _ in range(2):
        centre = np.array([rng.uniform(-1.5, 1.5), rng.uniform(-0.6, 0.5), rng.uniform(2.2, 4)])
        radius, along = rng.uniform(0.4, 0.8), rays @ centre
        under_root = along**2 - centre @ centre + radius**2
        ball = np.where(under_root > 0, along - np.sqrt(np.maximum(under_root, 0)), np.inf)
        nearer = ball < distance
        normal[nearer] = (rays[nearer] * ball[nearer, None] - centre) / radius
        distance = np.minimum(distance, ball)
    return 0.15 + 0.85 * np.maximum(normal @ light, 0), distance * rays[..., 2]

# %% nbgrader={"grade": false, "grade_id": "demo_scene_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
rng = np.random.default_rng(9)
brightness, depth = (np.array(part) for part in zip(*(scene(rng) for _ in range(600)), strict=True))
scale = np.exp(rng.normal(0.0, 1.0, (600, 1, 1)))  # houses and doll's houses: the image does not say which
depth = depth * scale

figure, axes = plt.subplots(1, 3, figsize=(10, 3.3))
one = np.argmax(brightness.std(axis=(1, 2)))  # the image with the strongest contrast
for axis, picture, title, cmap in zip(axes, (brightness[one], depth[one], depth[one] / 10), ("One image …", "… is that of a room …", "… and of a doll's house"), ("gray", "viridis", "viridis"), strict=True):
    shown = axis.imshow(picture, cmap=cmap)
    axis.set_title(title, fontsize=10)
    axis.set(xticks=[], yticks=[])
    axis.grid(False)
    figure.colorbar(shown, ax=axis, label="brightness" if cmap == "gray" else "depth (metres)", shrink=0.85)
plots.show(figure, f"""Three panels. A grey image of a floor, a wall and balls; a map of its depth from {depth[one].min():.1f} to {depth[one].max():.1f} metres; and the same map
    with a tenth of these depths, which belongs to the same image.""")

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
# `np.log` of both arguments, then the function that you have.
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
        True and predicted depths, all positive. All dimensions after the first belong to one sample.

    Returns
    -------
    array, shape (batch,)
        The mean over pairs i < j of (log(pred_i / pred_j) - log(true_i / true_j))**2; 0 for single elements.

    References
    ----------
    Eigen, Puhrsch and Fergus (2014), arXiv:1406.2283, section 3.2 (there divided by the n * n ordered pairs).
    """
    ### BEGIN SOLUTION
    log_true = np.log(np.asarray(depth_true, dtype=float))
    log_pred = np.log(np.asarray(depth_pred, dtype=float))
    return pairwise_squared_error_linear(log_true, log_pred)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_scale_invariant_log_error_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# By hand, with e = exp(1): the logarithms differ by d = (1, 2, 4), and the pairs give (1 + 9 + 4)/3.
raw = (np.array([[1.0, 3.0, 2.0]]), np.array([[1.0, 3.0, 2.0]]) * np.exp([[1.0, 2.0, 4.0]]))
gap = np.log(np.abs(raw[1] - raw[0]))
plus = np.log1p(raw[1]) - np.log1p(raw[0])
slips = {
    "These are the depths themselves; take their logarithms first.": 2 * np.var(raw[1] - raw[0], axis=1, ddof=1),
    "This is the logarithm of the difference; take the difference of the logarithms.": 2 * np.var(gap, axis=1, ddof=1),
    "These are logarithms to base 10; natural ones (np.log) are asked for.": [14 / 3 / np.log(10) ** 2],
    "These are logarithms to base 2; natural ones (np.log) are asked for.": [14 / 3 / np.log(2) ** 2],
    "This is log(1 + depth), which a factor changes; take log(depth).": 2 * np.var(plus, axis=1, ddof=1),
    "This is the mean square of the log differences; the error of pairs leaves out what they have in common.": [7.0],
    "This is Eigen's loss for training (λ = ½), which is only half invariant; the pairwise error is asked for.": [7 - 49 / 18],
    "This is the variance (what Eigen's error is for λ = 1); twice the sample variance is asked for.": [14 / 9],
    "The factor 2 is missing: this is the sample variance of the log differences.": [7 / 3],
    "This averages over n² pairs, each element with itself too; there are n(n − 1)/2 pairs.": [28 / 9],
    "This is the pairwise error of exp(depth); the logarithm is its inverse.": 2 * np.var(np.exp(raw[1]) - np.exp(raw[0]), axis=1, ddof=1),
    "This is one number for the whole batch; one for each sample is asked for.": 14 / 3,
}
answer = checks.call(scale_invariant_log_error, *raw)
checks.expect_close(answer, [14 / 3], "The error of three depths", given=raw, slips=slips)
### BEGIN HIDDEN TESTS
import itertools
import math

rng = np.random.default_rng(311)
for shape in ((3, 5), (2, 3, 4), (4, 1), (3,)):
    raw = (rng.uniform(0.5, 20.0, shape), rng.uniform(0.5, 20.0, shape))
    rows = zip(raw[0].reshape(shape[0], -1).tolist(), raw[1].reshape(shape[0], -1).tolist(), strict=True)
    pairs = [itertools.combinations(zip(true, pred, strict=True), 2) for true, pred in rows]
    terms = [[(math.log(p / q) - math.log(t / u)) ** 2 for (t, p), (u, q) in row] for row in pairs]
    expected = [np.mean(row) if row else 0.0 for row in terms]
    answer = checks.call(scale_invariant_log_error, *raw)
    checks.expect_close(answer, expected, f"The error of random depths of shape {shape}", given=raw)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_scale_invariant_log_error_scale", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# A doll's house, ten times smaller, is as good a guess as the house.
raw = (np.array([[2.0, 5.0, 3.0]]), np.array([[0.2, 0.6, 0.3]]))
answers = [checks.call(scale_invariant_log_error, raw[0], raw[1] * scale) for scale in (1.0, 10.0)]
what = "The answer changes when all predicted depths are multiplied by a constant."
checks.expect_shape(answers[0], (1,), "The error of one sample")
checks.expect(np.allclose(*answers, rtol=1e-3), what, given=raw, expected=answers[0], got=answers[1])
expected = [2 * np.log(1.2) ** 2 / 3]
checks.expect_close(answers[0], expected, "The error where one of three depths is 20 % too large", given=raw, rtol=1e-3)
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(312)
raw = (rng.uniform(1.0, 10.0, (4, 6)), rng.uniform(1.0, 10.0, (4, 6)))
base = checks.call(scale_invariant_log_error, *raw)
checks.expect_close(base, 2 * np.var(np.log(raw[1] / raw[0]), axis=1, ddof=1), "The error of random depths", given=raw)
scale = rng.uniform(0.01, 100.0, (4, 1))
for which, other in (("predicted", (raw[0], raw[1] * scale)), ("true", (raw[0] * scale, raw[1]))):
    answer = checks.call(scale_invariant_log_error, *other)
    what = f"The answer changes when each sample's {which} depths are multiplied by a factor of its own."
    checks.expect(np.allclose(answer, base, rtol=1e-3), what, expected=base, got=answer)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_scale_invariant_log_error_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# Lists of whole numbers are data, too.
answer = checks.call(scale_invariant_log_error, [[1, 2], [3, 3]], [[5, 10], [1, 2]])
expected = [0.0, np.log(2.0) ** 2]
checks.expect_close(answer, expected, "The answer for lists of whole numbers", given="[[1, 2], [3, 3]], [[5, 10], [1, 2]]")
### BEGIN HIDDEN TESTS
raw = (np.array([[4, 1, 2]]), np.array([[2, 1, 1]]))
answer = checks.call(scale_invariant_log_error, *raw)
checks.expect_close(answer, [2 * np.log(2.0) ** 2 / 3], "The answer for arrays of whole numbers", given=raw)
### END HIDDEN TESTS

# %% [markdown]
# One network with three losses, three random starts each: the mean squared error of the depth, that of its logarithm, and the pairwise error of its logarithm (your `pairwise_mse_loss`). All are judged on 200 new images by your `scale_invariant_log_error`. The best constant of lesson 01
# becomes the best constant *map*: the mean of the training maps (of the logarithms).

# %% nbgrader={"grade": false, "grade_id": "demo_depth", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
pixels, log_depth = brightness.reshape(600, 256) - brightness.mean(), np.log(depth).reshape(600, 256)


def train_depth(target, loss, to_depth):
    """A function that trains a fresh network on 400 images and returns error and depth maps for the other 200."""
    mean = target[:400].mean()

    def run(seed):
        model = small_network(256, 256, width=64)
        training.fit(model, pixels[:400], target[:400] - mean, epochs=60, learning_rate=0.002, loss=loss)
        maps = to_depth(model(tf.constant(pixels[400:], tf.float32)).numpy() + mean)
        return {"error": np.mean(scale_invariant_log_error(depth[400:].reshape(200, 256), maps)), "maps": maps}

    return run


depth_plan = {
    "MSE of depth": train_depth(np.exp(log_depth), None, lambda z: np.maximum(z, 0.01)),  # depth is positive
    "MSE of log depth": train_depth(log_depth, None, np.exp),
    "pairwise, log depth": train_depth(log_depth, pairwise_mse_loss, np.exp),
}
depth_runs = {name: training.over_seeds(run, range(3), f"Depth: {name}") for name, run in depth_plan.items()}
flat_error = np.mean(scale_invariant_log_error(depth[400:].reshape(200, 256), np.tile(np.exp(log_depth[:400].mean(axis=0)), (200, 1))))

# %% nbgrader={"grade": false, "grade_id": "demo_depth_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
depth_medians = {name: np.median(run["error"]) for name, run in depth_runs.items()}

figure, axis = plt.subplots(figsize=(9, 2.6))
for row, run in enumerate(depth_runs.values()):
    axis.plot(run["error"], np.full(3, row), "o", color=plots.COLORS["blue"], alpha=0.7)
axis.axvline(flat_error, color="black", linestyle="--")
axis.text(flat_error, -0.45, " the mean map", fontsize=9)
axis.set(yticks=range(3), yticklabels=[f"{name}: {value:.3f}" for name, value in depth_medians.items()], ylim=(2.5, -0.7), xlim=(0, None), xlabel="scale-invariant log error on new images (three runs each)")
axis.set_title(f"The loss that ignores the unknown scale errs by {depth_medians['pairwise, log depth']:.3f}, the others by "
               f"{depth_medians['MSE of log depth']:.3f} and {depth_medians['MSE of depth']:.3f}")
plots.show(figure, "Scale-invariant log error on new images, medians of three runs: " + "; ".join(f"{name} {value:.3f}" for name, value in depth_medians.items())
           + f"; the mean of the training maps: {flat_error:.3f}.")

# %% nbgrader={"grade": false, "grade_id": "demo_depth_maps", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
pick = np.argmax(brightness[400:].std(axis=(1, 2)))  # the new image with the strongest contrast
truth = log_depth[400 + pick]
pictures, on_this = {"image": brightness[400 + pick], "true": (truth - truth.mean()).reshape(16, 16)}, []
for name, run in depth_runs.items():
    guess = np.log(run["maps"][np.argsort(run["error"])[1], pick])  # the median run
    pictures[name] = (guess - guess.mean()).reshape(16, 16)
    on_this.append(float(scale_invariant_log_error(np.exp(truth)[None], np.exp(guess)[None])[0]))

figure, axes = plt.subplots(1, 5, figsize=(11, 2.7))
for axis, (name, picture) in zip(axes, pictures.items(), strict=True):
    shown = axis.imshow(picture, **({"cmap": "gray"} if name == "image" else {"cmap": "viridis", "vmin": -1.2, "vmax": 1.2}))
    axis.set_title(name, fontsize=9)
    axis.set(xticks=[], yticks=[])
    axis.grid(False)
figure.colorbar(shown, ax=axes, label="log depth − mean", shrink=0.8)
figure.suptitle("A new image: errors " + ", ".join(f"{error:.3f} ({name})" for error, name in zip(on_this, depth_runs, strict=True)), x=0.01, ha="left", fontsize=11)
plots.show(figure, "A new image, its true log depth (mean taken off), and the maps of the median run of each loss: " + ", ".join(depth_runs) + ".")

# %% [markdown]
# The mean squared error spends the network's capacity on a factor that no image tells, and what it fits there is chance: on new images that is noise in the maps. (The depth itself is worst: a few huge houses make up most of its squares.)
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
        Mean of log(1 + exp(-(s_i - s_j))) over the pairs with relevance_i > relevance_j; 0 if there are none.

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
import numpy as np

from lessonkit import checks


def softplus(*values):
    """log(1 + exp(x)) of each value."""
    return np.log1p(np.exp(np.array(values)))


# By hand: the ordered pairs are (0, 1), (0, 2) and (3, 1), (3, 2), (0, 3); elements 1 and 2 are a tie.
raw = (np.array([1.0, 2.0, -1.0, 0.5]), np.array([2.0, 0.0, 0.0, 1.0]))
margins = np.array([-1.0, 2.0, -1.5, 1.5, 0.5])
slips = {
    "The sign is wrong: a pair in the right order (s_i > s_j) should cost little.": np.mean(softplus(*margins)),
    "This is the sum over the ordered pairs; their mean is asked for.": np.sum(softplus(*-margins)),
    "Pairs of equal relevance are counted; they have no order.": (np.sum(softplus(*-margins)) + np.sum(softplus(3, -3))) / 7,
    "Pairs of equal relevance (even elements with themselves) are counted; they have no order.": (
        (np.sum(softplus(*-margins)) + np.sum(softplus(3, -3)) + 4 * np.log(2)) / 11
    ),
    "The sum is divided by n² instead of by the number of ordered pairs.": np.sum(softplus(*-margins)) / 16,
    "The sum is divided by n(n − 1)/2; elements of equal relevance make no pair.": np.sum(softplus(*-margins)) / 6,
    "The sum is divided by n instead of by the number of ordered pairs.": np.sum(softplus(*-margins)) / 4,
    "This is the hinge loss max(0, 1 − (s_i − s_j)); the logistic one is asked for.": np.mean(np.maximum(0, 1 - margins)),
    "This is the mean of the sigmoids; take −log of them, log(1 + exp(−(s_i − s_j))).": np.mean(1 / (1 + np.exp(-margins))),
    "This is the share of pairs in the wrong order; the logistic loss is asked for.": 0.4,
    "The pairs are weighted by their difference in relevance; each ordered pair counts once.": (
        np.dot(np.array([2, 2, 1, 1, 1]), softplus(*-margins)) / 5
    ),
}
answer = checks.call(pairwise_logistic_loss, *raw)
checks.expect_close(answer, np.mean(softplus(*-margins)), "The loss of a list of four", given=raw, slips=slips)
### BEGIN HIDDEN TESTS
import math

rng = np.random.default_rng(313)
for n in (2, 5, 20):
    raw = (rng.normal(0.0, 2.0, n), rng.permutation(np.arange(n) // 2 * 0.5 + (np.arange(n) == 1)))
    pairs = [(i, j) for i in range(n) for j in range(n) if raw[1][i] > raw[1][j]]
    expected = math.fsum([math.log1p(math.exp(raw[0][j] - raw[0][i])) for i, j in pairs]) / len(pairs)
    answer = checks.call(pairwise_logistic_loss, *raw)
    checks.expect_close(answer, expected, f"The loss of a random list of {n}", given=raw)
    shifted = checks.call(pairwise_logistic_loss, raw[0] + 5.0, raw[1])
    what = "The loss changes when a constant is added to all scores."
    checks.expect(np.allclose(shifted, answer, rtol=1e-4), what, expected=answer, got=shifted)
answer = checks.call(pairwise_logistic_loss, [2, 0], [3, 1])
checks.expect_close(answer, softplus(-2)[0], "The loss of lists of whole numbers")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_logistic_loss_large_scores", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# Far apart: in the right order a pair costs nothing, in the wrong order its distance.
hint = "exp overflows: log(1 + exp(z)) is np.logaddexp(0, z), or tf.nn.softplus(z)."
for scores, expected in ((np.array([1000.0, -1000.0]), 0.0), (np.array([-1000.0, 1000.0]), 2000.0)):
    answer = checks.call(pairwise_logistic_loss, scores, np.array([1.0, 0.0]))
    what = "The loss of two scores that are 2,000 apart is not a number."
    checks.expect(np.isfinite(answer).all(), what, given=scores, expected=expected, got=answer, hint=hint)
    slips = {"exp is clipped, or its argument is: the loss stops growing.": answer} if expected and answer < 1999 else {}
    checks.expect_close(answer, expected, "The loss of two scores that are 2,000 apart", given=scores, slips=slips)
### BEGIN HIDDEN TESTS
for scale in (50.0, 1e3, 1e4):
    scores, relevance = np.array([1.0, -1.0, 0.0]) * scale, np.array([1.0, 3.0, 2.0])
    answer = checks.call(pairwise_logistic_loss, scores, relevance)
    what = "The loss of scores far apart, in the wrong order,"
    checks.expect(np.isfinite(answer).all(), f"{what} is not a number.", expected=4 * scale / 3, got=answer, hint=hint)
    checks.expect_close(answer, 4 * scale / 3, what, given=scores)
    answer = checks.call(pairwise_logistic_loss, -scores, relevance)
    checks.expect(np.isfinite(answer).all(), "The loss of scores far apart is not a number.", got=answer, hint=hint)
    checks.expect_close(answer, 0.0, "The loss of scores far apart, in the right order,", given=scores)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_pairwise_logistic_loss_no_order", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# Where all are equally relevant, every order is right.
raw = (np.array([1.0, 2.0, 3.0]), np.array([1.0, 1.0, 1.0]))
answer = checks.call(pairwise_logistic_loss, *raw)
hint = "There is no pair with an order, and the mean of nothing is 0/0: return 0 in that case."
checks.expect(np.isfinite(answer).all(), "Without an ordered pair, the loss is not a number.", got=answer, hint=hint)
checks.expect_close(answer, 0.0, "The loss of a list in which all are equally relevant", given=raw)
### BEGIN HIDDEN TESTS
checks.expect_close(checks.call(pairwise_logistic_loss, np.array([4.0]), np.array([2.0])), 0.0, "The loss of a list of one")
answer = checks.call(pairwise_logistic_loss, np.array([-5.0, 7.0]), np.array([0.0, 0.0]))
checks.expect_close(answer, 0.0, "The loss of two elements, both with relevance 0,")
### END HIDDEN TESTS

# %% [markdown]
# The lists: 12 items, six features each, ratings from a hidden taste plus noise. In one experiment all lists use the same scale; in the other each list has a rater of its own, with their own zero and their own generosity: rating = $a_q + b_q \cdot$ taste, $b_q > 0$.
# The same network scores every item, trained with the mean squared error, your pairwise loss, and the pairwise logistic loss (for a batch of lists, in TensorFlow; the cell checks it against yours). **Kendall's tau** on new lists judges: the share of pairs in the right order minus the share in the wrong one.
#
# **Predict.** Which losses does the raters' $a_q$ disturb? Which $b_q$?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_ranking", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
from scipy.stats import kendalltau


def rated_lists(n, rng, own_scale):
    """Features (n, 12, 6) and ratings (n, 12)."""
    features = rng.normal(size=(n, 12, 6))
    taste = features[..., 0] + np.tanh(2 * features[..., 1]) + 0.5 * features[..., 2] * features[..., 3] + rng.normal(0, 0.5, (n, 12))
    zero, generosity = rng.normal(0, 2, (n, 1)), np.exp(rng.normal(0, 1, (n, 1)))
    return features, zero + generosity * taste if own_scale else taste


def logistic(ratings, scores):
    """The pairwise logistic loss of each list of a batch, averaged."""
    ordered = tf.cast(ratings[:, :, None] > ratings[:, None, :], tf.float32)
    terms = ordered * tf.nn.softplus(scores[:, None, :] - scores[:, :, None])
    return tf.reduce_mean(tf.reduce_sum(terms, axis=(1, 2)) / tf.maximum(tf.reduce_sum(ordered, axis=(1, 2)), 1.0))


some = np.random.default_rng(10).normal(size=(2, 5, 12)).astype(np.float32)
yours = np.mean([float(pairwise_logistic_loss(scores, ratings)) for ratings, scores in zip(*some, strict=True)])
if not np.isclose(logistic(*map(tf.constant, some)), yours, rtol=1e-4):
    raise ValueError("Your pairwise_logistic_loss and the batch version differ: do all tests of the exercise pass?")

# %% nbgrader={"grade": false, "grade_id": "demo_ranking_train", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def train_ranking(own_scale, loss):
    """A function that trains a fresh scorer on 200 lists and returns Kendall's tau, averaged over 200 new lists."""
    rng = np.random.default_rng(11)
    (x, ratings), (x_new, ratings_new) = (rated_lists(200, rng, own_scale) for _ in range(2))

    def run(seed):
        hidden = [keras.layers.Dense(32, activation="relu") for _ in range(2)]
        item_scorer = [keras.layers.Reshape((12, 6)), *hidden, keras.layers.Dense(1), keras.layers.Reshape((12,))]
        model = keras.Sequential([keras.Input((72,)), *item_scorer])
        training.fit(model, x.reshape(200, 72), ratings, epochs=40, batch_size=16, learning_rate=0.003, loss=loss)
        scores = model(tf.constant(x_new.reshape(200, 72), tf.float32)).numpy()
        return np.mean([kendalltau(*pair).statistic for pair in zip(scores, ratings_new, strict=True)])

    return run


ranking_losses = {"MSE": None, "pairwise squared": pairwise_mse_loss, "pairwise logistic": logistic}
tau = {
    (own, name): training.over_seeds(train_ranking(own, loss), range(3), f"Ranking, {name}, {'own scales' if own else 'one scale'}")
    for own in (False, True) for name, loss in ranking_losses.items()
}

# %% nbgrader={"grade": false, "grade_id": "demo_ranking_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
tau_medians = {key: np.median(values) for key, values in tau.items()}
titles = {
    own: f"{'Every rater with an own scale' if own else 'One scale for all'}: " + ", ".join(f"{tau_medians[own, name]:.2f}" for name in ranking_losses)
    for own in (False, True)
}

figure, axes = plt.subplots(1, 2, figsize=(10, 2.8), sharex=True, sharey=True)
for own, axis in zip((False, True), axes, strict=True):
    for row, name in enumerate(ranking_losses):
        axis.plot(tau[own, name], np.full(3, row), "o", color=plots.COLORS["blue"], alpha=0.7)
        axis.plot(tau_medians[own, name], row, "|", color="black", markersize=18)
    axis.set(yticks=range(3), yticklabels=ranking_losses, ylim=(2.6, -0.6), xlabel="Kendall's tau on new lists (three runs)", title=titles[own])
figure.suptitle(f"With raters on many scales, the loss that looks at the order alone ranks best: {tau_medians[True, 'pairwise logistic']:.2f} against {tau_medians[True, 'MSE']:.2f}"
                if tau_medians[True, "pairwise logistic"] == max(tau_medians[True, name] for name in ranking_losses) else "Kendall's tau by loss", x=0.01, ha="left")
plots.show(figure, "Kendall's tau on new lists, medians of three runs: " + "; ".join(
    f"{'own scales' if own else 'one scale'}, {name} {value:.3f}" for (own, name), value in tau_medians.items()) + ".")

# %% [markdown]
# A ladder of invariances: the mean squared error is disturbed by every $a_q$ and $b_q$; the pairwise squared error does not see $a_q$; the pairwise logistic loss sees neither, nor any other change that keeps the order. A
# step can only help where the data vary in what it ignores; with one scale for all there is nothing to ignore. How much each step gains on many scales, and whether that is more than the spread, you see in the right panel.
#
# ## 8. The claims
#
# One loss is called *better* than another if its median run beats the other's best run.

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
soft, linear = at_10["pairwise, softmax output"], at_10["pairwise, linear output"]
logistic_better = {own: tau_medians[own, "pairwise logistic"] > max(tau[own, "pairwise squared"].max(), tau[own, "MSE"].max()) for own in (False, True)}
depth_better = depth_medians["pairwise, log depth"] < min(depth_runs[name]["error"].min() for name in ("MSE of depth", "MSE of log depth"))
forms_free = form_errors["log-probabilities"] < 1e-6 < 1e-2 < form_errors["probabilities"]
plots.verdict_table([
    ("3.1", "Nothing says whether it wants logits, probabilities or something else", plots.verdict(shift_effect < 1e-6 and forms_free),
     f"Any real vectors: a constant changes it by less than {2 * shift_effect:.0e} of its value. Against logits, log-probabilities have the error {form_errors['log-probabilities']:.0e}, probabilities {form_errors['probabilities']:.2f}"),
    ("3.2", "It is a regression loss, so the layer before it is linear", plots.verdict(soft < 1e-2 * linear),
     f"Sure of a wrong class (lead 10), the gradient is {soft:.0e} through a softmax and {linear:.1f} through a linear layer"),
    ("3.3", "TensorFlow's function computes the documented formula", plots.verdict(agreeing == asked, one_sample, "the batch holds one sample"),
     f"{agreeing} of {asked} calls agree in TensorFlow {tf.__version__}; on 4 × 5: {eager:.3f} eager, {graph:.3f} in tf.function, {comparisons['4 × 5, weights left out'][0]:.3f} by the formula"),
    ("3.4", "There is a better pairwise loss", plots.verdict(depth_better and all(logistic_better.values()), depth_better or any(logistic_better.values()),
     "the data vary in what it ignores"),
     f"Depth of unknown scale: {depth_medians['pairwise, log depth']:.3f} in log space against {depth_medians['MSE of log depth']:.3f} (MSE). Ranking, tau: {tau_medians[True, 'pairwise logistic']:.2f} "
     f"against {tau_medians[True, 'pairwise squared']:.2f} on many scales, {tau_medians[False, 'pairwise logistic']:.2f} against {tau_medians[False, 'pairwise squared']:.2f} on one"),
    ("3.5", "Comparing all pairs costs O(n²)", plots.verdict(slopes["variance"] > 1.5),
     f"The variance gives the same number (to {identity_gap:.0e}); its time grows like n^{slopes['variance']:.2f}, that of all pairs like n^{slopes['all pairs']:.2f}"),
])

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
