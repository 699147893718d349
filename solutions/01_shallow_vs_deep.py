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
#     minutes: 90
#     points: 10
# ---

# %% [markdown]
# # Shallow against deep: why does my network miss most of the sine?
#
# After this lesson you can
#
# - **judge** a loss curve against the best constant prediction,
# - **locate** the points at which a ReLU network can bend, before and after training,
# - **separate** two causes of a bad fit, the scale of the input and the depth of the network, by changing one at a time,
# - **construct** by hand networks that compute XOR and a sawtooth of $2^k$ pieces,
# - **compute** what a Gaussian process predicts and how sure it is, and **say** when to believe it.
#
# **Time:** 90 minutes, about half of it for seven exercises (10 points). **You need:** the lesson `00_start_here`, NumPy arrays, and a rough idea of
# what a layer, a loss and a training epoch are.
#
# Read from top to bottom and run each cell with **Shift+Enter**. The experiments call the functions that you write; where one stops with
# `NotImplementedError`, an exercise above it is still open.

# %% [markdown]
# ## Recall
#
# Two questions on the lesson before. Answer in your head, then unfold.
#
# 1. A model predicts the same number $c$ for every sample. Which $c$ has the smallest mean squared error, and how large is that error?
#
# <details><summary>Answer</summary>
#
# The mean of the targets. The error that is left is their variance, $\frac1n\sum_i (y_i - \bar y)^2$. A model that does no better has
# learned nothing about how $y$ depends on $x$.
# </details>
#
# 2. All the tests that you can see in the notebook pass. Can the exercise still lose points?
#
# <details><summary>Answer</summary>
#
# Yes: a test cell may have a hidden part, which is run only when the notebook is graded. It tests the same property on other inputs. So write what the card asks
# for, rather than something that passes the example.
# </details>

# %% [markdown]
# ## The question
#
# > *I train a network to reproduce* $y = \sin(x)$ *from 1000 points between 0 and* $10\pi$*: one hidden layer with 500 ReLU units, a linear output, Adam with learning rate 0.01,
# > mean squared error, 100 epochs. The loss goes down and converges. But the prediction follows the sine for about the first 200 points, and then it is a flat
# > line. Why?*
#
# The answers that circulate say: the network is not deep enough; shallow networks are inefficient; a famous paper showed that networks cannot even learn XOR; use a probabilistic
# model. Some of this is right, some is half right, some is wrong. You will find out which.
#
# **Predict.** Write down, before you run anything:
#
# - To which value does the loss converge, roughly?
# - What would help most: more units, more layers, more epochs, or something else?

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
import tensorflow_probability as tfp

from lessonkit import data, plots, training

# %% [markdown]
# ## 1. A loss that has converged
#
# This is the asker's network, as they wrote it, with Keras' default batches of 32 samples. (Only the initial weights of the hidden layer are put aside, for later.)

# %% nbgrader={"grade": false, "grade_id": "demo_asked", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
x = np.linspace(0, 10 * np.pi, 1000)
y = np.sin(x)

asked = keras.Sequential([keras.Input((1,)), keras.layers.Dense(500, activation="relu"), keras.layers.Dense(1)])
hidden_before = [weight.numpy() for weight in asked.layers[0].weights]
asked.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
history = asked.fit(x, y, epochs=100, verbose=0, callbacks=[training.epoch_bar("The asker's network, 100 epochs")])
hidden_after = [weight.numpy() for weight in asked.layers[0].weights]
asked_fit = asked.predict(x, verbose=0)[:, 0]

# %% nbgrader={"grade": false, "grade_id": "demo_loss", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
loss = np.array(history.history["loss"])
constant_mse = np.var(y)  # what the best constant, the mean of y, scores
late_change = loss[80:].mean() / loss[60:80].mean() - 1
first_mse, rest_mse = (np.mean((asked_fit - y)[part] ** 2) for part in (slice(200), slice(200, None)))

figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.6), width_ratios=(2, 3))
left.plot(np.arange(1, 101), loss)
left.axhline(constant_mse, color="black", linestyle="--")
left.text(100, constant_mse, "the best constant", ha="right", va="bottom")
left.set(xlabel="epoch", ylabel="mean squared error", ylim=(0, 0.7))
left.set_title(f"The loss settles ({late_change:+.0%} in the last 20 epochs) …")
right.plot(x, y, color="black", linewidth=1, label="sin(x)")
right.plot(x, asked_fit, color=plots.COLORS["red"], label="network")
right.set(xlabel="x", ylabel="y", ylim=(-1.3, 1.9))
right.set_title(f"… but past point 200 the error is {rest_mse:.2f}; a constant has {constant_mse:.2f}")
right.legend(ncols=2, loc="upper right")
alt = f"""Left: the loss over 100 epochs falls and settles near {loss[-20:].mean():.2f}; a dashed line at
    {constant_mse:.2f} marks the best constant prediction. Right: the sine and the network's prediction,
    with a mean squared error of {first_mse:.2f} on the first 200 points and {rest_mse:.2f} on the rest."""
plots.show(figure, alt)

# %% [markdown]
# **A converged loss says that training has stopped making progress, not that the model fits.** To judge a loss you need something to compare it with. The simplest is the best constant prediction,
# the mean of the targets; its error is their variance, close to ½ for a sine over whole periods.
#
# One answer in circulation is: *take two hidden layers of 20 units; that does better with a third of the parameters.* First check the second half of that sentence.

# %% [markdown]
# ### Exercise: `parameter_count`
#
# | | |
# |---|---|
# | **Write** | the number of weights and biases of a network of fully connected layers |
# | **Why it matters** | “better with a third of the parameters” can only be judged by someone who can count them |
# | **Time, difficulty** | 4 minutes, ●○○ |
# | **Signature** | `parameter_count(widths)`: layer widths from input to output, a sequence of integers → int |
# | **Example** | `parameter_count((3, 2))` → `8`: six weights and two biases |
#
# <details><summary>Hint 1: one layer first</summary>
#
# Each of the `n_out` units of a layer has one weight for each of its `n_in` inputs, and one bias. How many numbers is that for one unit?
# For the layer?
# </details>
# <details><summary>Hint 2: which pairs of widths are layers?</summary>
#
# `(1, 20, 20, 1)` has three layers: 1 → 20, 20 → 20 and 20 → 1. The input itself has no parameters. `zip(widths[:-1], widths[1:])`
# goes through these pairs.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# Add up `(n_in + 1) * n_out` over the pairs, and return the total.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **a total that is too small by the number of units**: the biases are missing.
# - **a total that is too large by the width of the input**: the input layer has no biases; only units do.
# - **IndexError: … out of range**: a network with four widths has three layers; the loop goes one step too far.
# - **the result of the first layer only**: `return` stands inside the loop; move it one level to the left.
# </details>

# %% nbgrader={"grade": false, "grade_id": "parameter_count", "locked": false, "schema_version": 3, "solution": true, "task": false}
def parameter_count(widths):
    """Number of weights and biases of a network of fully connected layers.

    Parameters
    ----------
    widths : sequence of integers
        Layer widths from input to output: (1, 500, 1) has one input, 500 hidden units and one output.

    Returns
    -------
    int
        The total over all layers.
    """
    ### BEGIN SOLUTION
    return sum((n_in + 1) * n_out for n_in, n_out in zip(widths[:-1], widths[1:], strict=True))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_parameter_count_one_hidden_layer", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
from lessonkit import checks

# By hand: 500 weights and 500 biases into the hidden layer, 500 weights and 1 bias out of it.
slips = {
    "This counts the weights only (each unit also has a bias), or only the first layer.": 1000,
    "This gives the input a bias, too: only the units of a layer have one.": 1502,
    "The bias of the output unit is missing.": 1500,
    "This is one bias for a whole layer: each unit has its own.": 1002,
    "This is the number of units, not of the numbers on the connections between them.": 502,
    "This is the last layer only: add the layers up.": 501,
}
answer = checks.call(parameter_count, (1, 500, 1))
checks.expect_close(answer, 1501, "The number of parameters", given="(1, 500, 1)", rtol=0, atol=0, slips=slips)
### BEGIN HIDDEN TESTS
slips = {
    "This counts the weights only: each unit also has a bias.": 6,
    "This gives the input a bias, too: only the units of a layer have one.": 11,
    "This is one bias for a whole layer: each unit has its own.": 7,
    "This gives each input of a layer a bias; a bias belongs to a unit, where a layer ends.": 9,
}
answer = checks.call(parameter_count, (3, 2))
checks.expect_close(answer, 8, "The count without a hidden layer", given="(3, 2)", rtol=0, atol=0, slips=slips)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_parameter_count_deep", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import keras

from lessonkit import checks

slips = {
    "This counts the weights only: each unit also has a bias.": 440,
    "This is the first layer only: does `return` stand inside the loop?": 40,
    "This is the last layer only: add the layers up.": 21,
    "The layer between the two hidden layers is missing.": 61,
}
answer = checks.call(parameter_count, (1, 20, 20, 1))
checks.expect_close(answer, 481, "The count of two hidden layers", given="(1, 20, 20, 1)", rtol=0, atol=0, slips=slips)
### BEGIN HIDDEN TESTS
for test_widths in ((4, 3, 5, 2, 6), (2, 9, 1, 7, 3, 3)):
    keras_network = keras.Sequential(
        [keras.Input((test_widths[0],)), *[keras.layers.Dense(units) for units in test_widths[1:]]]
    )
    answer = checks.call(parameter_count, test_widths)
    what = "The count of a network with layers of different widths (Keras' own count is the reference)"
    checks.expect_close(answer, keras_network.count_params(), what, given=test_widths, rtol=0, atol=0)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_parameter_count_large", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# A list or an array is a sequence, too; and a count is exact, however large.
answer = checks.call(parameter_count, [784, 300, 100, 10])
hint = "A count is exact: use whole numbers."
given, what = "[784, 300, 100, 10]", "The count for a list of widths"
checks.expect_close(answer, 266_610, what, given=given, rtol=0, atol=0, hint=hint)
### BEGIN HIDDEN TESTS
# By hand: 785 · 1000 + 1001 · 1000 + 1001 · 10 = 1,796,010.
answer = checks.call(parameter_count, np.array([784, 1000, 1000, 10]))
what = "The count of a large network, whose widths come in an array,"
checks.expect_close(answer, 1_796_010, what, rtol=0, atol=0, hint=hint)
### END HIDDEN TESTS

# %% [markdown]
# Your function on the networks of this lesson:

# %% nbgrader={"grade": false, "grade_id": "demo_counts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
counts = {units: parameter_count((1, *units, 1)) for units in ((500,), (20, 20), (64, 64, 64))}
plots.table(
    ("hidden layers", "parameters", "compared with the asker's"),
    [("–".join(map(str, units)), f"{count:,}", f"{count / counts[500,]:.2f} ×") for units, count in counts.items()],
)

# %% [markdown]
# ## 2. Where can the network bend?
#
# A hidden unit computes $\max(0,\ w x + b)$: a straight line that is cut off where $w x + b = 0$. With one input, a network with one hidden layer is a sum of such pieces. It is straight
# everywhere except at these points, its **kinks**. To follow five periods of a sine it needs kinks all along the $x$ axis.
#
# **Predict.** Keras starts every bias at 0. Where are the 500 kinks before training?

# %% [markdown]
# *Your prediction:*
#
# …

# %% [markdown]
# ### Exercise: `relu_breakpoints`
#
# | | |
# |---|---|
# | **Write** | the last one or two lines: the inputs $x$ at which the hidden units of a one-input ReLU layer switch on or off |
# | **Why it matters** | between two of these points the network is a straight line, so they say where it *can* bend |
# | **Time, difficulty** | 4 minutes, ●○○ |
# | **Signature** | `relu_breakpoints(kernel, bias)`: `kernel` (1, units), `bias` (units,) → 1-D array, ascending |
# | **Example** | `relu_breakpoints([[2.0, -1.0]], [-1.0, 3.0])` → `[0.5, 3.0]` |
#
# Hidden unit $j$ computes $\max(0,\ w_j x + b_j)$. A unit with $w_j = 0$ never switches: leave it out. Where several units switch
# at the same $x$, keep every one of them.
#
# <details><summary>Hint 1: where does one unit switch?</summary>
#
# At the $x$ where its argument changes sign. Solve $w x + b = 0$ for $x$, with pencil and paper.
# </details>
# <details><summary>Hint 2: which units take part?</summary>
#
# A comparison of arrays gives an array of True and False: `active = weights != 0`. Then `weights[active]` holds only the weights that are
# not zero, and `biases[active]` their biases.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# Divide the negative biases of the active units by their weights, and give the result to `np.sort`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“has another shape … your answer: (1, 3)”**: work with `weights` and `biases`, the flat versions; `kernel` has two dimensions.
# - **inf or nan in your answer**: a unit with weight 0 is still in there. Select the active units *before* you divide.
# - **one value too few**: `np.unique` and `set` drop repeats; `np.sort` keeps them.
# - **“has no len()” or “NoneType”**: `array.sort()` sorts in place and returns None; `np.sort(array)` returns the sorted copy.
# </details>

# %% nbgrader={"grade": false, "grade_id": "relu_breakpoints", "locked": false, "schema_version": 3, "solution": true, "task": false}
def relu_breakpoints(kernel, bias):
    """Inputs at which the hidden units relu(x * w + b) of a one-input layer switch.

    Parameters
    ----------
    kernel : array-like, shape (1, units)
        The layer's weights w.
    bias : array-like, shape (units,)
        Its biases b.

    Returns
    -------
    array, shape (number of units with a non-zero weight,)
        The switching points in ascending order, repeats kept.
    """
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    ### BEGIN SOLUTION
    active = weights != 0
    return np.sort(-biases[active] / weights[active])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_relu_breakpoints_values", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# By hand: 2x − 1 = 0 at 0.5, −x + 3 = 0 at 3, 4x + 2 = 0 at −0.5.
layer = (np.array([[2.0, -1.0, 4.0]]), np.array([-1.0, 3.0, 2.0]))
slips = {
    "This looks like b / w; w·x + b = 0 is solved by x = −b / w.": [-3.0, -0.5, 0.5],
    "These are the right points in the order of the units; they should be ascending.": [0.5, 3.0, -0.5],
    "These are the right points from largest to smallest; they should be ascending.": [3.0, 0.5, -0.5],
    "This looks like −w / b; w·x + b = 0 is solved by x = −b / w.": [-2.0, 1 / 3, 2.0],
    "This looks like −b itself; w·x + b = 0 is solved by x = −b / w.": [-3.0, -2.0, 1.0],
    "Some points are missing: units with a negative weight switch too, at x = −b / w.": [-0.5, 0.5],
}
answer = checks.call(relu_breakpoints, *layer)
checks.expect_close(answer, [-0.5, 0.5, 3.0], "The array of switching points of three units", given=layer, slips=slips)
### BEGIN HIDDEN TESTS
test_rng = np.random.default_rng(101)
for n_units in (1, 7, 40):
    layer = (test_rng.normal(size=(1, n_units)), test_rng.normal(size=n_units))
    answer = checks.call(relu_breakpoints, *layer)
    by_unit = sorted(-b / w for w, b in zip(layer[0][0].tolist(), layer[1].tolist(), strict=True))
    checks.expect_close(answer, by_unit, f"The array of switching points of {n_units} random unit(s)", given=layer)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_relu_breakpoints_zero_weights", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

layer = (np.array([[0.0, 2.0, 0.0]]), np.array([1.0, 1.0, 0.0]))
answer = checks.call(relu_breakpoints, *layer)
checks.expect(
    answer.size == 0 or np.isfinite(answer).all(),
    "The switching points of units with weight 0 do not exist, but the answer has entries for them.",
    given=layer,
    expected=np.array([-0.5]),
    got=answer,
    hint="Dividing by a weight of 0 gives inf or nan: select the units with non-zero weight before you divide.",
)
checks.expect_close(answer, [-0.5], "The answer for three units of which two have weight 0", given=layer)
### BEGIN HIDDEN TESTS
layer = (np.zeros((1, 4)), np.array([1.0, -1.0, 0.0, 2.0]))
answer = checks.call(relu_breakpoints, *layer)
checks.expect_close(answer, np.zeros(0), "The answer for a layer in which every weight is 0", given=layer)
layer = (np.array([[1e-6, 0.0, -1e-6, 0.0]]), np.array([-1e-6, 3.0, 2e-6, -3.0]))
answer = checks.call(relu_breakpoints, *layer)
checks.expect_close(answer, [1.0, 2.0], "The answer for units with very small weights (small is not zero)", given=layer)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_relu_breakpoints_repeats", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# Keras starts every bias at 0: all units then switch at x = 0, and each of them counts.
layer = (np.array([[1.5, -2.0, 0.5, 3.0]]), np.zeros(4))
answer = checks.call(relu_breakpoints, *layer)
repeated = {"Repeats are dropped (np.unique? set?); every unit with a non-zero weight has an entry of its own.": [0.0]}
checks.expect_close(answer, np.zeros(4), "The answer for four units with bias 0", given=layer, slips=repeated)
### BEGIN HIDDEN TESTS
layer = (np.array([[2.0, -1.0, 1.0, 4.0, -2.0]]), np.array([-2.0, 1.0, -3.0, -4.0, 6.0]))
repeated = {
    "Repeats are dropped (np.unique? set?); every unit with a non-zero weight has an entry of its own.": [1.0, 3.0]
}
answer = checks.call(relu_breakpoints, *layer)
checks.expect_close(
    answer, [1.0, 1.0, 1.0, 3.0, 3.0], "The answer for units that share switching points", given=layer, slips=repeated
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_relu_breakpoints_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# Lists of whole numbers are a layer, too.
answer = checks.call(relu_breakpoints, [[2, -4]], [1, 6])
hint = "Whole numbers go in, fractions come out: is the result forced into an array of integers?"
what = "The answer for lists of whole numbers"
checks.expect_close(answer, [-0.5, 1.5], what, given="[[2, -4]] and [1, 6]", hint=hint)
### BEGIN HIDDEN TESTS
layer = (np.array([[3, 0, -2, 8]]), np.array([1, 5, 3, -2]))
answer = checks.call(relu_breakpoints, *layer)
checks.expect_close(answer, [-1 / 3, 0.25, 1.5], "The answer for arrays of whole numbers", given=layer, hint=hint)
### END HIDDEN TESTS

# %% nbgrader={"grade": false, "grade_id": "demo_kinks", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
before, after = (relu_breakpoints(*hidden) for hidden in (hidden_before, hidden_after))
at_0, early, unmoved = np.mean(before == 0), np.mean(after < 2 * np.pi), np.mean(after == 0)

figure, axes = plt.subplots(3, 1, figsize=(9, 5.6), sharex=True, height_ratios=(2, 1, 1))
axes[0].plot(x, y, color="black", linewidth=1, label="sin(x)")
axes[0].plot(x, asked_fit, color=plots.COLORS["red"], label="network after training")
axes[0].set(ylabel="y", ylim=(-1.3, 2.1), title="The network follows the sine only where it has kinks")
axes[0].legend(ncols=2, loc="upper right")
for axis, kinks in ((axes[1], before), (axes[2], after)):
    axis.hist(kinks, bins=np.linspace(-np.pi, 10 * np.pi, 133), color=plots.COLORS["blue"])
    axis.set(ylabel="units", yscale="log", ylim=(0.7, 900))
axes[1].set_title(f"Before training, {at_0:.0%} of the {len(before)} kinks are at x = 0")
axes[2].set_title(
    f"After training, {early:.0%} are left of 2π, the first period; {unmoved:.0%} have not moved at all"
)
axes[2].set(xlabel="x", xlim=(-np.pi, 10 * np.pi))
alt = f"""Three panels over x. Top: the sine and the trained network. Middle: a histogram of the kinks before
    training, a single bar at 0 with {at_0:.0%} of them. Bottom: after training; {early:.0%} of the kinks lie
    left of 2π, {unmoved:.0%} are still exactly at 0."""
plots.show(figure, alt)

# %% [markdown]
# For $x > 0$ the network starts as one straight line through the origin: every kink sits at the left edge of the data. Training moves a kink at $-b/w$ by changing $b$ and $w$ a little at a time. On the
# way, a kink bends the function only for the data that it has reached, so the kinks crawl out from the left, and most do not come far in 100 epochs.
#
# Some do not move at all. A unit with $w < 0$ and $b = 0$ is 0 for every $x > 0$: no sample gives it a gradient, so it stays as it is for ever (a *dead* unit). On one-sided data that is the fate of about half of the units.
#
# ## 3. Scale the input
#
# This suggests a remedy that has nothing to do with depth: move the data to where the kinks are. **Standardising** the input, $x' = (x - \text{mean}) / \text{std}$, does two things: it puts data on both
# sides of 0, and it makes the way from 0 to the edge of the data short.

# %% [markdown]
# ### Exercise: `standardize`
#
# | | |
# |---|---|
# | **Write** | bring every feature to mean 0 and standard deviation 1, measured on the training data |
# | **Why it matters** | a network starts with its kinks around 0; this puts the data there. And whatever is measured on other data than the training data tells the model what it must not know |
# | **Time, difficulty** | 7 minutes, ●●○ |
# | **Signature** | `standardize(train, other)`: (n, features) and (m, features), or (n,) and (m,) for one feature → tuple (train_scaled, other_scaled) of the same shapes |
# | **Example** | `standardize([1.0, 3.0], [4.0])` → `([-1.0, 1.0], [2.0])`: mean 2, standard deviation 1 |
#
# The standard deviation is the population's (`ddof=0`, NumPy's default). A feature that is constant in `train` is 0 in *both* results.
#
# <details><summary>Hint 1: which numbers are measured, and on what?</summary>
#
# Two for each feature, its mean and its standard deviation, both from `train`. The same two numbers then shift and scale `train` and `other`.
# </details>
# <details><summary>Hint 2: one mean for each feature</summary>
#
# Samples are rows, so average over the rows: `train.mean(axis=0)` has one entry for each column (and is one number if `train` is 1-D).
# </details>
# <details><summary>Hint 3: constant features</summary>
#
# Their standard deviation is 0. Make a mask `constant = std == 0`, divide by `np.where(constant, 1.0, std)`, and at the end put 0 where
# `constant` is True: `np.where(constant, 0.0, scaled)`. Do it for `other` too, where the feature need not be constant.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **nan or inf**: a constant feature was divided by its standard deviation, 0.
# - **a huge number for a constant feature of `other`**: adding a tiny number to the standard deviation avoids the division by 0, not the wrong result.
# - **“changes its input”**: `train -= mean` writes into the caller's array; `train = train - mean` makes a new one.
# - **“has no attribute 'mean'”**: the input was a list; start with `np.asarray(train, dtype=float)`.
# - **“tuple index out of range” or “axis 1 is out of bounds”**: the input was 1-D; `axis=0` works for both forms.
# </details>

# %% nbgrader={"grade": false, "grade_id": "standardize", "locked": false, "schema_version": 3, "solution": true, "task": false}
def standardize(train, other):
    """Scale features to mean 0 and standard deviation 1, as measured on the training data.

    Parameters
    ----------
    train : array-like, shape (n, features) or (n,)
        Training inputs, one sample a row; 1-D for a single feature.
    other : array-like, shape (m, features) or (m,)
        Inputs that are scaled with the mean and standard deviation of `train`.

    Returns
    -------
    train_scaled, other_scaled : arrays of the shapes of `train` and `other`
        A feature that is constant in `train` is 0 in both.

    References
    ----------
    LeCun, Bottou, Orr and Müller (1998), Efficient BackProp, section 4.3.
    """
    ### BEGIN SOLUTION
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = train.max(axis=0) == train.min(axis=0)  # exact, where a sum of rounded squares need not be
    divisor = np.where(constant, 1.0, std)
    return tuple(np.where(constant, 0.0, (data - mean) / divisor) for data in (train, other))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_standardize_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# By hand: the features of train have means 2 and 20, standard deviations 1 and 10.
raw = (np.array([[1.0, 10.0], [3.0, 30.0]]), np.array([[2.0, 20.0], [5.0, 0.0]]))
scaled = checks.parts(checks.call(standardize, *raw), ("train_scaled", "other_scaled"))
slips = {
    "This looks like ddof=1; the population's standard deviation (ddof=0) is asked for.": [
        [-(0.5**0.5)] * 2,
        [0.5**0.5] * 2,
    ],
    "This divides by the variance; divide by the standard deviation, its square root.": [[-1.0, -0.1], [1.0, 0.1]],
    "The mean is taken away, but nothing is divided by the standard deviation.": [[-1.0, -10.0], [1.0, 10.0]],
    "This scales to the range from 0 to 1 (min-max scaling); mean 0 and standard deviation 1 are asked for.": [
        [0, 0],
        [1, 1],
    ],
    "This standardises each sample (row); each feature (column) is asked for: axis=0.": [[-1.0, 1.0], [-1.0, 1.0]],
    "This uses one mean and one standard deviation for all features; each feature has its own: axis=0.": (raw[0] - 11)
    / np.std(raw[0]),
}
checks.expect_close(scaled[0], [[-1.0, -1.0], [1.0, 1.0]], "The scaled train", given=raw, slips=slips)
own = {"`other` is scaled with its own statistics: use the mean and standard deviation of `train`.": [[-1, 1], [1, -1]]}
checks.expect_close(scaled[1], [[0.0, 0.0], [3.0, -2.0]], "The scaled other", given=raw, slips=own)
### BEGIN HIDDEN TESTS
import statistics

test_rng = np.random.default_rng(103)
raw = tuple(test_rng.normal([3.0, -1.0, 0.0], [2.0, 0.5, 7.0], size=(n, 3)) for n in (25, 6))
scaled = checks.parts(checks.call(standardize, *raw), ("train_scaled", "other_scaled"))
for k in range(3):
    column = raw[0][:, k].tolist()
    column_mean, column_std = statistics.fmean(column), statistics.pstdev(column)
    for part, which, got in zip(raw, ("train", "other"), scaled, strict=True):
        checks.expect_shape(got, part.shape, f"The scaled {which}")
        expected = (part[:, k] - column_mean) / column_std
        checks.expect_close(got[:, k], expected, f"A feature of the scaled {which} (random data)", given=raw, atol=1e-5)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_standardize_train_only", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# By hand: train has mean 4 and standard deviation 2, whatever other looks like.
raw = (np.array([[2.0], [6.0]]), np.array([[8.0], [18.0]]))
slips = {
    "`other` is scaled with its own statistics: use the mean and standard deviation of `train`.": [[-1.0], [1.0]],
    "`other` is scaled with the statistics of both sets together: use those of `train` alone.": (raw[1] - 8.5)
    / np.std(raw),
    "`other` keeps its own mean: take away the mean of `train`.": [[-2.5], [2.5]],
    "`other` is divided by its own standard deviation: use that of `train`.": [[0.8], [2.8]],
}
scaled = checks.parts(checks.call(standardize, *raw), ("train_scaled", "other_scaled"))
checks.expect_close(scaled[1], [[2.0], [7.0]], "The scaled other", given=raw, slips=slips)
### BEGIN HIDDEN TESTS
test_rng = np.random.default_rng(104)
fit_on, apply_to = test_rng.normal(5.0, 2.0, size=(12, 2)), test_rng.normal(-3.0, 4.0, size=(8, 2))
alone = checks.parts(checks.call(standardize, fit_on, apply_to[:1]), ("train_scaled", "other_scaled"))
scaled = checks.parts(checks.call(standardize, fit_on, apply_to), ("train_scaled", "other_scaled"))
what = ", compared between two calls that differ in the rest of other,"
hint = "Nothing may depend on `other` as a whole: measure mean and standard deviation on `train` alone."
checks.expect(np.allclose(scaled[0], alone[0], atol=1e-5), f"The scaled train{what} has changed.", hint=hint)
checks.expect(np.allclose(scaled[1][:1], alone[1], atol=1e-5), f"The first row of other{what} has changed.", hint=hint)
checks.expect_close(scaled[1], (apply_to - np.sum(fit_on, 0) / 12) / np.std(fit_on, 0), "The scaled other", atol=1e-5)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_standardize_one_dimension", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# By hand: mean 3, standard deviation 2.
raw = (np.array([1.0, 5.0, 1.0, 5.0]), np.array([3.0, 9.0]))
scaled = checks.parts(checks.call(standardize, *raw), ("train_scaled", "other_scaled"))
checks.expect_close(scaled[0], [-1.0, 1.0, -1.0, 1.0], "The scaled train, for a single feature,", given=raw)
checks.expect_close(scaled[1], [0.0, 3.0], "The scaled other, for a single feature,", given=raw)
### BEGIN HIDDEN TESTS
raw = (np.array([6.0, -2.0]), np.array([2.0, 4.0, 0.0, 10.0, -6.0]))
scaled = checks.parts(checks.call(standardize, *raw), ("train_scaled", "other_scaled"))
checks.expect_close(scaled[0], [1.0, -1.0], "The scaled train, for two samples of a single feature,", given=raw)
checks.expect_close(scaled[1], [0.0, 0.5, -0.5, 2.0, -2.0], "The scaled other, longer than train,", given=raw)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_standardize_constant_feature", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# The first feature is constant in train, but not in other: it says nothing, and is 0 in both.
raw = (np.array([[5.0, 1.0], [5.0, 3.0]]), np.array([[7.0, 2.0], [5.0, 5.0]]))
scaled = checks.parts(checks.call(standardize, *raw), ("train_scaled", "other_scaled"))
hint = "A feature that is constant in `train` is 0 in both results, wherever `other` has it."
nan = "Its standard deviation is 0, and 0/0 is nan: treat constant features on their own."
tiny = "A tiny number added to the standard deviation avoids 0/0, but makes `other` huge: set the feature to 0."
for which, got, expected in zip(("train", "other"), scaled, ([[0.0, -1], [0, 1]], [[0.0, 0], [0, 3]]), strict=True):
    checks.expect_shape(got, (2, 2), f"The scaled {which}")
    column, what = got[:, 0], f"The constant feature in the scaled {which}"
    text = tiny if np.any(np.abs(column) > 1e3) else hint
    text = text if np.isfinite(column).all() else nan
    slips = {"Dividing a constant feature by 1 does not make it 0 in `other`: set it to 0.": [2.0, 0.0], text: column}
    checks.expect_close(column, [0.0, 0.0], what, given=raw, slips=slips)
    checks.expect_close(got, expected, f"The scaled {which}", given=raw)
### BEGIN HIDDEN TESTS
for level in (0.0, -2.5, 8.0):
    scaled = checks.parts(checks.call(standardize, np.full(4, level), np.array([level, 3.0])), ("train", "other"))
    checks.expect_close(scaled[0], np.zeros(4), "The scaled train, for a single constant feature,", given=level)
    checks.expect_close(
        scaled[1], np.zeros(2), "The scaled other, for a single feature constant in train,", given=level
    )
scaled = checks.parts(checks.call(standardize, np.array([[1.0, 2.0]]), np.array([[3.0, 4.0]])), ("train", "other"))
checks.expect_close(scaled[1], np.zeros((1, 2)), "The scaled other, where train is a single sample,")
# A small spread is not a constant: here the feature is around 1e-5.
raw = (np.array([1e-5, 3e-5]), np.array([5e-5]))
scaled = checks.parts(checks.call(standardize, *raw), ("train_scaled", "other_scaled"))
what = "The scaled other, for a feature with a very small, non-zero spread,"
checks.expect_close(scaled[1], [3.0], what, given=raw, hint="Only a feature that does not vary at all is constant.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_standardize_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# Lists are data, too.
scaled = checks.parts(checks.call(standardize, [1.0, 3.0], [4.0]), ("train_scaled", "other_scaled"))
checks.expect_close(scaled[1], [2.0], "The scaled other, for lists of numbers,", given="[1.0, 3.0] and [4.0]")
### BEGIN HIDDEN TESTS
raw = (np.array([[0, 4], [1, 8]]), np.array([[2, 5], [0, 6]]))
scaled = checks.parts(checks.call(standardize, *raw), ("train_scaled", "other_scaled"))
hint = "Whole numbers go in, fractions come out: is the result forced into an array of integers?"
checks.expect_close(scaled[0], [[-1.0, -1.0], [1.0, 1.0]], "The scaled train, for whole numbers,", given=raw, hint=hint)
checks.expect_close(scaled[1], [[3.0, -0.5], [-1.0, 0.0]], "The scaled other, for whole numbers,", given=raw, hint=hint)
### END HIDDEN TESTS

# %% [markdown]
# ## 4. Scale or depth? Change one at a time
#
# Now compare shallow and deep, raw and standardised. You need a function that builds the networks.

# %% [markdown]
# ### Exercise: `build_mlp`
#
# | | |
# |---|---|
# | **Write** | a Keras model: one input, hidden layers of the widths asked for, one linear output |
# | **Why it matters** | it is the asker's network, with width, depth and activation free to change: every comparison below is made with it |
# | **Time, difficulty** | 6 minutes, ●●○ |
# | **Signature** | `build_mlp(hidden_units, activation="relu")`: sequence of integers, name of an activation → uncompiled `keras.Model`, inputs (n, 1), outputs (n, 1) |
# | **Example** | `build_mlp([500]).count_params()` → `1501` |
#
# <details><summary>Hint 1: what are the pieces?</summary>
#
# `keras.Input((1,))`, then one `keras.layers.Dense(units, activation=activation)` for each entry of `hidden_units`, then one last `Dense`.
# `keras.Sequential` takes a list of such pieces.
# </details>
# <details><summary>Hint 2: what is different about the last layer?</summary>
#
# It has one unit and **no** activation: the network must be able to answer with any number, negative ones too.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# Start with `layers = [keras.Input((1,))]`; in a loop over `hidden_units`, `layers.append(keras.layers.Dense(…, activation=…))`; append
# `keras.layers.Dense(1)`; return `keras.Sequential(layers)`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“did not return a Keras model”**: does the function end with `return`? Is it `keras.Sequential`, not a list of layers?
# - **“Layer sequential has not been built” / “has no weights”**: start with `keras.Input((1,))`, so that Keras knows the width of the input.
# - **“'int' object is not iterable”**: `hidden_units` is a sequence: go through it with `for units in hidden_units`.
# - **“is compiled”**: `compile` belongs to training; the caller does it.
# </details>

# %% nbgrader={"grade": false, "grade_id": "build_mlp", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_mlp(hidden_units, activation="relu"):
    """A network of fully connected layers from one number to one number.

    Parameters
    ----------
    hidden_units : sequence of integers
        Widths of the hidden layers, first to last.
    activation : str
        Activation of every hidden layer, by Keras' name.

    Returns
    -------
    keras.Model
        Not compiled; inputs (n, 1), outputs (n, 1), linear in the last layer.
    """
    ### BEGIN SOLUTION
    layers = [keras.Input((1,))]
    for units in hidden_units:
        layers.append(keras.layers.Dense(units, activation=activation))
    layers.append(keras.layers.Dense(1))
    return keras.Sequential(layers)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_build_mlp_layers", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

probe = checks.ModelProbe(build_mlp, [4, 3])
checks.expect_shape(probe.outputs(np.zeros((5, 1))), (5, 1), "The output of build_mlp([4, 3]) for 5 inputs")
# By hand: 1·4 + 4, then 4·3 + 3, then 3·1 + 1.
slips = {
    "There are no biases: leave use_bias at True, its default.": 19,
    "The output layer is missing.": 23,
    "There is one hidden layer only, of the first width.": 13,
    "There is one hidden layer only, of the last width.": 10,
    "There is a hidden layer too many, before or after those asked for.": 29,
}
count = np.array(probe.parameter_count)
hint = "The model should consist of Dense layers only: one for each hidden width, and one of one unit."
what = "The number of parameters of build_mlp([4, 3])"
checks.expect_close(count, 27, what, rtol=0, atol=0, slips=slips, hint=hint)
hint = "Leave compile(…) to the caller, who knows the optimizer."
checks.expect(not probe.is_compiled, "The model is compiled; an uncompiled one is asked for.", hint=hint)
### BEGIN HIDDEN TESTS
for hidden_widths, count in (((500,), 1501), ((20, 20), 481), ((6, 2, 5), 47)):
    probe = checks.ModelProbe(build_mlp, hidden_widths)
    checks.expect_shape(probe.outputs(np.zeros((7, 1))), (7, 1), "The output for other hidden widths (in a tuple)")
    what = "The number of parameters for other hidden widths (in a tuple)"
    checks.expect_close(np.array(probe.parameter_count), count, what, given=hidden_widths, rtol=0, atol=0)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_build_mlp_relu_network", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# One hidden ReLU unit with every weight at −1, every bias at 0.5: relu(−x + 0.5) · (−1) + 0.5.
probe, inputs = checks.ModelProbe(build_mlp, [1]), np.array([[-2.0], [0.0], [1.0]])
probe.outputs(inputs)
probe.set_weights([np.full(shape, -1.0 if len(shape) == 2 else 0.5) for shape in probe.weight_shapes])
slips = {
    "A negative value has become 0: the output layer has a ReLU; it should be linear.": [[0.0], [0.0], [0.5]],
    "The output lies between 0 and 1: the output layer has a sigmoid; it should be linear.": 1
    / (1 + np.exp([[2], [0], [-0.5]])),
    "The output lies between −1 and 1: the output layer has a tanh; it should be linear.": np.tanh([[-2], [0], [0.5]]),
    "The output is 1 everywhere: a softmax over a single output always is. It should be linear.": np.ones((3, 1)),
    "The output layer has no bias.": [[-2.5], [-0.5], [0.0]],
    "This network is a straight line: the hidden layer has no activation.": [[-2.0], [0.0], [1.0]],
}
what = "The output of build_mlp([1]) with all weights −1 and all biases 0.5"
checks.expect_close(probe.outputs(inputs), [[-2.0], [0.0], [0.5]], what, given=inputs, slips=slips)
### BEGIN HIDDEN TESTS
test_rng = np.random.default_rng(106)
for hidden_widths in ([9], [4, 3], [5, 2, 6]):
    probe, inputs = checks.ModelProbe(build_mlp, hidden_widths), np.array([[-3.0], [-0.4], [0.0], [0.7], [2.0]])
    probe.outputs(inputs)
    # All widths differ, so a weight's shape says where it belongs, in whatever order the model holds its layers.
    chain, drawn = [1, *hidden_widths, 1], {}
    for n_in, n_out in zip(chain[:-1], chain[1:], strict=True):
        drawn[n_in, n_out], drawn[(n_out,)] = test_rng.normal(size=(n_in, n_out)), test_rng.normal(size=n_out)
    hint = "One Dense layer with a bias for each hidden width, in the order of hidden_units, then one of one unit."
    what = "The layers of the model are not those asked for."
    checks.expect(
        sorted(probe.weight_shapes) == sorted(drawn), what, given=hidden_widths, got=probe.weight_shapes, hint=hint
    )
    probe.set_weights([drawn[shape] for shape in probe.weight_shapes])
    expected = inputs
    for n_in, n_out in zip(chain[:-1], chain[1:], strict=True):
        expected = expected @ drawn[n_in, n_out] + drawn[(n_out,)]
        expected = expected if n_out == 1 else np.maximum(expected, 0.0)
    slips = {"Negative values have become 0: the output layer should be linear.": np.maximum(expected, 0.0)}
    what = f"The output of a network with {len(hidden_widths)} hidden layer(s) and random weights"
    checks.expect_close(probe.outputs(inputs), expected, what, given=inputs, atol=1e-4, slips=slips)
    what, hint = "The output in training (dropout? normalisation?)", "Only Dense layers are asked for."
    checks.expect_close(probe.outputs(inputs, training=True), expected, what, given=inputs, atol=1e-4, hint=hint)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_build_mlp_activation", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# One hidden tanh unit with every weight at 1, every bias at 0: tanh(x).
probe, inputs = checks.ModelProbe(build_mlp, [1], "tanh"), np.array([[-2.0], [0.0], [2.0]])
probe.outputs(inputs)
probe.set_weights([np.full(shape, 1.0 if len(shape) == 2 else 0.0) for shape in probe.weight_shapes])
slips = {
    "This is a ReLU: the argument `activation` is not used.": np.maximum(inputs, 0.0),
    "The activation is applied twice: once in the hidden layer is right, and the output should be linear.": np.tanh(
        np.tanh(inputs)
    ),
    "This is a straight line: the argument `activation` is not used.": inputs,
}
what = 'The output of build_mlp([1], "tanh") with all weights 1 and all biases 0'
checks.expect_close(probe.outputs(inputs), np.tanh(inputs), what, given=inputs, slips=slips)
### BEGIN HIDDEN TESTS
for activation_name, activation_function in (
    ("sigmoid", lambda z: 1 / (1 + np.exp(-z))),
    ("softplus", lambda z: np.log1p(np.exp(z))),
):
    probe = checks.ModelProbe(build_mlp, [1, 1], activation=activation_name)
    probe.outputs(inputs)
    probe.set_weights([np.full(shape, 1.0 if len(shape) == 2 else -0.5) for shape in probe.weight_shapes])
    first_layer = activation_function(inputs - 0.5)
    slips = {"Only the first hidden layer has the activation asked for.": np.maximum(first_layer - 0.5, 0.0) - 0.5}
    slips["The last hidden layer has no activation."] = first_layer - 1.0
    expected = activation_function(first_layer - 0.5) - 0.5
    what = f"The output of two hidden layers with another activation ({activation_name})"
    checks.expect_close(probe.outputs(inputs), expected, what, given=inputs, atol=1e-5, slips=slips)
### END HIDDEN TESTS

# %% [markdown]
# **Predict.** Put these in order of their final error: (a) 500 units, raw input; (b) 20–20, raw input; (c) 500 units, standardised; (d) 20–20, standardised.

# %% [markdown]
# *Your prediction:*
#
# …

# %% [markdown]
# Each network is trained as the asker trained theirs: Adam, learning rate 0.01, batches of 32, 100 epochs. To save time, `training.fit` runs each epoch in one compiled step; for the same order of
# batches it makes the same updates as Keras' `fit`. The result of training depends on the random start, so each is trained from four (the largest network from three).
#
# One more experiment, **kinks spread**, changes nothing but the starting point: raw input, one hidden layer, and biases such that the kinks start evenly spread over the data. (With $b = -w c$ the kink is at $c$.)

# %% nbgrader={"grade": false, "grade_id": "demo_experiment", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
x_standard, _ = standardize(x, x)


def experiment(hidden_units, inputs, spread_kinks=False):
    """A function that trains a fresh network and returns its error and its prediction."""

    def run(seed):
        model = build_mlp(hidden_units)
        inputs_2d = tf.constant(inputs[:, None], tf.float32)
        model(inputs_2d)
        kernel, bias = model.trainable_weights[:2]
        if spread_kinks:
            bias.assign(-kernel[0] * np.random.uniform(inputs.min(), inputs.max(), bias.shape))
        training.fit(model, inputs, y, epochs=100)
        prediction = np.ravel(model(inputs_2d))
        return {"mse": np.mean((prediction - y) ** 2), "prediction": prediction}

    return run

# %% nbgrader={"grade": false, "grade_id": "demo_train", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
x_raw, big = x, (64, 64, 64)
plan = {
    "500, raw": (experiment((500,), x_raw), 4),
    "500, raw, kinks spread": (experiment((500,), x_raw, spread_kinks=True), 4),
    "500, standardised": (experiment((500,), x_standard), 4),
    "20–20, raw": (experiment((20, 20), x_raw), 4),
    "20–20, standardised": (experiment((20, 20), x_standard), 4),
    "64–64–64, raw": (experiment(big, x_raw), 3),
    "64–64–64, standardised": (experiment(big, x_standard), 3),
}
runs = {name: training.over_seeds(run, range(seeds), f"Training {name}") for name, (run, seeds) in plan.items()}
mse = {name: result["mse"] for name, result in runs.items()}

# %% [markdown]
# When is one kind of network *better* than another? Here: when its median run beats the best run of the other. That is a rule you can check by eye in the picture, and luck alone rarely passes it.

# %% nbgrader={"grade": false, "grade_id": "demo_better", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def better(one, other):
    """Whether the median run of one beats the best run of the other."""
    return bool(np.median(mse[one]) < np.min(mse[other]))


medians = {name: np.median(run_errors) for name, run_errors in mse.items()}
raw, spread, standardised = "500, raw", "500, raw, kinks spread", "500, standardised"
deep_raw, deep_standardised, largest = "20–20, raw", "20–20, standardised", "64–64–64, standardised"
plots.table(
    ("is better", "than", "medians", "verdict"),
    [
        (one, other, f"{medians[one]:.3f} against {medians[other]:.3f}", "yes" if better(one, other) else "no")
        for one, other in (
            (spread, raw),
            (standardised, raw),
            (deep_raw, raw),
            (deep_standardised, standardised),
            (largest, deep_standardised),
        )
    ],
)

# %% nbgrader={"grade": false, "grade_id": "demo_comparison", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
figure, axis = plt.subplots(figsize=(9, 4))
for row, (name, run_errors) in enumerate(mse.items()):
    color = plots.COLORS["red"] if name.endswith("raw") else plots.COLORS["blue"]
    axis.plot(run_errors, np.full(len(run_errors), row), "o", color=color, alpha=0.6)
    axis.plot(medians[name], row, "|", color="black", markersize=20)
    axis.text(0.6, row, f"{medians[name]:.3f}", va="center")
axis.axvline(constant_mse, color="black", linestyle="--")
axis.set(yticks=range(len(mse)), yticklabels=mse, xscale="log", xlim=(0.003, 1))
axis.set_xlabel("mean squared error (numbers: median; dashed: the best constant)")
axis.invert_yaxis()
axis.set_title(
    f"One hidden layer, raw: {medians[raw]:.2f}. Only depth added (20–20): {medians[deep_raw]:.2f}. Only the kinks\n"
    f"moved: {medians[spread]:.2f}. Standardised and deep: {medians[deep_standardised]:.2f} (20–20), "
    f"{medians[largest]:.3f} (64–64–64)"
)
listed = "; ".join(f"{name} {median:.3f}" for name, median in medians.items())
plots.show(figure, f"Mean squared error of each run, one row for each kind of network. Medians: {listed}.")

# %% nbgrader={"grade": false, "grade_id": "demo_fits", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
shown = [raw, spread, standardised, deep_raw, deep_standardised, largest]
figure, axes = plt.subplots(2, 3, figsize=(11, 4.6), sharex=True, sharey=True)
for axis, name in zip(axes.flat, shown, strict=True):
    middle = np.argsort(mse[name])[len(mse[name]) // 2]
    axis.plot(x, y, color="black", linewidth=0.8)
    axis.plot(x, runs[name]["prediction"][middle], color=plots.COLORS["red"])
    axis.set(title=f"{name}: {mse[name][middle]:.3f}", ylim=(-1.6, 1.6))
figure.supxlabel("x")
figure.supylabel("y")
figure.suptitle("A run from the middle of each: the fit spreads with the kinks, and with depth", x=0.01, ha="left")
listed = "; ".join(f"{name} {medians[name]:.3f}" for name in shown)
plots.show(figure, f"Six panels, each with the sine and a network's prediction. Median errors: {listed}.")

# %% [markdown]
# Read the table row by row, and change one thing at a time:
#
# - *Only the kinks* (rows 1 and 2): same network, same data, same number of epochs. Where the kinks start matters a lot.
# - *Only the scale* (rows 1 and 3): standardising helps the shallow network, too.
# - *Only the depth* (rows 1 and 4): on the raw input, 20–20 has the same trouble, for its first layer starts with all its kinks at 0 as well. (A deep network has a kink wherever a unit of *any* layer switches; those of later layers depend on the earlier ones.)
# - *Both* (row 5): once the kinks lie among the data, depth helps much.
# - *More layers and more parameters* (rows 6 and 7): the large network gets somewhere even on the raw input, and almost everywhere on the standardised one. It changes two things at once, so it cannot tell you which one did it.
#
# So depth is a real cause, but it is the second one.

# %% [markdown]
# ## 5. What depth can do
#
# *Deeper networks can represent more complex functions with the same number of parameters.* For some functions this is a theorem. The **tent map** goes up from 0 to 1 and down again. Applied
# to its own result, each of its straight pieces is folded in two (Telgarsky 2016).

# %% [markdown]
# ### Exercise: `sawtooth`
#
# | | |
# |---|---|
# | **Write** | the tent map, made of ReLUs, applied to its own result `depth` times |
# | **Why it matters** | two ReLUs a layer make $2^k$ straight pieces in $k$ layers; one hidden layer needs a unit for every kink |
# | **Time, difficulty** | 7 minutes, ●●○ |
# | **Signature** | `sawtooth(x, depth)`: array with values in [0, 1], integer ≥ 0 → array of the shape of `x` |
# | **Example** | `sawtooth([0.0, 0.25, 0.5, 1.0], 1)` → `[0.0, 0.5, 1.0, 0.0]`; with depth 2: `[0.0, 1.0, 0.0, 0.0]` |
#
# The tent map is $t(x) = 2x$ for $x \le \tfrac12$ and $2 - 2x$ above. Depth 3 is $t(t(t(x)))$; depth 0 leaves $x$ as it is.
#
# <details><summary>Hint 1: the tent as a sum of ReLUs</summary>
#
# Up to ½ the slope is 2, above it −2. A ReLU that starts at 0 gives the first slope; one that starts at ½ has to *change* it, by how much?
# </details>
# <details><summary>Hint 2: depth</summary>
#
# Composing is putting the result back in: a loop `for _ in range(depth)` in which `x` becomes the tent of `x`. With depth 0 the
# loop does nothing, which is the identity.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# In the loop, `x = 2 * relu(x) - 4 * relu(x - 0.5)`, with `relu(z)` written as `np.maximum(z, 0)`. Before the loop, turn `x` into a float array.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **1 for every input above ½**: the second ReLU must take away slope 4: 2 to be flat, 2 more to go down.
# - **“unsupported operand type(s) for -: 'list' and 'float'”**: start with `x = np.asarray(x, dtype=float)`.
# - **“The truth value of an array … is ambiguous”**: `if x <= 0.5` works for one number; ReLUs need no `if`.
# - **right at depth 1 only**: is the result of one step the input of the next?
# </details>

# %% nbgrader={"grade": false, "grade_id": "sawtooth", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sawtooth(x, depth):
    """The tent map composed with itself: 2**depth straight pieces on [0, 1].

    Parameters
    ----------
    x : array-like
        Values in [0, 1].
    depth : int
        How often the tent map is applied; 0 gives x itself.

    Returns
    -------
    array of the shape of x

    References
    ----------
    Telgarsky (2016), Benefits of depth in neural networks, arXiv:1602.04485.
    """
    ### BEGIN SOLUTION
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)
    return x
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_sawtooth_tent", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

inputs = np.array([0.0, 0.125, 0.25, 0.5, 0.75, 1.0])
slips = {
    "Above ½ the result keeps growing: a ReLU that starts at ½ has to bend it down.": 2 * inputs,
    "Above ½ the result stays at 1: the second ReLU has to take away slope 4, not 2.": [0.0, 0.25, 0.5, 1.0, 1.0, 1.0],
    "Above ½ the result stays too large: the second ReLU has to take away slope 4, not 3.": [
        0.0,
        0.25,
        0.5,
        1.0,
        0.75,
        0.5,
    ],
    "The slope is 1, and the peak ½: the tent map goes up to 1.": [0.0, 0.125, 0.25, 0.5, 0.25, 0.0],
    "The tent stands on its head: it should go up first, then down.": [1.0, 0.75, 0.5, 0.0, 0.5, 1.0],
    "The tent map is applied twice at depth 1.": [0.0, 0.5, 1.0, 0.0, 1.0, 0.0],
    "The tent map is not applied at depth 1.": inputs,
}
tent = [0.0, 0.25, 0.5, 1.0, 0.5, 0.0]
checks.expect_close(checks.call(sawtooth, inputs, 1), tent, "The tent map, depth 1,", given=inputs, slips=slips)
### BEGIN HIDDEN TESTS
inputs = np.random.default_rng(107).uniform(size=(20, 3))
answer = checks.call(sawtooth, inputs, 1)
checks.expect_close(
    answer, 1 - np.abs(1 - 2 * inputs), "The tent map, depth 1, of an array of 20 × 3 random values,", given=inputs
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_sawtooth_identity", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

inputs = np.array([0.0, 0.3, 0.5, 0.8, 1.0])
slips = {
    "The tent map is applied once at depth 0; depth says how often it is applied.": 1 - np.abs(1 - 2 * inputs),
    "This is 0 everywhere: depth 0 leaves x as it is.": np.zeros(5),
}
checks.expect_close(checks.call(sawtooth, inputs, 0), inputs, "The answer at depth 0", given=inputs, slips=slips)

# %% nbgrader={"grade": true, "grade_id": "test_sawtooth_composition", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# By hand, step by step: ⅛ → ¼ → ½; ¼ → ½ → 1; ½ → 1 → 0; ⅝ → ¾ → ½; ⅞ → ¼ → ½.
inputs = np.array([0.125, 0.25, 0.5, 0.625, 0.875])
slips = {
    "The tent map is applied once, not twice: put the result of one step into the next.": [0.25, 0.5, 1.0, 0.75, 0.25],
    "This is twice the tent map, not the tent map of the tent map.": [0.5, 1.0, 2.0, 1.5, 0.5],
    "The tent map is applied three times at depth 2.": [1.0, 0.0, 0.0, 1.0, 1.0],
    "This is 0 everywhere. Are there 4 steps? 2^depth is the number of pieces, depth the number of steps.": np.zeros(5),
    "This is the square of the tent map, not the tent map of the tent map.": np.square([0.25, 0.5, 1.0, 0.75, 0.25]),
}
answer = checks.call(sawtooth, inputs, 2)
checks.expect_close(answer, [0.5, 1.0, 0.0, 0.5, 0.5], "The answer at depth 2", given=inputs, slips=slips)
### BEGIN HIDDEN TESTS
# Whatever the depths, p steps after q steps are p + q steps. (Multiples of 2^-12: exact in float32, too.)
inputs = np.random.default_rng(108).integers(0, 2**12 + 1, size=200) / 2**12
for steps_after, steps_before in ((1, 1), (2, 1), (1, 3), (3, 4)):
    in_two_calls, at_once = (
        checks.call(sawtooth, checks.call(sawtooth, inputs, steps_before), steps_after),
        checks.call(sawtooth, inputs, steps_after + steps_before),
    )
    checks.expect_close(
        at_once, in_two_calls, "A number of steps at once, against the same number in two calls,", given=inputs
    )
checks.expect_close(
    checks.call(sawtooth, inputs, 3), np.abs(np.mod(8 * inputs + 1, 2) - 1), "The answer at depth 3", given=inputs
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_sawtooth_pieces", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# At depth k, the multiples of 2^-k are the ends of the 2^k straight pieces: 0, 1, 0, 1, …
for test_depth in (3, 5):
    inputs = np.arange(2**test_depth + 1) / 2**test_depth
    what = f"The answer at the ends of the pieces, depth {test_depth},"
    checks.expect_close(checks.call(sawtooth, inputs, test_depth), np.arange(2**test_depth + 1) % 2, what, given=inputs)
### BEGIN HIDDEN TESTS
from fractions import Fraction

inputs = np.random.default_rng(109).integers(0, 2**14 + 1, size=60) / 2**14
exact = [Fraction(value) for value in inputs.tolist()]
for _ in range(10):
    exact = [2 * value if value <= Fraction(1, 2) else 2 - 2 * value for value in exact]
answer = checks.call(sawtooth, inputs, 10)
what = "The answer at depth 10, against exact fractions,"
checks.expect_close(answer, np.array([float(value) for value in exact]), what, given=inputs, atol=1e-6)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_sawtooth_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

# A list of numbers is an array-like, too.
answer = checks.call(sawtooth, [0.0, 0.25, 0.5, 1.0], 1)
checks.expect_close(answer, [0.0, 0.5, 1.0, 0.0], "The tent map of a list", given="[0.0, 0.25, 0.5, 1.0]")
### BEGIN HIDDEN TESTS
answer = checks.call(sawtooth, np.array([[0, 1], [1, 0]]), 2)
checks.expect_close(answer, np.zeros((2, 2)), "The answer for whole numbers", given="[[0, 1], [1, 0]]")
checks.expect_close(checks.call(sawtooth, [0, 1], 0), [0, 1], "The answer at depth 0 for a list of whole numbers")
### END HIDDEN TESTS

# %% nbgrader={"grade": false, "grade_id": "demo_pieces", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def count_pieces(values):
    """Number of straight pieces of a function given on an even grid (a kink between two points shows at both)."""
    slopes = np.diff(values)
    bends = np.abs(np.diff(slopes)) > 1e-6 * np.abs(slopes).max() + 1e-12
    return 1 + int(np.sum(bends & ~np.append(False, bends[:-1])))


grid = np.linspace(0, 1, 2**14 + 1)
depths = np.arange(1, 11)
deep_pieces = np.array([count_pieces(np.asarray(sawtooth(grid, depth))) for depth in depths])
deep_parameters = np.array([parameter_count((1, *[2] * depth, 1)) for depth in depths])
shallow_units = (deep_parameters - 1) // 3  # one hidden layer of u units has 3u + 1 parameters …
shallow_pieces = shallow_units + 1  # … and at most u kinks

# %% nbgrader={"grade": false, "grade_id": "demo_sawtooth", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
figure, axes = plt.subplots(1, 4, figsize=(11, 3.2), width_ratios=(1, 1, 1, 2))
for axis, depth in zip(axes, (1, 3, 5), strict=False):
    axis.plot(grid, np.asarray(sawtooth(grid, depth)), color=plots.COLORS["blue"], linewidth=1.2)
    axis.set(title=f"depth {depth}: {deep_pieces[depth - 1]} pieces", xlabel="x", yticks=(0, 1))
axes[0].set_ylabel("sawtooth(x, depth)")
right = axes[3]
right.semilogy(deep_parameters, deep_pieces, "o-", color=plots.COLORS["blue"], label="sawtooth, two units a layer")
right.semilogy(deep_parameters, shallow_pieces, "s--", color=plots.COLORS["red"], label="one hidden layer, at most")
right.set(xlabel="parameters", ylabel="straight pieces")
right.set_title(f"{deep_parameters[-1]} parameters: {deep_pieces[-1]} pieces against {shallow_pieces[-1]}")
right.legend()
figure.suptitle("Each layer doubles the pieces, while the parameters grow by a constant", x=0.01, ha="left")
alt = f"""Sawtooth curves of {deep_pieces[0]}, {deep_pieces[2]} and {deep_pieces[4]} pieces, and the number of pieces
    over the number of parameters: with {deep_parameters[-1]} parameters the deep network has {deep_pieces[-1]}
    pieces, one hidden layer at most {shallow_pieces[-1]}."""
plots.show(figure, alt)

# %% [markdown]
# This shows that *some* deep networks are very complex for their size. It does not show that deep networks *usually* are, or that training finds them. Try both. First, networks of 20 units with random
# weights, arranged in 1, 2, 4 or 10 hidden layers:

# %% nbgrader={"grade": false, "grade_id": "demo_random_pieces", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def random_network(hidden_units, values, rng):
    """A ReLU network with random weights (He et al. 2015) and biases, at values in [0, 1]."""
    values = 4 * values[:, None] - 2
    for width in hidden_units:
        kernel = rng.normal(0, (2 / values.shape[1]) ** 0.5, (values.shape[1], width))
        values = np.maximum(values @ kernel + rng.normal(0, 0.5, width), 0)
    return values @ rng.normal(size=values.shape[1])


rng = np.random.default_rng(1)
arrangements = {"20": (20,), "10–10": (10, 10), "5–5–5–5": (5,) * 4, "ten layers of 2": (2,) * 10}
random_pieces = {
    name: [count_pieces(random_network(hidden_units, grid[::4], rng)) for _ in range(200)]
    for name, hidden_units in arrangements.items()
}
random_medians = {name: np.median(pieces) for name, pieces in random_pieces.items()}
random_largest = max(max(pieces) for pieces in random_pieces.values())

# %% nbgrader={"grade": false, "grade_id": "demo_random_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
figure, axis = plt.subplots(figsize=(8, 3.2))
style = {"color": plots.COLORS["red"]}
axis.boxplot(list(random_pieces.values()), orientation="horizontal", whis=(0, 100), medianprops=style)
axis.set(yticklabels=random_pieces, ylabel="hidden layers")
axis.set_xlabel("straight pieces (line: median; whiskers: all 200 networks)")
axis.invert_yaxis()
axis.set_title(f"Random networks of 20 units: at most {random_largest} pieces (sawtooth: {deep_pieces[-1]})")
listed = "; ".join(f"{name} {median:.0f}" for name, median in random_medians.items())
alt = (
    f"Box plots of the straight pieces of 200 random networks for each arrangement of 20 units. Medians: {listed}."
)
plots.show(figure, alt)

# %% [markdown]
# Hanin and Rolnick (2019) explain it: at random weights, the expected number of pieces grows with the number of *units*, however they are arranged in layers. Second, train a network that is wider than the sawtooth of
# depth 4 needs:

# %% nbgrader={"grade": false, "grade_id": "demo_learn_sawtooth", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
saw_x, saw_y = grid[::32], np.asarray(sawtooth(grid[::32], 4))
saw_x_standard, _ = standardize(saw_x, saw_x)


def learn_sawtooth(seed):
    """Train 8–8–8–8 on the sawtooth; the share of its variance that is left as error."""
    model = build_mlp((8, 8, 8, 8))
    training.fit(model, saw_x_standard, saw_y, epochs=100)
    prediction = np.ravel(model(tf.constant(np.asarray(saw_x_standard)[:, None], tf.float32)))
    return np.mean((prediction - saw_y) ** 2) / np.var(saw_y)


sawtooth_left = training.over_seeds(learn_sawtooth, range(3), "Learning the sawtooth of depth 4")
plots.table(
    ("8–8–8–8 after 100 epochs, from three random starts", "of the sawtooth's variance is left as error"),
    [(f"start {seed + 1}", f"{left:.0%}") for seed, left in enumerate(sawtooth_left)],
)

# %% [markdown]
# Depth makes room for complex functions. It does not promise them.

# %% [markdown]
# ## 6. XOR, by hand
#
# *A famous old paper showed that neural networks cannot compute XOR.* What Minsky and Papert (1969) proved is about one unit that sees the inputs directly. It would need a line that has
# (0, 1) and (1, 0) on one side and (0, 0) and (1, 1) on the other:
#
# $$b < 0, \qquad w_1 + b > 0, \qquad w_2 + b > 0, \qquad w_1 + w_2 + b < 0.$$
#
# Adding the two in the middle gives $w_1 + w_2 + 2b > 0$; adding the first and the last gives $w_1 + w_2 + 2b < 0$. Both cannot hold. A hidden layer changes this.

# %% [markdown]
# ### Exercise: `xor_network`
#
# | | |
# |---|---|
# | **Write** | the nine numbers of a network of two ReLU units and one output that computes XOR exactly |
# | **Why it matters** | one unit cannot; two in a hidden layer can, and you will have seen with your own numbers why |
# | **Time, difficulty** | 7 minutes, ●●○ |
# | **Signature** | `xor_network()` → tuple (W1 (2, 2), b1 (2,), w2 (2,), b2 scalar) |
# | **Example** | `np.maximum(x @ W1 + b1, 0) @ w2 + b2` is 0, 1, 1, 0 for `x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])` |
#
# Column $j$ of $W_1$ holds the two weights into hidden unit $j$. Many choices are right. Find one by hand, not by training: a trained
# network comes close, and exactly is possible.
#
# <details><summary>Hint 1: what can the hidden units look at?</summary>
#
# XOR depends only on the sum $s = x_1 + x_2$, which is 0, 1 or 2, and should map to 0, 1 and 0. So let both hidden units see $s$ (all four
# weights of $W_1$ are 1), and draw the wanted output over $s$: up, then down.
# </details>
# <details><summary>Hint 2: up, then down</summary>
#
# $\max(0, s)$ goes up with slope 1. A second unit that starts at $s = 1$, $\max(0, s - 1)$, can bend it down. Which slope must it add, so that the
# sum is back at 0 for $s = 2$?
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `W1` is all ones, `b1` is `[0, -1]`, `w2` is `[1, ?]`, `b2` is 0. Set the output for the input (1, 1) to 0 and solve for the question mark.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“has another shape”**: `w2` is a flat array of two numbers, `b2` one number.
# - **“returns one where 4 values are expected”**: end with `return W1, b1, w2, b2`.
# - **“name 'np' is not defined”**: run the setup cell at the top of the notebook.
# - **right for three of the four inputs**: go through the fourth by hand; a hidden unit cannot be negative, its value is cut off at 0.
# </details>

# %% nbgrader={"grade": false, "grade_id": "xor_network", "locked": false, "schema_version": 3, "solution": true, "task": false}
def xor_network():
    """Weights of a two-unit ReLU network that computes XOR: relu(x @ W1 + b1) @ w2 + b2.

    Returns
    -------
    W1 : array, shape (2, 2)
        Weights from the inputs (rows) to the hidden units (columns).
    b1 : array, shape (2,)
        Biases of the hidden units.
    w2 : array, shape (2,)
        Weights from the hidden units to the output.
    b2 : float
        Bias of the output.

    References
    ----------
    Goodfellow, Bengio and Courville (2016), Deep Learning, section 6.1.
    """
    ### BEGIN SOLUTION
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])
    b1 = np.array([0.0, -1.0])
    w2 = np.array([1.0, -2.0])
    b2 = 0.0
    return W1, b1, w2, b2
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_xor_network_shapes", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
from lessonkit import checks

names, shapes = ("W1", "b1", "w2", "b2"), ((2, 2), (2,), (2,), ())
network = checks.parts(checks.call(xor_network), names)
for name, shape, value in zip(names, shapes, network, strict=True):
    checks.expect_shape(value.reshape(()) if name == "b2" and value.size == 1 else value, shape, name)

# %% nbgrader={"grade": true, "grade_id": "test_xor_network_values", "locked": true, "points": 0.75, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks

network = checks.parts(checks.call(xor_network), ("W1", "b1", "w2", "b2"))
w_in, b_in, w_out, b_out = (part.astype(float) for part in network)
fits = (w_in.shape, b_in.shape, w_out.shape, b_out.size) == ((2, 2), (2,), (2,), 1)
what = "The network cannot be evaluated: one of W1, b1, w2, b2 does not have its shape."
checks.expect(fits, what, hint="The test above says which one.")
inputs, wanted = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([0.0, 1.0, 1.0, 0.0])
output, swapped = (np.maximum(inputs @ w + b_in, 0.0) @ w_out + b_out.reshape(()) for w in (w_in, w_in.T))
plane = (inputs @ w_in + b_in) @ w_out + b_out.reshape(())
slips = {
    "This network computes OR: for (1, 1), XOR is 0.": [0, 1, 1, 1],
    "This network computes AND; XOR is 1 where exactly one input is 1.": [0, 0, 0, 1],
    "This network computes the opposite of XOR: 1 where the inputs are equal.": [1, 0, 0, 1],
    "No ReLU cuts anything off for these inputs, so the network is a plane.": np.nan_to_num(plane),
}
if np.allclose(swapped, wanted):
    slips = {"With W1 transposed it would be XOR: column j of W1 belongs to hidden unit j.": output}
elif np.all(np.abs(output - wanted) < 0.4):
    slips = {"It is close to XOR; exactly 0 and 1 are asked for: find the numbers by hand, not by training.": output}
given, what = "(0, 0), (0, 1), (1, 0), (1, 1)", "The output of the network for the four inputs"
checks.expect_close(output, wanted, what, given=given, rtol=0, slips=slips)

# %% [markdown]
# *Each unit only draws a linear boundary; stacking them makes the data linearly separable.* To check that, look at the four inputs as the hidden layer sees them. Whether a line separates two sets of points is a question that
# linear programming answers: are there $w$ and $b$ with $w \cdot x + b \ge 1$ for the one set and $\le -1$ for the other?

# %% nbgrader={"grade": false, "grade_id": "demo_separable", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
from scipy.optimize import linprog

corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
xor = np.array([0, 1, 1, 0])


def separating_line(points):
    """(w1, w2, b) of a line that has the XOR classes on its two sides, or None if there is none."""
    sides = np.where(xor == 1, 1.0, -1.0)[:, None] * np.column_stack([points, np.ones(4)])
    result = linprog(np.zeros(3), A_ub=-sides, b_ub=-np.ones(4), bounds=(None, None))
    return result.x if result.status == 0 else None


W1, b1, w2, b2 = (np.asarray(part, float) for part in xor_network())
hidden = np.maximum(corners @ W1 + b1, 0)
xor_output = hidden @ w2 + b2
input_line, hidden_line = separating_line(corners), separating_line(hidden)

# %% nbgrader={"grade": false, "grade_id": "demo_line", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def draw_line(axis, line, **style):
    """Draw w1·x + w2·y + b = 0, given as (w1, w2, b); nothing if there is no such line."""
    if line is not None and np.any(line[:2]):
        normal = np.asarray(line[:2])
        point = -line[2] * normal / (normal @ normal)
        axis.axline(point, point + [-normal[1], normal[0]], **style)


def draw_classes(axis, points, line):
    """The four points, coloured by their XOR, and a title that says whether there is a line between the classes."""
    for value, color, marker in ((0, plots.COLORS["red"], "s"), (1, plots.COLORS["blue"], "o")):
        axis.plot(*points[xor == value].T, marker, color=color, markersize=10, label=f"XOR = {value}")
    span, centre = np.ptp(points, axis=0).max(), points.mean(axis=0)
    axis.set(xlim=centre[0] + np.array([-1, 1]) * span, ylim=centre[1] + np.array([-0.8, 0.8]) * span)
    axis.set_title(f"{'No' if line is None else 'A'} line separates the classes")

# %% nbgrader={"grade": false, "grade_id": "demo_planes", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
figure, axes = plt.subplots(1, 2, figsize=(9, 4.4))
draw_classes(axes[0], corners, input_line)
draw_classes(axes[1], hidden, hidden_line)
for unit, style in ((0, ":"), (1, "--")):
    line = (*W1[:, unit], b1[unit])
    draw_line(axes[0], line, color="black", linestyle=style, label=f"unit {unit + 1} switches")
draw_line(axes[1], hidden_line, color=plots.COLORS["green"], label="a separating line")
axes[0].set(xlabel="input 1", ylabel="input 2")
axes[1].set(xlabel="hidden unit 1", ylabel="hidden unit 2")
for axis in axes:
    axis.legend(ncols=2, fontsize=9, loc="upper center", bbox_to_anchor=(0.5, -0.17))
figure.suptitle(
    "XOR as the output of the network sees it: right, in the plane of its hidden units", x=0.01, ha="left"
)
alt = f"""Left: the four corners of the input plane, and the lines on which the two hidden units switch.
    A line that separates the classes exists: {input_line is not None}. Right: the same four inputs in the plane of
    the hidden units; a separating line exists: {hidden_line is not None}. Outputs: {xor_output.tolist()}."""
plots.show(figure, alt)

# %% [markdown]
# Does a network find such a plane by itself? Train the same shape (two inputs, two ReLU units, one output) from random weights:

# %% nbgrader={"grade": false, "grade_id": "demo_trained_xor", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def train_xor(seed):
    """Whether training ends at XOR, and whether its hidden plane separates the classes."""
    layers = [keras.layers.Dense(2, activation="relu"), keras.layers.Dense(1)]
    training.fit(keras.Sequential([keras.Input((2,)), *layers]), corners, xor, epochs=400, learning_rate=0.05)
    plane = layers[0](tf.constant(corners, tf.float32))
    solved = np.allclose(layers[1](plane)[:, 0], xor, atol=0.1)
    return {"solved": solved, "separable": separating_line(plane.numpy()) is not None}


trained_xor = training.over_seeds(train_xor, range(10), "Training ten small networks on XOR")
xor_solved, xor_separable = int(np.sum(trained_xor["solved"])), int(np.sum(trained_xor["separable"]))
plots.table(
    ("XOR from ten random starts", "networks"),
    [("the hidden plane separates the classes", xor_separable), ("the output is XOR (to 0.1)", xor_solved)],
)

# %% [markdown]
# A hidden layer *can* make the data separable, and that is why depth can help. Whether training gets there from a random start is another matter: with only two units, one that is 0 for all four inputs gets no gradient and never comes back.

# %% [markdown]
# ## 7. A probabilistic model
#
# *Use TensorFlow Probability; a probabilistic model gives almost perfect results.* The model meant is a **Gaussian process**: a prior over functions, given by a kernel $k(x, x')$, the covariance of the function's
# values at two inputs. Two kernels say different things about functions before any data are seen:
#
# $$k_{\text{SE}}(x, x') = a^2 \exp\left(-\frac{(x - x')^2}{2\ell^2}\right), \qquad k_{\text{per}}(x, x') = a^2 \exp\left(-\frac{2}{\ell^2}\sin^2\frac{\pi (x - x')}{p}\right).$$
#
# The first (squared-exponential) says: *smooth, and points further apart than a few* $\ell$ *have nothing to do with each other*. The second: *smooth, and repeats itself with period* $p$. (Rasmussen and Williams 2006, chapter 4.)

# %% [markdown]
# ### Exercise: `gp_posterior`
#
# | | |
# |---|---|
# | **Write** | what a Gaussian process believes about the function after it has seen noisy values: mean and standard deviation |
# | **Why it matters** | it says what it does not know. Everything in it is the prior (the kernel) and five lines of linear algebra |
# | **Time, difficulty** | 12 minutes, ●●● |
# | **Signature** | `gp_posterior(kernel, x_train, y_train, x_test, noise_variance)`: function, (n,), (n,), (m,), number > 0 → tuple (mean (m,), std (m,)) |
# | **Example** | one training point x = 0, y = 8; a kernel with k(0, 0) = 1; noise variance 3: at x = 0 the mean is 8 · 1/(1 + 3) = 2 and the standard deviation √(1 − 1/(1 + 3)) ≈ 0.866 |
#
# `kernel(a, b)` takes two 1-D NumPy arrays and gives the matrix of all covariances, shape `(len(a), len(b))`. With
# $K = k(X, X) + \sigma^2 I$ and $K_* = k(X, X_*)$, training inputs $X$ and test inputs $X_*$,
#
# $$\text{mean} = K_*^\top K^{-1} y, \qquad \text{variance} = \operatorname{diag}\left(k(X_*, X_*) - K_*^\top K^{-1} K_*\right).$$
#
# The variance is that of the noise-free function. Do not form $K^{-1}$: factorise $K = L L^\top$ (Cholesky) and solve with $L$.
#
# <details><summary>Hint 1: the three matrices</summary>
#
# `kernel(x_train, x_train)` is (n, n), and the noise variance goes on its diagonal: `+ noise_variance * np.eye(n)`. `kernel(x_train, x_test)` is (n, m).
# Of `kernel(x_test, x_test)` only the diagonal is needed.
# </details>
# <details><summary>Hint 2: an inverse without inverting</summary>
#
# $K^{-1} y$ is the solution $a$ of $K a = y$. With $L$ = `np.linalg.cholesky(K)`, solve $L v = K_*$ for $v$, (n, m), and $L u = y$ for $u$. Then
# $K_*^\top K^{-1} y = v^\top u$, and the diagonal of $K_*^\top K^{-1} K_*$ is the sum of $v^2$ over its rows.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `v = np.linalg.solve(L, K_star)`, `u = np.linalg.solve(L, y_train)`, `mean = v.T @ u`,
# `variance = np.diag(kernel(x_test, x_test)) - np.sum(v**2, axis=0)`. Rounding can make a variance of 0 slightly negative: `np.maximum(variance, 0)`
# before the square root.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“matmul: Input operand 1 has a mismatch in its core dimension”**: print the shapes; `K_star` is (n, m), and its transpose comes first.
# - **LinAlgError: “Matrix is not positive definite”**: the noise variance is not on the diagonal of `K`.
# - **nan in the standard deviation**: a variance came out a little below 0.
# - **right for one training point, wrong for several**: `scipy.linalg.cholesky` gives the upper factor unless you say `lower=True`.
# - **std of shape (m, m)**: take the diagonal.
# - **the standard deviation is too large everywhere**: the noise belongs into `K`, not on top of the result.
# </details>

# %% nbgrader={"grade": false, "grade_id": "gp_posterior", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    """Posterior mean and standard deviation of a Gaussian process with prior mean 0.

    Parameters
    ----------
    kernel : function
        kernel(a, b) gives the covariances of two 1-D arrays, shape (len(a), len(b)).
    x_train, y_train : array-like, shape (n,)
        Inputs and noisy values.
    x_test : array-like, shape (m,)
        Inputs to predict at.
    noise_variance : float
        Variance of the noise in y_train, > 0.

    Returns
    -------
    mean, std : arrays, shape (m,)
        Of the noise-free function at x_test.

    References
    ----------
    Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, algorithm 2.1.
    """
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    ### BEGIN SOLUTION
    L = np.linalg.cholesky(kernel(x_train, x_train) + noise_variance * np.eye(len(x_train)))
    v = np.linalg.solve(L, kernel(x_train, x_test))
    mean = v.T @ np.linalg.solve(L, y_train)
    variance = np.diag(kernel(x_test, x_test)) - np.sum(v**2, axis=0)
    return mean, np.sqrt(np.maximum(variance, 0.0))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_mean", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks


def gp_test_bell(a, b):
    return np.exp(-((np.asarray(a)[:, None] - np.asarray(b)[None, :]) ** 2) / 2)


# By hand, at x = 0: the mean is 8 · 1 / (1 + 3) = 2. Far from the data the prior is back: 0.
case = (gp_test_bell, np.array([0.0]), np.array([8.0]), np.array([0.0, 50.0, -50.0]), 3.0)
given = "x_train [0], y_train [8], x_test [0, 50, −50], noise_variance 3, a squared-exponential kernel with k(x, x) = 1"
slips = {
    "The noise variance is not on the diagonal of K, or K⁻¹ is missing.": [8.0, 0.0, 0.0],
    "The noise enters as its square: it is already a variance.": [0.8, 0.0, 0.0],
    "The noise enters as its square root; the variance itself belongs on the diagonal.": [8 / (1 + 3**0.5), 0.0, 0.0],
    "This multiplies by K where K⁻¹ is needed.": [32.0, 0.0, 0.0],
    "This solves with the Cholesky factor L once; K⁻¹ needs both L and its transpose.": [4.0, 0.0, 0.0],
}
got_mean, got_std = checks.parts(checks.call(gp_posterior, *case), ("mean", "std"))
checks.expect_close(got_mean, [2.0, 0.0, 0.0], "The mean, for one training point,", given=given, slips=slips)

# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_std", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks


def gp_test_bell(a, b):
    return np.exp(-((np.asarray(a)[:, None] - np.asarray(b)[None, :]) ** 2) / 2)


# By hand, at x = 0: the variance is 1 − 1 · 1 / (1 + 3) = 0.75. Far from the data the prior is back: 1.
case = (gp_test_bell, np.array([0.0]), np.array([8.0]), np.array([0.0, 50.0, -50.0]), 3.0)
given = "x_train [0], y_train [8], x_test [0, 50, −50], noise_variance 3, a squared-exponential kernel with k(x, x) = 1"
slips = {
    "This is the variance; the standard deviation is its square root.": [0.75, 1.0, 1.0],
    "This includes the noise of a new value; the noise-free function is asked for.": [3.75**0.5, 2.0, 2.0],
    "The noise variance is not added to the diagonal of k(X, X).": [0.0, 1.0, 1.0],
    "The noise enters as its square: it is already a variance.": [0.9**0.5, 1.0, 1.0],
    "The noise enters as its square root; the variance belongs on the diagonal.": [0.7962252, 1.0, 1.0],
    "This is what the data take away from the variance; subtract it from the prior's.": [0.5, 0.0, 0.0],
    "This is the standard deviation of the prior: the data have not entered.": [1.0, 1.0, 1.0],
}
got_mean, got_std = checks.parts(checks.call(gp_posterior, *case), ("mean", "std"))
what = "The standard deviation, for one training point,"
checks.expect_close(got_std, [0.75**0.5, 1.0, 1.0], what, given=given, slips=slips)

# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_shapes", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks


def gp_test_bell(a, b):
    return np.exp(-((np.asarray(a)[:, None] - np.asarray(b)[None, :]) ** 2) / 2)


for n_seen, n_unseen in ((3, 5), (4, 1), (2, 2)):
    case = (gp_test_bell, np.arange(n_seen) * 1.5, np.cos(np.arange(n_seen)), np.linspace(-1.0, 4.0, n_unseen), 0.5)
    got_mean, got_std = checks.parts(checks.call(gp_posterior, *case), ("mean", "std"))
    checks.expect_shape(got_mean, (n_unseen,), f"The mean for {n_seen} training and {n_unseen} test inputs")
    matrix = "The standard deviation is a matrix: only its diagonal is asked for, one number for each test input."
    checks.expect(
        got_std.shape != (n_unseen, n_unseen) or n_unseen == 1,
        matrix,
        expected=f"({n_unseen},)",
        got=str(got_std.shape),
    )
    checks.expect_shape(
        got_std, (n_unseen,), f"The standard deviation for {n_seen} training and {n_unseen} test inputs"
    )

# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks


def gp_test_brownian(a, b):
    return np.minimum(np.asarray(a)[:, None], np.asarray(b)[None, :])


# By hand: k(a, b) = min(a, b), so the prior variance grows with x. K = [[1, 1], [1, 4]] + I has the inverse
# [[5, −1], [−1, 2]] / 9, and K⁻¹ y is [5, −1]. At x = 1 the mean is 5 − 1, at x = 9 and x = 4 it is 5 − 4.
case = (gp_test_brownian, np.array([1.0, 4.0]), np.array([9.0, 0.0]), np.array([1.0, 9.0, 4.0]), 1.0)
given = "x_train [1, 4], y_train [9, 0], x_test [1, 9, 4], noise_variance 1, the kernel min(a, b)"
got_mean, got_std = checks.parts(checks.call(gp_posterior, *case), ("mean", "std"))
upper = "A Cholesky factor is used the wrong way round; scipy.linalg.cholesky gives the upper one unless lower=True."
slips = {
    "The noise variance is added to every entry of K; it belongs on the diagonal only: np.eye(n).": [4.5, -4.5, -4.5],
    upper: [3.0, -1.5, -1.5] if np.allclose(got_mean[:1], 3.0) else [4.5, 4.5, 4.5],
}
hint = "Does every covariance come from `kernel`?"
what = "The mean with two training points"
checks.expect_close(got_mean, [4.0, 1.0, 1.0], what, given=given, slips=slips, hint=hint)
slips = {"The prior variance is taken as 1; it is the diagonal of kernel(x_test, x_test).": [2 / 3, 0.0, 0.0]}
what = "The standard deviation with two training points"
checks.expect_close(got_std, [2 / 3, 52**0.5 / 3, 7**0.5 / 3], what, given=given, slips=slips, hint=hint)
### BEGIN HIDDEN TESTS
test_kernels = {
    "squared-exponential": lambda a, b: 2.0 * np.exp(-((np.asarray(a)[:, None] - np.asarray(b)[None, :]) ** 2) / 2),
    "periodic": lambda a, b: np.exp(-2 * np.sin(np.pi * (np.asarray(a)[:, None] - np.asarray(b)[None, :]) / 3) ** 2),
    "polynomial": lambda a, b: (1 + 0.1 * np.asarray(a)[:, None] * np.asarray(b)[None, :]) ** 2,
    "Brownian": gp_test_brownian,
}
test_rng = np.random.default_rng(110)
for kernel_name, covariance in test_kernels.items():
    seen_x, unseen_x, noise_level = np.sort(test_rng.uniform(0.2, 6.0, 9)), test_rng.uniform(0.0, 8.0, 14), 0.3
    seen_y = test_rng.normal(size=9)
    gram = covariance(seen_x, seen_x) + noise_level * np.identity(9)
    # The reference: one unseen input at a time, as the regression of its value on the nine seen values.
    pull = [np.linalg.solve(gram, covariance(seen_x, unseen_x[k : k + 1])[:, 0]) for k in range(14)]
    prior = [covariance(unseen_x[k : k + 1], unseen_x[k : k + 1])[0, 0] for k in range(14)]
    cross = [covariance(seen_x, unseen_x[k : k + 1])[:, 0] for k in range(14)]
    expected_mean = np.array([weights @ seen_y for weights in pull])
    expected_std = np.sqrt([p - weights @ c for p, weights, c in zip(prior, pull, cross, strict=True)])
    got_mean, got_std = checks.parts(
        checks.call(gp_posterior, covariance, seen_x, seen_y, unseen_x, noise_level), ("mean", "std")
    )
    checks.expect_close(
        got_mean, expected_mean, f"The mean with a {kernel_name} kernel", given=seen_x, rtol=1e-3, atol=1e-4
    )
    what = f"The standard deviation with a {kernel_name} kernel"
    checks.expect_close(got_std, expected_std, what, given=seen_x, rtol=1e-3, atol=1e-4)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_noise", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks


def gp_test_bell(a, b):
    return np.exp(-((np.asarray(a)[:, None] - np.asarray(b)[None, :]) ** 2) / 2)


# With noise that drowns everything, the data say nothing: the prior is back, mean 0 and standard deviation 1.
case = (gp_test_bell, np.array([0.0, 1.0, 3.0]), np.array([2.0, -1.0, 1.0]), np.array([0.0, 2.0, 9.0]), 1e8)
got_mean, got_std = checks.parts(checks.call(gp_posterior, *case), ("mean", "std"))
given = "three training points and a noise variance of 1e8"
noisy = "The noise is in the result: the standard deviation of the noise-free function is asked for."
checks.expect_close(got_mean, np.zeros(3), "The mean under huge noise (0, as in the prior)", given=given, atol=1e-5)
slips = {noisy: np.full(3, (1 + 1e8) ** 0.5)}
checks.expect_close(
    got_std, np.ones(3), "The standard deviation under huge noise (1, as in the prior)", given=given, slips=slips
)
### BEGIN HIDDEN TESTS
# More noise in the same data: the standard deviation grows, and never beyond the prior's.
seen_x, unseen_x = np.linspace(0.0, 5.0, 8), np.linspace(-2.0, 7.0, 19)
before = np.zeros(19)
for noise_level in (0.05, 0.4, 3.0, 20.0):
    got_mean, got_std = checks.parts(
        checks.call(gp_posterior, gp_test_bell, seen_x, np.sin(seen_x), unseen_x, noise_level), ("mean", "std")
    )
    checks.expect_shape(got_std, (19,), "The standard deviation")
    checks.expect(
        np.all(got_std >= before - 1e-4), "The standard deviation falls when the noise grows.", given=noise_level
    )
    checks.expect(
        np.all(got_std <= 1 + 1e-4), "The standard deviation is larger than the prior's.", given=noise_level, hint=noisy
    )
    before = got_std
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_little_noise", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks


def gp_test_narrow_bell(a, b):
    return 2.3 * np.exp(-((np.asarray(a)[:, None] - np.asarray(b)[None, :]) ** 2))


# Almost no noise: at the training inputs the mean is the data, and the standard deviation almost 0.
seen_x = np.array([0.0, 1.3, 2.5, 4.1])
case = (gp_test_narrow_bell, seen_x, np.array([1.0, -2.0, 0.5, 3.0]), seen_x, 1e-6)
got_mean, got_std = checks.parts(checks.call(gp_posterior, *case), ("mean", "std"))
given = "four training points, predicted at the training inputs, noise variance 1e-6"
checks.expect_close(got_mean, [1.0, -2.0, 0.5, 3.0], "The mean with almost no noise", given=given, atol=1e-3)
hint = "Rounding can turn a variance of 0 into a tiny negative number, and its square root is nan: cut it off at 0."
checks.expect(
    np.isfinite(got_std).all(), "The standard deviation with almost no noise holds nan.", got=got_std, hint=hint
)
checks.expect_close(got_std, np.full(4, 1e-3), "The standard deviation with almost no noise", given=given, atol=5e-3)
### BEGIN HIDDEN TESTS
for spacing in (1.1, 1.2, 1.4, 1.7):
    seen_x = spacing * np.arange(25) + 0.1 * np.sin(np.arange(25))
    case = (gp_test_narrow_bell, seen_x, np.cos(seen_x), seen_x, 1e-16)
    got_mean, got_std = checks.parts(checks.call(gp_posterior, *case), ("mean", "std"))
    checks.expect(
        np.isfinite(got_std).all(), "The standard deviation holds nan for many points, almost no noise.", hint=hint
    )
    checks.expect_close(
        got_std, np.zeros(25), "The standard deviation at the training inputs, almost no noise,", atol=5e-3
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from lessonkit import checks


def gp_test_plain_bell(a, b):
    return np.exp(-((a[:, None] - b[None, :]) ** 2) / 2)


# Lists of whole numbers are data, too; the kernel gets 1-D NumPy arrays.
got_mean, got_std = checks.parts(
    checks.call(gp_posterior, gp_test_plain_bell, [0], [8], [0, 50, -50], 3), ("mean", "std")
)
given = "the lists [0], [8] and [0, 50, −50], noise variance 3"
checks.expect_close(got_mean, [2.0, 0.0, 0.0], "The mean for lists of whole numbers", given=given)
checks.expect_close(got_std, [0.75**0.5, 1.0, 1.0], "The standard deviation for lists of whole numbers", given=given)

# %% [markdown]
# The data: 60 points of the sine with noise, from the first three periods only. The model is then asked about these three periods and about the two after them.
#
# **Predict.** What will each kernel say beyond the data, and how sure will it be?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_gp_data", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def squared_exponential(amplitude, length):
    return lambda a, b: amplitude**2 * np.exp(-((a[:, None] - b[None, :]) ** 2) / (2 * length**2))


def periodic(amplitude, length, period):
    return lambda a, b: (
        amplitude**2 * np.exp(-2 * np.sin(np.pi * (a[:, None] - b[None, :]) / period) ** 2 / length**2)
    )


rng = np.random.default_rng(1)
noise_variance = 0.1**2
x_seen = np.sort(rng.uniform(0, 6 * np.pi, 60))
y_seen = np.sin(x_seen) + rng.normal(0, noise_variance**0.5, 60)
x_all = np.linspace(0, 10 * np.pi, 601)
beyond = x_all > 6 * np.pi


def errors(mean):
    """Mean squared error inside the data and beyond them."""
    square = (np.asarray(mean) - np.sin(x_all)) ** 2
    return square[~beyond].mean(), square[beyond].mean()

# %% nbgrader={"grade": false, "grade_id": "demo_beliefs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def draw_gp(axis, mean, std, title):
    band, color = "mean ± 2 standard deviations", plots.COLORS["sky"]
    axis.fill_between(x_all, mean - 2 * std, mean + 2 * std, color=color, alpha=0.4, label=band)
    axis.plot(x_all, np.sin(x_all), color="black", linewidth=1, label="sin(x)")
    axis.plot(x_all, mean, color=plots.COLORS["blue"], label="mean")
    axis.plot(x_seen, y_seen, ".", color=plots.COLORS["red"], label="data")
    axis.set(ylabel="y", ylim=(-2.6, 2.6), title=title)


def believe(kernel):
    """Mean and standard deviation at x_all, from your function, as arrays."""
    return [np.asarray(part) for part in gp_posterior(kernel, x_seen, y_seen, x_all, noise_variance)]


kernels = {
    "Squared-exponential": squared_exponential(1.0, 1.5),
    "Periodic, period 2π": periodic(1.0, 1.5, 2 * np.pi),
}
beliefs = {name: believe(kernel) for name, kernel in kernels.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_gp", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
figure, axes = plt.subplots(2, 1, figsize=(9, 5.6), sharex=True)
listed = []
for axis, (name, (mean, std)) in zip(axes, beliefs.items(), strict=True):
    result = "error {:.4f} inside the data, {:.4f} beyond".format(*errors(mean))
    listed.append(f"{name}: {result}")
    draw_gp(axis, mean, std, f"{name}: {result}; at the end it says ± {2 * std[-1]:.2f}")
axes[1].set_xlabel("x")
axes[0].legend(ncols=4, loc="upper left", fontsize=9)
alt = f"""Two Gaussian processes on the same 60 points up to 6π, predicted to 10π. {"; ".join(listed)}. Beyond the
    data the first returns to 0 with a wide band; the second goes on with a narrow one."""
plots.show(figure, alt)

# %% [markdown]
# Neither has *learned* to go on as it does: the kernel said so from the start. The squared-exponential kernel knows nothing beyond the data, and says so with its standard deviation. The periodic kernel was told the answer.
#
# TensorFlow Probability computes the same:

# %% nbgrader={"grade": false, "grade_id": "demo_agree", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
psd_kernels = tfp.math.psd_kernels
tfp_kernels = {
    "Squared-exponential": psd_kernels.ExponentiatedQuadratic(np.float64(1.0), np.float64(1.5)),
    "Periodic, period 2π": psd_kernels.ExpSinSquared(np.float64(1.0), np.float64(1.5), np.float64(2 * np.pi)),
}
differences = []
for name, kernel in tfp_kernels.items():
    process = tfp.distributions.GaussianProcessRegressionModel(
        kernel, x_all[:, None], x_seen[:, None], y_seen, noise_variance, predictive_noise_variance=0.0, jitter=1e-12
    )
    mean, std = beliefs[name]
    pairs = ((process.mean(), mean), (process.variance(), std**2))
    differences.append([np.abs(theirs - yours).max() for theirs, yours in pairs])
plots.table(
    ("kernel", "largest difference of the means", "of the variances"),
    [
        (name, *(f"{difference:.0e}" for difference in pair))
        for name, pair in zip(beliefs, differences, strict=True)
    ],
)

# %% [markdown]
# The agreement is that of rounding errors. Now move the period yourself, and watch the error beyond the data. How far off may it be?

# %% nbgrader={"grade": false, "grade_id": "demo_widget", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
import ipywidgets


def draw_period(period):
    mean, std = believe(periodic(1.0, 1.5, period))
    title = "Period {:.2f}: error {:.3f} inside the data, {:.3f} beyond".format(period, *errors(mean))
    figure, axis = plt.subplots(figsize=(9, 3))
    draw_gp(axis, mean, std, title)
    axis.set_xlabel("x")
    return figure, f"Gaussian process with a periodic kernel. {title}."


slider = ipywidgets.FloatSlider(6.0, min=3.0, max=14.0, step=0.05, description="period", continuous_update=False)
plots.explore(draw_period, period=slider)

# %% nbgrader={"grade": false, "grade_id": "demo_periods", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
periods = np.linspace(3, 14, 133)
inside_mse, beyond_mse = np.array([errors(believe(periodic(1.0, 1.5, period))[0]) for period in periods]).T
good = periods[(beyond_mse < 0.1 * constant_mse) & (np.abs(periods - 2 * np.pi) < 1)]

figure, axis = plt.subplots(figsize=(9, 3.2))
axis.semilogy(periods, inside_mse, color=plots.COLORS["blue"], label="inside the data")
axis.semilogy(periods, beyond_mse, "--", color=plots.COLORS["red"], label="beyond the data")
axis.axhline(constant_mse, color="black", linestyle=":", label="the best constant")
axis.set(xlabel="period of the kernel", ylabel="mean squared error")
axis.set_title(f"Near 2π, only periods from {good.min():.2f} to {good.max():.2f} predict beyond the data")
axis.legend(loc="lower left", fontsize=9)
alt = f"""Errors over the period of the kernel. Beyond the data, the error is below a tenth of a constant's only
    in narrow valleys: around 2π (from {good.min():.2f} to {good.max():.2f}) and around twice that."""
plots.show(figure, alt)

# %% [markdown]
# The second valley is no surprise: what repeats after $2\pi$ repeats after $4\pi$ as well.
#
# ### Can the data choose the period?
#
# Usually the hyperparameters (amplitude, length, period, noise variance) are chosen to make the data as probable as possible: one maximises the **log marginal likelihood**
#
# $$\log p(y \mid X) = -\tfrac12\, y^\top K^{-1} y - \tfrac12 \log\det K - \tfrac n2 \log 2\pi$$
#
# (Rasmussen and Williams 2006, section 5.4.1). The first term rewards fit, the second punishes flexibility. TensorFlow Probability gives the value and its gradient; an optimiser climbs from a starting value. It finds *a* top, not
# *the* top.

# %% nbgrader={"grade": false, "grade_id": "demo_learn", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
from scipy.optimize import minimize


def learn(make_kernel, starts, inputs, values):
    """Climb the log marginal likelihood from each start: rows of hyperparameters (noise variance last), and tops."""

    def loss(logs):
        *parameters, noise = tf.unstack(tf.exp(logs))
        kernel = make_kernel(*parameters)
        process = tfp.distributions.GaussianProcess(kernel, inputs[:, None], observation_noise_variance=noise)
        return -process.log_prob(values)

    value_and_gradient = tf.function(lambda logs: tfp.math.value_and_gradient(loss, logs))

    def evaluate(logs):
        return [part.numpy() for part in value_and_gradient(tf.constant(logs, tf.float64))]

    bounds = [(-9, 9)] * len(starts[0])  # of the logarithms
    ends = [minimize(evaluate, np.log(start), jac=True, method="L-BFGS-B", bounds=bounds) for start in starts]
    return np.exp([end.x for end in ends]), -np.array([end.fun for end in ends])

# %% nbgrader={"grade": false, "grade_id": "demo_starts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
start_periods = np.arange(3.0, 14.1, 0.5)
found, likelihood = learn(psd_kernels.ExpSinSquared, [(1.0, 1.0, p, 0.1) for p in start_periods], x_seen, y_seen)
(se_found,), _ = learn(psd_kernels.ExponentiatedQuadratic, [(1.0, 1.0, 0.1)], x_seen, y_seen)


def beyond_error(kernel, noise):
    return errors(gp_posterior(kernel, x_seen, y_seen, x_all, noise)[0])[1]


se_beyond = beyond_error(squared_exponential(*se_found[:2]), se_found[2])
found_beyond = np.array([beyond_error(periodic(*row[:3]), row[3]) for row in found])
works = found_beyond < 0.1 * constant_mse
best = np.argmax(likelihood)
per_beyond = found_beyond[best]

# %% nbgrader={"grade": false, "grade_id": "demo_starts_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
figure, (top, bottom) = plt.subplots(2, 1, figsize=(9, 5.2), sharex=True)
for axis, values in ((top, likelihood), (bottom, found_beyond)):
    axis.plot(
        start_periods[works], values[works], "o", color=plots.COLORS["blue"], label="predicts beyond the data"
    )
    axis.plot(start_periods[~works], values[~works], "X", color=plots.COLORS["red"], label="does not")
for start, top_reached, period in zip(start_periods, likelihood, found[:, 2], strict=True):
    text = f"{period:.2f}" if period < 10 else f"{period:.1f}" if period < 100 else ">100"
    style = {"textcoords": "offset points", "ha": "center", "fontsize": 8}
    top.annotate(text, (start, top_reached), (0, 7), **style)
top.set(ylabel="log marginal\nlikelihood reached", ymargin=0.2)
top.set_title(
    f"{works.sum()} of {len(works)} starts end where the model predicts beyond the data (numbers: period found)"
)
bottom.set(xlabel="period at the start", ylabel="error beyond the data", yscale="log")
bottom.axhline(constant_mse, color="black", linestyle=":")
bottom.set_title(
    f"The highest likelihood has the period {found[best, 2]:.3f} (2π = {2 * np.pi:.3f}): error {per_beyond:.4f}"
)
top.legend(loc="center right", fontsize=9)
alt = f"""Two panels over the starting period. Top: the log marginal likelihood reached, with the period found.
    Bottom: the error beyond the data. {works.sum()} of {len(works)} starts end with a small error; for the others it
    is from {found_beyond[~works].min():.2f} to {found_beyond[~works].max():.2f}; a constant has {constant_mse:.2f}."""
plots.show(figure, alt)

# %% [markdown]
# A start in the wrong place ends in a wrong optimum. The log marginal likelihood tells you, if you try several starts and keep the best. Here all the candidates came from one kernel whose form was right.
# The next section takes that comfort away.

# %% [markdown]
# ## 8. A real series
#
# Carbon dioxide in the air at Mauna Loa, Hawaii: monthly means since 1958 (Keeling and Whorf 2004; `data/README.md` says where the file comes from). All models see the months up to the end of 1990 and forecast 1991 to 2001.
#
# **Predict.** Which will forecast best, and which will be right about how sure it is: (a) the networks; (b) a squared-exponential kernel; (c) a smooth trend plus a yearly period; (d) a parabola with a yearly
# wave, fitted by least squares?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_co2", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
year, ppm = data.co2()
past = year < 1991
year_scaled = np.empty_like(year)
year_scaled[past], year_scaled[~past] = (np.ravel(part) for part in standardize(year[past], year[~past]))
past_mean, past_std = ppm[past].mean(), ppm[past].std()
ppm_scaled = (ppm - past_mean) / past_std  # by the past alone, as the inputs


def forecast_network(hidden_units):
    """A function that trains a fresh network on the past and returns its prediction for all months."""

    def run(seed):
        model = build_mlp(hidden_units)
        training.fit(model, year_scaled[past], ppm_scaled[past], epochs=200)
        return np.ravel(model(tf.constant(year_scaled[:, None], tf.float32))) * past_std + past_mean

    return run


network_forecasts = {
    f"network {label}": training.over_seeds(forecast_network(units), range(3), f"Training {label} on the series")
    for label, units in (("500", (500,)), ("64–64–64", (64, 64, 64)))
}

# %% nbgrader={"grade": false, "grade_id": "demo_co2_kernels", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
t = year - 1975.0


def trend_and_season(trend_amplitude, trend_length, season_amplitude, season_length):
    """A smooth trend plus a period of one year."""
    trend = psd_kernels.ExponentiatedQuadratic(trend_amplitude, trend_length)
    return trend + psd_kernels.ExpSinSquared(season_amplitude, season_length, np.float64(1.0))


gp_plan = {  # what to learn, and where to start: amplitudes in ppm, lengths in years, noise variance in ppm²
    "SE kernel, start at 10 years": (psd_kernels.ExponentiatedQuadratic, (10.0, 10.0, 1.0)),
    "SE kernel, start at 0.3 years": (psd_kernels.ExponentiatedQuadratic, (10.0, 0.3, 1.0)),
    "trend + season kernel": (trend_and_season, (30.0, 30.0, 3.0, 1.0, 1.0)),
}

# %% nbgrader={"grade": false, "grade_id": "demo_co2_gp", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def forecast_gp(make_kernel, start):
    """Learn the hyperparameters on the past; mean and standard deviation (of a measurement) for all months."""
    values = ppm[past] - past_mean
    (learned,), (likelihood,) = learn(make_kernel, [start], t[past], values)
    kernel, noise = make_kernel(*learned[:-1]), learned[-1]

    def gram(a, b):
        return kernel.matrix(a[:, None], b[:, None]).numpy()

    mean, std = (np.asarray(part) for part in gp_posterior(gram, t[past], values, t, noise))
    return {"mean": mean + past_mean, "std": np.sqrt(std**2 + noise), "likelihood": likelihood, "learned": learned}


gp_forecasts = {
    name: forecast_gp(*gp_plan[name]) for name in training.progress(list(gp_plan), "Learning three kernels")
}

# %% nbgrader={"grade": false, "grade_id": "demo_co2_parabola", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
waves = [wave(2 * np.pi * k * t) for k in (1, 2) for wave in (np.sin, np.cos)]
columns = np.stack([np.ones_like(t), t, t**2, *waves], axis=1)
weights, *_ = np.linalg.lstsq(columns[past], ppm[past])
parabola = columns @ weights
parabola_std = np.full_like(t, np.sqrt(np.sum((parabola - ppm)[past] ** 2) / (past.sum() - columns.shape[1])))

# Each model: the predictions of its runs, and its standard deviation where it has one.
models = {name: (predictions, None) for name, predictions in network_forecasts.items()}
models |= {name: (gp["mean"][None], gp["std"]) for name, gp in gp_forecasts.items()}
models["parabola + yearly wave"] = (parabola[None], parabola_std)

# %% [markdown]
# Four numbers for each model, in ppm (parts per million) but the last: the root mean squared error (RMSE) on the past and on the forecast; what is left of the forecast error when each calendar year's mean error is taken away, so that only
# the season counts; and the share of the months that lie within two standard deviations of the forecast. If the standard deviations are right, that share is about 95 %.

# %% nbgrader={"grade": false, "grade_id": "demo_co2_scores", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def season_rmse(error):
    """RMSE of the forecast without each calendar year's mean error."""
    calendar = np.floor(year[~past]).astype(int)
    means = {number: error[calendar == number].mean() for number in calendar}
    return np.sqrt(np.mean((error - [means[number] for number in calendar]) ** 2))


def score(predictions, std):
    """Errors in ppm, one entry for each run, and the share of the forecast within two standard deviations."""
    error = predictions - ppm
    return {
        "past": np.sqrt(np.mean(error[:, past] ** 2, axis=1)),
        "forecast": np.sqrt(np.mean(error[:, ~past] ** 2, axis=1)),
        "season": np.array([season_rmse(row) for row in error[:, ~past]]),
        "within": None if std is None else np.mean(np.abs(error[0, ~past]) < 2 * std[~past]),
    }


scores = {name: score(*model) for name, model in models.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_co2_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def span(values):
    """The smallest and the largest of several runs."""
    return f"{min(values):.2f}" if len(values) == 1 else f"{min(values):.2f} – {max(values):.2f}"


rows = []
for name, result in scores.items():
    within = "–" if result["within"] is None else f"{result['within']:.0%}"
    rows.append((name, span(result["past"]), span(result["forecast"]), span(result["season"]), within))
plots.table(("model", "RMSE, past", "RMSE, forecast", "… season only", "within 2 std"), rows)

# %% nbgrader={"grade": false, "grade_id": "demo_co2_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
figure, axes = plt.subplots(3, 2, figsize=(11, 8.4), sharex=True, sharey=True)
recent = year > 1985
for axis, (name, (predictions, std)) in zip(axes.flat, models.items(), strict=True):
    axis.axvspan(1991, 2002, color="black", alpha=0.05)
    axis.plot(year[recent], ppm[recent], ".", color="black", markersize=4)
    axis.plot(year[recent], predictions[:, recent].T, color=plots.COLORS["blue"], linewidth=1.2)
    title = f"{name}: {span(scores[name]['forecast'])} ppm"
    if std is not None:
        low, high = predictions[0] - 2 * std, predictions[0] + 2 * std
        axis.fill_between(year[recent], low[recent], high[recent], color=plots.COLORS["sky"], alpha=0.4)
        title += f", {scores[name]['within']:.0%} within the band"
    axis.set_title(title, fontsize=10)
    axis.set(ylim=(338, 382), xlim=(1985, 2002))
figure.supylabel("carbon dioxide, ppm")
figure.supxlabel("year (grey: forecast; dots: measured; band: ± 2 standard deviations)")
figure.suptitle("The forecast, and how sure it is, come from the prior (RMSE of the forecast)", x=0.01, ha="left")
listed = "; ".join(f"{name}: RMSE {span(result['forecast'])} ppm" for name, result in scores.items())
plots.show(figure, f"Forecasts of six models for 1991 to 2001, with the measured months. {listed}.")

# %% nbgrader={"grade": false, "grade_id": "demo_co2_optima", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
rows = []
for name, gp in gp_forecasts.items():
    length = gp["learned"][1]
    rows.append((name, f"{length:.2f} years", f"{gp['likelihood']:.0f}", f"{scores[name]['forecast'][0]:.1f} ppm"))
plots.table(("kernel", "length found", "log marginal likelihood", "RMSE, forecast"), rows)

# %% [markdown]
# What to see here:
#
# - The **networks** and the squared-exponential kernel with a long length have no season in them: nothing in either makes a thing that happened each year happen next year.
# - The **squared-exponential kernel** has two optima. With a short length it explains the past better (its likelihood is higher), seasons included, and its forecast falls back to the mean of the past. With a long length it takes the season for noise.
# - The kernel with a **trend and a season** knows the season, and its mean drifts off slowly. But look at the share within its band: it is *sure and wrong*. Its prior says that the trend is one very smooth function and that whatever is left is independent
#   noise. The real trend wanders. The standard deviation is right if the prior is; the small error on the past raises no alarm.
# - The **parabola** is a prior as well, a very strict one.

# %% [markdown]
# ## 9. The claims
#
# The verdicts below are computed from your run. "Better" has the meaning of section 4.

# %% nbgrader={"grade": false, "grade_id": "demo_conclusions", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
low = 0.1 * constant_mse  # an error below a tenth of the best constant's counts as a fit
third = counts[20, 20] < 0.4 * counts[500,]
deep_wins, deep_wins_raw = better(deep_standardised, standardised), better(deep_raw, raw)
is_xor = np.allclose(xor_output, xor)
more_pieces = random_medians["ten layers of 2"] > random_medians["20"]
verdicts = {  # true everywhere we looked? if not: true under which condition?
    "1.1": (rest_mse < low,),
    "1.2": (third and deep_wins and deep_wins_raw, third and deep_wins, "the input is standardised"),
    "1.3": (
        not better(spread, raw),
        deep_wins,
        "the kinks already lie among the data: where they start comes first",
    ),
    "1.4": (more_pieces, deep_pieces[-1] > shallow_pieces[-1], "the weights are chosen for it"),
    "1.5": (input_line is None and not is_xor, input_line is None, "there is no hidden layer"),
    "1.6": (xor_separable == 10, hidden_line is not None, "the hidden layer is a suitable one"),
    "1.7": (max(se_beyond, found_beyond.max()) < low, per_beyond < low, "the prior fits"),
}
verdicts = {claim: plots.verdict(*arguments) for claim, arguments in verdicts.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_evidence", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
within = scores["trend + season kernel"]["within"]
yes_no = {True: "yes", False: "no"}
evidence = {
    "1.1": f"error {rest_mse:.2f} beyond the first 200 points; a constant has {constant_mse:.2f}",
    "1.2": f"{counts[20, 20]} against {counts[500,]} parameters; "
    f"median error raw {medians[deep_raw]:.2f} against {medians[raw]:.2f}, "
    f"standardised {medians[deep_standardised]:.2f} against {medians[standardised]:.2f}",
    "1.3": f"one hidden layer, raw input: {medians[raw]:.2f}; only the kinks spread: {medians[spread]:.2f}; "
    f"only depth added: {medians[deep_raw]:.2f} (20–20), {medians['64–64–64, raw']:.2f} (64–64–64)",
    "1.4": f"{deep_parameters[-1]} parameters: sawtooth {deep_pieces[-1]} pieces, one hidden layer at most "
    f"{shallow_pieces[-1]}; 20 random units: {random_medians['ten layers of 2']:.0f} in ten layers, "
    f"{random_medians['20']:.0f} in one (medians)",
    "1.5": f"a line separates the inputs: {yes_no[input_line is not None]}; "
    f"two ReLU units: largest error {np.abs(xor_output - xor).max():.0e}",
    "1.6": f"separable in the hidden plane by hand: {yes_no[hidden_line is not None]}; "
    f"after training: {xor_separable} of 10",
    "1.7": f"sine beyond the data: SE kernel {se_beyond:.2f}, periodic {per_beyond:.4f}, "
    f"{(~works).sum()} of {len(works)} starts fail; CO₂: {within:.0%} within 2 standard deviations",
}

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
claims = {
    "1.1": "a converged loss means that the model fits its training data",
    "1.2": "a 20–20 network does better with a third of the parameters",
    "1.3": "the cause is the lack of depth",
    "1.4": "deeper means more complex functions for the same parameters",
    "1.5": "neural networks cannot compute XOR",
    "1.6": "each unit draws a linear boundary; stacking makes the data linearly separable",
    "1.7": "a probabilistic model gives almost perfect results",
}
plots.verdict_table([(claim, claims[claim], verdicts[claim], evidence[claim]) for claim in claims])

# %% [markdown]
# Go back to your predictions. Where were you wrong, and what would have told you earlier?
#
# ## What to remember
#
# 1. Compare a loss with that of the best constant before you call it converged *and good*.
# 2. Standardise inputs, with the statistics of the training data alone: a network starts with its kinks near 0.
# 3. Change one thing at a time, over several seeds, before you name a cause.
# 4. Depth makes room for functions that a shallow network of the same size cannot represent; it does not promise that training finds them.
# 5. A Gaussian process is as good as its prior, and so are its error bars.
#
# ## Where it breaks
#
# - All of this is about one input and small networks, and 100 epochs at one learning rate. More epochs, another learning rate or another initialisation move every number in section 4. Try it: it is one argument.
# - A few seeds show a large effect. They cannot rank two networks that are close together.
# - Piecewise straight is not the same as a good fit: a network can have many kinks in useless places.
# - The sine beyond the data is a question that no data inside can answer. Periodic activations or features would put the period into a network's prior, too.
# - A Gaussian process with $n$ points factorises an $n \times n$ matrix: time grows with $n^3$. For 400 months that is nothing; for 400,000 points it is too much.
#
# ## Further reading
#
# - M. Telgarsky (2016), *Benefits of depth in neural networks*, [arXiv:1602.04485](https://arxiv.org/abs/1602.04485): the sawtooth, and the theorem behind section 5.
# - B. Hanin and D. Rolnick (2019), *Complexity of linear regions in deep networks*, [arXiv:1901.09021](https://arxiv.org/abs/1901.09021): why random deep networks are simpler than they could be.
# - K. He, X. Zhang, S. Ren and J. Sun (2015), *Delving deep into rectifiers*, [arXiv:1502.01852](https://arxiv.org/abs/1502.01852): random weights for ReLU networks.
# - M. Minsky and S. Papert (1969), *Perceptrons*, MIT Press: what a single unit cannot do.
# - I. Goodfellow, Y. Bengio and A. Courville (2016), *Deep Learning*, [section 6.1](https://www.deeplearningbook.org/contents/mlp.html): XOR by hand, and its hidden plane.
# - C. E. Rasmussen and C. K. I. Williams (2006), *Gaussian Processes for Machine Learning*, [gaussianprocess.org/gpml](https://gaussianprocess.org/gpml/): algorithm 2.1, the kernels of chapter 4, and in section 5.4.3 the same carbon-dioxide series with a richer kernel.
# - C. D. Keeling and T. P. Whorf (2004), *Atmospheric CO₂ concentrations derived from flask air samples at sites in the SIO network*, in *Trends: A Compendium of Data on Global Change*, Oak Ridge National Laboratory: the data.
