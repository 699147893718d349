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
#     minutes: 85
#     points: 10
# ---

# %% [markdown]
# # Shallow against deep: why does my network miss most of the sine?
#
# After this lesson you can
#
# - **judge** a loss curve against the best constant prediction,
# - **locate** the points at which a ReLU network can bend,
# - **separate** two causes of a bad fit, and **say** how often luck alone would show a difference,
# - **construct** by hand networks that compute XOR and a sawtooth,
# - **compute** what a Gaussian process predicts.
#
# **Time:** 85 minutes, about half of it for seven exercises (10 points). **You need:** the lesson `00_start_here`, NumPy arrays, and a rough idea of what a network is.
#
# Run each cell with **Shift+Enter**. Where an experiment stops with `NotImplementedError`, an exercise above it is still open.

# %% [markdown]
# ## Recall
#
# 1. A model predicts the same number $c$ for every sample. Which $c$ has the smallest mean squared error, and how large is that error?
#
# <details><summary>Answer</summary>
#
# The mean of the targets. The error that is left is their variance, $\frac1n\sum_i (y_i - \bar y)^2$. A model that does no better has learned nothing about how $y$ depends on $x$.
# </details>
#
# 2. All the tests that you can see pass. Can the exercise still lose points?
#
# <details><summary>Answer</summary>
#
# Yes: a hidden part may test the same property on other inputs.
# </details>

# %% [markdown]
# ## The question
#
# > *I train a network to reproduce* $y = \sin(x)$ *from 1000 points between 0 and* $10\pi$*: one hidden layer with 500 ReLU units, a linear output, Adam with learning rate 0.01,
# > mean squared error, 100 epochs. The loss goes down and converges. But the prediction follows the sine for about the first 200 points, and then it is a flat
# > line. Why?*
#
# The answers that circulate: the network is not deep enough; networks cannot even learn XOR; use a probabilistic model. Some of this is right, some half right, some wrong.
#
# **Predict.** To which value does the loss converge, roughly? What would help most: more units, layers, epochs, or something else?

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

from lessonkit import data, evidence, plots, training

# %% [markdown]
# ## 1. A loss that has converged
#
# The words first. A network's **parameters** are its weights and biases. Its **loss**, here the mean squared error, is what training makes small. A **batch** is the few samples from which one step of training is computed, an **epoch** one pass over all samples, the **learning rate** how far a step moves the parameters. The
# **hidden layer** lies between input and output; a **ReLU** unit computes $\max(0, \cdot)$. The **seed** is where a random generator starts: another seed, another random start of the network.
#
# This is the asker's network, as they wrote it, with Keras' default batches of 32 samples:

# %% nbgrader={"grade": false, "grade_id": "demo_asked", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
x = np.linspace(0, 10 * np.pi, 1000)
y = np.sin(x)


def asked_network():
    hidden = keras.layers.Dense(500, activation="relu")
    return keras.Sequential([keras.Input((1,)), hidden, keras.layers.Dense(1)])


asked = asked_network()
hidden_before = [weight.numpy() for weight in asked.layers[0].weights]
# As asked.compile(Adam(0.01), "mse") and asked.fit(x, y, epochs=100) would, only faster:
loss = training.fit(asked, x, y, epochs=100)
hidden_after = [weight.numpy() for weight in asked.layers[0].weights]
asked_fit = np.ravel(asked(tf.constant(x[:, None], tf.float32)))

# %% [markdown]
# Has it converged? We call a loss **flat** if its mean over the last tenth of the epochs is less than 2 % below that of the tenth before (`training.FLAT`). So train the same network three times as long, from eight seeds at once:

# %% nbgrader={"grade": false, "grade_id": "demo_plateau", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
plateau_networks, plateau_losses = training.fit_seeds(
    asked_network, x, y, lessonkit.seeds(8), epochs=300, label="Eight seeds, 300 epochs"
)
plateau_fits = np.stack([np.ravel(model(tf.constant(x[:, None]))) for model in plateau_networks])
plateau_mse = np.mean((plateau_fits - y) ** 2, axis=1)
plateau_fall = round(training.late_fall(plateau_losses), 3) + 0.0  # no −0.0
flat_words = "flat" if plateau_fall < training.FLAT else "not yet flat"

# %% nbgrader={"grade": false, "grade_id": "demo_loss", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the loss of eight runs, and one fit
constant_mse = np.var(y)  # what the best constant, the mean of y, scores
first_mse, rest_mse = (np.mean((asked_fit - y)[p] ** 2) for p in (slice(200), slice(200, None)))

figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8), width_ratios=(2, 3))
left.plot(np.arange(1, 301), plateau_losses.T, color=plots.COLORS["sky"], linewidth=0.7)
left.plot(np.arange(1, 101), loss, color=plots.COLORS["red"], label="the asker's 100 epochs")
left.axhline(constant_mse, color="black", linestyle="--")
left.text(300, constant_mse, "the best constant", ha="right", va="bottom")
left.set(xlabel="epoch", ylabel="mean squared error", ylim=(0, 0.7))
left.set_title(f"The loss is {flat_words} (late fall {plateau_fall:.1%}) …")
left.legend(loc="lower left")
right.plot(x, y, color="black", linewidth=1, label="sin(x)")
right.plot(x, asked_fit, color=plots.COLORS["red"], label="the asker's, 100 epochs")
right.plot(x, plateau_fits[0], color=plots.COLORS["blue"], label="seed 1, 300 epochs")
right.set(xlabel="x", ylabel="y", ylim=(-1.3, 2.1))
right.set_title(f"… at {plateau_mse.mean():.2f} on average; a constant has {constant_mse:.2f}")
right.legend(ncols=3, loc="upper right", fontsize=9)
alt = f"""Left: eight loss curves over 300 epochs, {flat_words} at the end; a dashed line at
    {constant_mse:.2f} marks the best constant. Right: the sine, the asker's network (error
    {first_mse:.2f} on the first 200 points, {rest_mse:.2f} on the rest), and one trained for
    300 epochs; the mean error of eight is {plateau_mse.mean():.2f}."""
plots.show(figure, alt)

# %% [markdown]
# **A flat loss says that training has stopped making progress, not that the model fits.** Compare it with the best constant, the mean of the targets; its error is their **variance**, the mean squared distance from the mean: close to ½ for a sine over whole periods. (With a learning rate that decays to 0 any loss ends flat: see section 4.)
#
# One answer in circulation is: *take two hidden layers of 20 units; that does better with a third of the parameters.* First check the second half.

# %% [markdown]
# ### Exercise: `parameter_count`
#
# | | |
# |---|---|
# | **Write** | the number of weights and biases of a network of fully connected layers |
# | **Why it matters** | “with a third of the parameters” asks for counting |
# | **Time, difficulty** | 4 minutes, ●○○ |
# | **Signature** | `parameter_count(widths)`: layer widths from input to output, a sequence of integers → int |
# | **Example** | `parameter_count((3, 2))` → `8`: six weights and two biases |
#
# <details><summary>Hint 1: one layer first</summary>
#
# Each of the `n_out` units of a layer has one weight for each of its `n_in` inputs, and one bias.
# </details>
# <details><summary>Hint 2: which pairs of widths are layers?</summary>
#
# `(1, 20, 20, 1)` has three layers: 1 → 20, 20 → 20 and 20 → 1; `zip(widths[:-1], widths[1:])` goes through them.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# Add up `(n_in + 1) * n_out` over the pairs, and return the total.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **the result of the first layer only**: `return` stands inside the loop; move it one level to the left.
# </details>

# %% nbgrader={"grade": false, "grade_id": "parameter_count", "locked": false, "schema_version": 3, "solution": true, "task": false}
def parameter_count(widths):
    """Number of weights and biases of a network of fully connected layers.

    Parameters
    ----------
    widths : sequence of integers
        Layer widths from input to output: (1, 500, 1) has one input, 500 hidden units and one
        output.

    Returns
    -------
    int
        The total over all layers.
    """
    ### BEGIN SOLUTION
    return sum((n_in + 1) * n_out for n_in, n_out in zip(widths[:-1], widths[1:], strict=True))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_parameter_count_one_hidden_layer", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_parameter_count_one_hidden_layer(parameter_count):
    """One hidden layer (0.5 points)."""
    from lessonkit import checks
    slips = {  # by hand: 60 weights and 20 biases into the hidden layer, 80 and 4 out of it
        "This counts the weights only: each unit also has a bias.": 140,
        "This is the first layer only. `return` in the loop? The last, or each other left out?": 80,
        "This gives the input a bias, too: only the units of a layer have one.": 167,
        "This connects the input to the output, too: only neighbouring layers are.": 176,
        "The biases of the output units are missing.": 160, "The layers' mean; add them up.": 82,
        "This is one bias for a whole layer, not a unit.": 142, "Layers multiplied; add.": 6720,
        "This is the number of units, not of the numbers on the connections between them.": 27,
        "Only the second layer counts here (the last? the larger one?): add all layers up.": 84,
        "These are the biases only.": 24, "Hidden units are added to the right count.": 184,
        "This gives each input of a layer a bias; a bias belongs to a unit.": 163,
        "The input leads into every layer here; a layer leads into the next one.": 96,
        "The biases are counted on both sides of a layer; only its units have one.": 187,
        "Widths are added here (brackets?); multiply: a unit has a weight for each input.": 47,
        "Only input and output are connected here; each layer leads into the next one.": 16}
    answer, what = checks.call(parameter_count, (3, 20, 4)), "The number of parameters"
    checks.expect_close(answer, 164, what, given="(3, 20, 4)", rtol=0, atol=0, slips=slips)
    answer, slips = checks.call(parameter_count, (3, 2)), {"Two widths make a layer.": 2}
    checks.expect_close(answer, 8, "The example on the card", rtol=0, atol=0, slips=slips)
    ### BEGIN HIDDEN TESTS
    answer, what = checks.call(parameter_count, (1, 500, 1)), "The count of the asker's network"
    checks.expect_close(answer, 1501, what, rtol=0, atol=0)
    # Widths that come back, in this order: 10 + 12 + 35.
    slips = {"A width that comes again is looked up where it stood first; go by position.": 32}
    answer, what = checks.call(parameter_count, (4, 2, 4, 7)), "The count of widths that come back"
    checks.expect_close(answer, 57, what, rtol=0, atol=0, slips=slips)
    ### END HIDDEN TESTS


test_parameter_count_one_hidden_layer(parameter_count)

# %% nbgrader={"grade": true, "grade_id": "test_parameter_count_deep", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_parameter_count_deep(parameter_count):
    """Two hidden layers (0.25 points)."""
    from lessonkit import checks
    slips = {  # of 27 + 70 + 32, by hand
        "This counts the weights only: each unit also has a bias.": 109,
        "This is the first layer only: does `return` stand inside the loop?": 27,
        "This is the last layer only: add all up.": 32, "Only the largest layer counts.": 70,
        "The layer between the two hidden ones is missing: move on by one width.": 59,
        "This multiplies all the widths; only neighbouring layers are connected.": 504,
        "The last layer is missing: the output units have weights and biases, too.": 97,
        "The first layer is missing: it leads from the inputs to the first hidden units.": 102,
        "Only the first layer has biases here; each unit has one.": 118,
        "The first width is paired with the last one (widths[-1]), too; leave that out.": 139,
        "All hidden layers are given the width of the first one; each has its own.": 157,
        "Each layer is connected to all later ones here; only neighbours are connected.": 187,
        "1 is subtracted from the inputs of a layer; the bias adds 1: (n_in + 1) * n_out.": 89,
        "An input and an output are added; `widths` holds those of both already.": 138}
    answer = checks.call(parameter_count, (2, 9, 7, 4))
    checks.expect_close(answer, 129, "The count for (2, 9, 7, 4)", rtol=0, atol=0, slips=slips)
    slips = {"A layer is lost where widths are equal (a dict? a set?); each layer counts.": 61}
    answer, what = checks.call(parameter_count, (1, 20, 20, 1)), "The count of two hidden layers"
    checks.expect_close(answer, 481, what, given="(1, 20, 20, 1)", rtol=0, atol=0, slips=slips)
    ### BEGIN HIDDEN TESTS
    # By hand, layer by layer: 15 + 20 + 12 + 18, and 27 + 10 + 14 + 24 + 12.
    what = "The count of a network with layers of different widths"
    for widths, expected in (((4, 3, 5, 2, 6), 65), ((2, 9, 1, 7, 3, 3), 87)):
        pairs = list(zip(widths[:-1], widths[1:], strict=True))
        slips = {
            "Layers after the third are left out.": sum((a + 1) * b for a, b in pairs[:3]),
            "Only the first two layers and the last one are counted.": sum(
                (a + 1) * b for a, b in (*pairs[:2], pairs[-1])
            ),
        }
        answer = checks.call(parameter_count, widths)
        checks.expect_close(answer, expected, what, given=widths, rtol=0, atol=0, slips=slips)
    # 6 + 12 + 12 + 12 + 8: the three layers from 3 to 3 units all count.
    slips = {
        "Layers of the same widths are counted once; each has weights of its own.": 26,
        "Layers of the same widths are left out; each has weights of its own.": 14,
    }
    answer, what = checks.call(parameter_count, (1, 3, 3, 3, 3, 2)), "The count of equal layers"
    checks.expect_close(answer, 50, what, rtol=0, atol=0, slips=slips)
    ### END HIDDEN TESTS


test_parameter_count_deep(parameter_count)

# %% nbgrader={"grade": true, "grade_id": "test_parameter_count_large", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_parameter_count_large(parameter_count):
    """Many units, counted exactly (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    got = checks.call(parameter_count, [300, 784, 100, 10])  # a count is exact, however large
    got = np.hstack(got) if isinstance(got, tuple) else got
    small = "The count does not fit its type (float16, int16): compute with ordinary whole numbers."
    hints = {small: lambda got: np.isinf(got) or (float(got) - 315_494) % 2**16 == 0}
    given, what = "[300, 784, 100, 10]", "The count for a list of widths"
    slips = {
        "This is one number for each layer; add them up.": [235_984, 78_500, 1_010],
        "This is one bias for the whole network; each unit has its own.": 314_601,
        "Only the output units have biases here; each unit has one.": 314_610,
        "The biases are counted twice; each unit has one.": 316_388,
        "This adds 1 to both widths of a layer: only its inputs get one more.": 316_681,
        "This multiplies all the widths, and adds the biases: multiply neighbours.": 235_200_894,
        "These are weights and biases apart; add the two up.": [314_600, 894],
        "These are running totals; the last one is asked for.": [235_984, 314_484, 315_494],
        "The widths are sorted first; leave them in their order.": 267_384,
        "Each weight is counted twice; a connection has one.": 630_094}
    checks.expect_close(got, 315_494, what, given=given, rtol=0, atol=0, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    # By hand: 785 · 1000 + 1001 · 1000 + 1001 · 10 = 1,796,010.
    answer = checks.call(parameter_count, np.array([784, 1000, 1000, 10]))
    what = "The count of a large network, whose widths come in an array,"
    checks.expect_close(answer, 1_796_010, what, rtol=0, atol=0)
    # More than 32 bits hold. An answer that builds the network with all its weights is not asked.
    if checks.work(parameter_count, (400, 300)) < 100_000:
        widths, right = (90_001, 60_001, 7), 90_002 * 60_001 + 60_002 * 7
        what = "The count of a network with thousands of millions of parameters"
        wrapped = "The count has wrapped around: 32 bits are too few; take int or np.int64."
        rounded = "The count is rounded: float32 has about 7 digits; compute with whole numbers."
        hints = {
            wrapped: lambda got: (float(got) - right) % 2**32 == 0,
            rounded: lambda got: got % 512 == 0 and abs(got / right - 1) < 1e-5,
        }
        answer = checks.call(parameter_count, widths)
        checks.expect_close(answer, right, what, given=widths, rtol=0, atol=0, hints=hints)
    ### END HIDDEN TESTS


test_parameter_count_large(parameter_count)

# %% [markdown]
# Your function on the networks of this lesson:

# %% nbgrader={"grade": false, "grade_id": "demo_counts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
pairs = [((160,), (20, 20)), ((500,), (37, 37)), ((2837,), (64, 64, 64))]  # (shallow, deep)
counts = {units: parameter_count((1, *units, 1)) for pair in pairs for units in pair}


def label(units):
    """Hidden widths as text, such as 20–20."""
    return "–".join(map(str, units))

# %% nbgrader={"grade": false, "grade_id": "demo_counts_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: parameters of shallow and of deep networks
plots.table(
    ("one hidden layer", "parameters", "deeper", "parameters"),
    [
        (label(shallow), f"{counts[shallow]:,}", label(deep), f"{counts[deep]:,}")
        for shallow, deep in pairs
    ],
)

# %% [markdown]
# ## 2. Where can the network bend?
#
# A hidden unit computes $\max(0,\ w x + b)$: a straight line, cut off where $w x + b = 0$. A network with one hidden layer is a sum of such pieces, straight everywhere except at these points, its **kinks**. To follow five periods of a sine it needs kinks all along the $x$ axis.
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
# With `active = weights != 0`, an array of True and False, `weights[active]` holds only the weights that are not zero, and `biases[active]` their biases.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# Divide the negative biases of the active units by their weights, and give the result to `np.sort`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **inf or nan in your answer**: a unit with weight 0 is still in there. Select the active units *before* you divide.
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
def test_relu_breakpoints_values(relu_breakpoints):
    """Values computed by hand (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    layer = (np.array([[4.0, -1, 2]]), np.array([-2, 3, 1.5]))  # 4x − 2 = 0 at 0.5, −x + 3 at 3, …
    slips = {
        "This looks like b / w; w·x + b = 0 is solved by x = −b / w.": [-3.0, -0.5, 0.75],
        "These are the right points in the order of the units, not ascending.": [0.5, 3, -0.75],
        "These are the right points from largest to smallest, not ascending.": [3, 0.5, -0.75],
        "This looks like −w / b; w·x + b = 0 is solved by x = −b / w.": [-4 / 3, 1 / 3, 2],
        "This looks like −b itself; w·x + b = 0 is solved by x = −b / w.": [-3.0, -1.5, 2.0],
        "Some points are missing: units with a negative weight switch too.": [-0.75, 0.5],
        "Some points are missing: a unit may switch at a negative x, too.": [0.5, 3.0],
        "The signs of the weights are lost (abs?).": [-3.0, -0.75, 0.5],
        "Weights and biases are sorted before they are divided.": [-2, -0.75, -0.75],
        "The points are in the order of the weights; sort the points.": [3.0, -0.75, 0.5],
        "np.argsort gives positions; np.sort gives the points themselves.": [2, 0, 1],
        "The signs of the biases are lost (abs?).": [-0.75, -0.5, 3.0]}
    answer, what = checks.call(relu_breakpoints, *layer), "The array of three switching points"
    checks.expect_close(answer, [-0.75, 0.5, 3.0], what, given=layer, slips=slips)
    ### BEGIN HIDDEN TESTS
    test_rng = np.random.default_rng(101)
    for n_units in (1, 7, 40):
        layer = (test_rng.normal(size=(1, n_units)), test_rng.normal(size=n_units))
        answer = checks.call(relu_breakpoints, *layer)
        by_unit = sorted(
            -b / w for w, b in zip(*(np.ravel(part).tolist() for part in layer), strict=True)
        )
        what = f"The array of switching points of {n_units} random unit(s)"
        rounded = "The points are rounded; keep all digits."
        hints = {rounded: lambda got: np.array_equal(got, np.round(got, 3))}
        checks.expect_close(answer, by_unit, what, given=layer, hints=hints)
    ### END HIDDEN TESTS


test_relu_breakpoints_values(relu_breakpoints)

# %% nbgrader={"grade": true, "grade_id": "test_relu_breakpoints_zero_weights", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_relu_breakpoints_zero_weights(relu_breakpoints):
    """Units without a weight (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    layer, right = (np.array([[0.0, 2.0, 0.0]]), np.array([-3.0, 1.0, 0.0])), np.array([-0.5])
    answer = checks.call(relu_breakpoints, *layer)
    what = "The answer is not finite. A unit with weight 0 never switches: it has no entry."
    hint = "Dividing by a weight of 0 gives inf or nan: select the units before you divide."
    checks.expect(not isinstance(answer, tuple), "One array is expected.", got=answer)
    lost = np.count_nonzero(~np.isfinite(answer))  # 2 where these two units were not left out
    hint = hint if lost == 2 else "Does a unit with weight 0 have an entry? Select by the weights."
    checks.expect(lost == 0, what, given=layer, expected=right, got=answer, hint=hint)
    what, each = "three units of which two have weight 0", "Units with weight 0 have an entry here"
    for_each, hint = f"The answer for {what} has an entry for each.", f"{each}; leave them out."
    checks.expect(np.size(answer) != 3, for_each, given=layer, got=answer, hint=hint)
    slips = {
        "A unit with weight 0 and bias 0 has an entry here; it never switches.": [-0.5, 0.0],
        "This is the bias of another unit: select weights and biases with one mask.": [1.5],
        "The biases have another mask; take the weights'.": [-0.5, 1.5], "No unit is left.": [],
        "One point is an array, too, of one entry (np.squeeze?).": -0.5}
    checks.expect_close(answer, [-0.5], f"The answer for {what}", given=layer, slips=slips)
    ### BEGIN HIDDEN TESTS
    layer = (np.zeros((1, 4)), np.array([1.0, -1.0, 0.0, 2.0]))
    answer = checks.call(relu_breakpoints, *layer)
    what = "The answer for a layer in which every weight is 0"
    slips = {"Where no unit switches there is no point, not even at 0.": [0.0]}
    checks.expect_close(answer, np.zeros(0), what, given=layer, slips=slips)
    layer = (np.array([[1e-9, 0.0, -1e-9, 0.0]]), np.array([-1e-9, 3.0, 2e-9, -3.0]))
    added = "A small number is added to the weights (or put in their place); divide by them alone."
    answer = checks.call(relu_breakpoints, *layer)
    what = "The answer for units with weights close to 0, of both signs,"
    small = "Units with a small weight are left out (a tolerance?); leave out those with weight 0."

    def more(got):
        """What is added to the weights, if these are the points of the two units in this order."""
        return np.array([1e-9, 2e-9]) / np.where(got, got, 1) - [1e-9, 1e-9]

    hints = {
        added: lambda got: got.shape == (2,)
        and any(np.allclose(*more(pair) * [1, -1], 1e-3, 1e-14) for pair in (got, got[::-1]))
    }
    slips = {small: np.zeros(0)}
    checks.expect_close(answer, [1.0, 2.0], what, given=layer, slips=slips, hints=hints)
    ### END HIDDEN TESTS


test_relu_breakpoints_zero_weights(relu_breakpoints)

# %% nbgrader={"grade": true, "grade_id": "test_relu_breakpoints_repeats", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_relu_breakpoints_repeats(relu_breakpoints):
    """Units that switch at the same place (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    # Keras starts every bias at 0: four units switch at x = 0, and each of them counts.
    layer = (np.array([[1.5, -2.0, 0.5, 3.0, 2.0]]), np.array([0.0, 0.0, 0.0, 0.0, -2.0]))
    answer = checks.call(relu_breakpoints, *layer)
    unique = "Repeats are dropped (np.unique? set?); each unit with a weight has its own entry."
    slips = {unique: [0.0, 1.0], "A unit with bias 0 switches, too: at x = 0.": [1.0]}
    slips["No unit is left here (bias > 0?); whatever its bias, a unit switches."] = np.zeros(0)
    w, b, one = layer[0][0], layer[1], "Units switch where w·x + b is 0, not where it is {}.".format
    slips |= {one(level): np.sort((level - b) / w) for level in (0.5, 1)}
    slips["All points are 0 here (the bias of one unit for all? relu?)."] = np.zeros(5)
    slips["This subtracts w; w·x + b = 0 is solved by x = −b / w."] = np.sort(-b - w)
    slips["This divides by w²; w·x + b = 0 is solved by x = −b / w."] = np.sort(-b / w**2)
    right, what = np.append(b[:4], 1.0), "The answer for four units with bias 0 and another"
    shape = (5, 1) if getattr(answer, "shape", 0) == (5, 1) else (1, 5)
    slips["It is a row or a column; a flat array is asked for."] = right.reshape(shape)
    checks.expect_close(answer, right, what, given=layer, slips=slips)
    ### BEGIN HIDDEN TESTS
    layer = (np.array([[2.0, -1.0, 1.0, 4.0, -2.0]]), np.array([-2.0, 1.0, -3.0, -4.0, 6.0]))
    answer, what = (
        checks.call(relu_breakpoints, *layer),
        "The answer for units that share switching points",
    )
    expected = [1.0, 1.0, 1.0, 3.0, 3.0]
    checks.expect_close(answer, expected, what, given=layer, slips={unique: [1.0, 3.0]})
    layer = (np.array([[2.0, 2.0, -1.0, 2.0]]), np.array([-2.0, 4.0, 5.0, -6.0]))
    slips = {
        "Of units with the same weight only the last one counts (a dict?); each does.": [3.0, 5.0],
        "Of units with the same weight only the first one counts; each does.": [1.0, 5.0],
    }
    answer, what = checks.call(relu_breakpoints, *layer), "The answer for units of equal weights"
    checks.expect_close(answer, [-2.0, 1.0, 3.0, 5.0], what, given=layer, slips=slips)
    ### END HIDDEN TESTS


test_relu_breakpoints_repeats(relu_breakpoints)

# %% nbgrader={"grade": true, "grade_id": "test_relu_breakpoints_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_relu_breakpoints_lists(relu_breakpoints):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    layer, right = ([[2, -4, 4]], [7, 10, -6]), np.array([-3.5, 1.5, 2.5])  # a layer, as lists
    answer, what = checks.call(relu_breakpoints, *layer), "The answer for lists of whole numbers"
    slips = {
        "The points are rounded down: // divides whole numbers, / is needed.": [-4, 1, 2],
        "The points are sorted by their distance from 0; sort them as they are.": [1.5, 2.5, -3.5],
        "The signs of the points are lost (abs?).": [1.5, 2.5, 3.5],
        "This multiplies by w; w·x + b = 0 is solved by x = −b / w.": [-14, 24, 40],
        "Some points are missing: units with a positive weight switch, too.": [2.5],
        "This is the first unit's point only: does `return` stand inside the loop?": [-3.5],
        "Points below 0 have become 0; a unit may switch at a negative x.": [0, 1.5, 2.5],
        "The points are in the order of the biases; sort the points.": [1.5, -3.5, 2.5],
        "One weight divides all the biases; each unit has its own.": [-5.0, -3.5, 3.0],
        "The points are rounded up (//?).": [-3, 2, 3], "The points are rounded.": [-4, 2, 2],
        "The biases are sorted before they are divided; sort the points.": [-2.5, 1.75, 3.0]}
    checks.expect_close(answer, right, what, given=layer, slips=slips)
    answer = checks.call(relu_breakpoints, [[2.0, -1.0]], [-1.0, 3.0])
    checks.expect_close(answer, [0.5, 3.0], "The example on the card")
    ### BEGIN HIDDEN TESTS
    layer = (np.array([[3, 0, -2, 8]]), np.array([1, 5, 3, -2]))
    what = "The answer for arrays of whole numbers"
    for kind in (np.int64, np.int8, np.float32):
        typed = tuple(part.astype(kind) for part in layer)
        answer = checks.call(relu_breakpoints, *typed)
        checks.expect_close(answer, [-1 / 3, 0.25, 1.5], what, given=typed)
    ### END HIDDEN TESTS


test_relu_breakpoints_lists(relu_breakpoints)

# %% nbgrader={"grade": false, "grade_id": "demo_kinks", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the fit, and where the kinks are
before, after = (relu_breakpoints(*hidden) for hidden in (hidden_before, hidden_after))
end = 10 * np.pi
unmoved, left_of, right_of = np.mean(after == 0), np.mean(after < 0), np.mean(after > end)
inside = np.mean((after > 0) & (after <= end))

figure, axes = plt.subplots(3, 1, figsize=(9, 6), sharex=True, height_ratios=(2, 1, 1))
axes[0].plot(x, y, color="black", linewidth=1, label="sin(x)")
axes[0].plot(x, asked_fit, color=plots.COLORS["red"], label="network after training")
axes[0].set(ylabel="y", ylim=(-1.3, 2.1), title="What the network learned, where it bends")
axes[0].legend(ncols=2, loc="upper right")
edges = np.linspace(-2 * np.pi, 12 * np.pi, 169)
for axis, kinks in ((axes[1], before), (axes[2], after)):
    axis.axvspan(0, end, color="black", alpha=0.05)
    axis.hist(np.clip(kinks, edges[0], edges[-1]), bins=edges, color=plots.COLORS["blue"])
    axis.set(ylabel="units", yscale="log", ylim=(0.7, 900))
at_0 = f"{np.mean(before == 0):.0%}"
axes[1].set_title(f"Before training, {at_0} of the {len(before)} kinks are at x = 0")
words = f"{unmoved:.0%} still at 0, {left_of:.0%} left of the data, {inside:.0%} inside, "
words += f"{right_of:.0%} right of it"
axes[2].set_title(f"After training: {words}")
axes[2].set_xlabel("x (grey: the data; the outermost bars hold all kinks that lie further out)")
alt = f"""Top: the sine and the trained network. Middle: the kinks before training,
    {at_0} of them at 0. Bottom, after training: {words}."""
plots.show(figure, alt)

# %% [markdown]
# For $x > 0$ the network starts as one straight line: every kink sits at the left edge of the data. Training moves a kink at $-b/w$ a little at a time, and on its way it bends the function only for data that it has reached. Only the kinks that end inside the data bend anything that counts.
#
# Many do not move at all. A unit with $w < 0$ and $b = 0$ is 0 for every $x > 0$: no sample gives it a **gradient** (the direction in which its parameters should move), so it stays as it is: a **dead unit**. On one-sided data about half of the units start dead.
#
# ## 3. Scale the input
#
# This suggests a remedy that has nothing to do with depth: move the data to where the kinks are. To **standardise** the input, $x' = (x - \text{mean}) / \text{std}$, with the **standard deviation** (std) the root of the variance, puts data on both sides of 0, and makes the way from 0 to the edge of the data short.

# %% [markdown]
# ### Exercise: `standardize`
#
# | | |
# |---|---|
# | **Write** | bring every feature to mean 0 and standard deviation 1, measured on the training data |
# | **Why it matters** | it puts the data where the kinks are. And what is measured on other data tells the model what it must not know |
# | **Time, difficulty** | 7 minutes, ●●○ |
# | **Signature** | `standardize(train, other)`: (n, features) and (m, features), or (n,) and (m,) for one feature → tuple (train_scaled, other_scaled) of the same shapes |
# | **Example** | `standardize([1.0, 3.0], [4.0])` → `([-1.0, 1.0], [2.0])`: mean 2, standard deviation 1 |
#
# The standard deviation is the population's (`ddof=0`, NumPy's default). A feature that is constant in `train` (all values equal) is 0 in *both* results.
#
# <details><summary>Hint 1: which numbers are measured, and on what?</summary>
#
# For each feature its mean and its standard deviation, from `train`. Both shift and scale `train` and `other`.
# </details>
# <details><summary>Hint 2: one mean for each feature</summary>
#
# Samples are rows: `train.mean(axis=0)` has one entry for each column (and is one number if `train` is 1-D).
# </details>
# <details><summary>Hint 3: constant features</summary>
#
# Rounding can leave `std` above 0. Make a mask `constant = train.max(axis=0) == train.min(axis=0)`, divide by `np.where(constant, 1.0, std)`, and at the end put 0 where
# `constant` is True: `np.where(constant, 0.0, scaled)`. Do it for `other` too, where the feature need not be constant.
# </details>
# <details><summary>If your code fails with …</summary>
#
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
    # Exact, where a sum of rounded squares need not be.
    constant = train.max(axis=0) == train.min(axis=0)
    divisor = np.where(constant, 1.0, std)
    return tuple(np.where(constant, 0.0, (data - mean) / divisor) for data in (train, other))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_standardize_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_standardize_values(standardize):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    raw = np.array([[2.0, 10], [4, 30], [4, 10], [2, 30]]), np.array([[3.0, 20], [6, 0]])
    right = (raw[0] - [3, 20]) / [1, 10]  # by hand: means 3 and 20, standard deviations 1 and 10
    scaled = checks.parts(checks.call(standardize, *raw), ("train_scaled", "other_scaled"))
    slips = {
        "This divides by n − 1 (ddof=1); ddof=0 is asked for.": right * 0.75**0.5,
        "This divides by the variance; divide by the standard deviation, once.": right * [1, 0.1],
        "Only centred: nothing is divided by the standard deviation.": right * [1, 10],
        "The mean of `train` is not taken away.": raw[0] / [1, 10],
        "This is min-max scaling, to the range from 0 to 1.": right / 2 + 0.5,
        "This standardises each sample (row); take each feature: axis=0.": [[-1, 1]] * 4,
        "This is one mean for all; each feature has its own.": (raw[0] - 11.5) / raw[0].std(),
        "The two results are the wrong way round.": [[0.0, 0.0], [3.0, -2.0]],
        "One standard deviation for the whole array; take one for each feature (axis=0).": (
            right * [1, 10] / raw[0].std()),
        "Rows and columns are exchanged (.T); keep one sample a row.": right.T}
    checks.expect_close(scaled[0], right, "The scaled train", given=raw, slips=slips)
    checks.expect_close(scaled[1], [[0, 0], [3, -2]], "The scaled other", given=raw)
    ### BEGIN HIDDEN TESTS
    import statistics

    test_rng = np.random.default_rng(103)
    raw = tuple(test_rng.normal([3.0, -1.0, 0.0], [2.0, 0.5, 7.0], size=(n, 3)) for n in (25, 6))
    scaled = checks.parts(checks.call(standardize, *raw), ("train_scaled", "other_scaled"))
    median = "The median is taken away; the mean is asked for."
    for k in range(3):
        column = raw[0][:, k].tolist()
        mean, std = statistics.fmean(column), statistics.pstdev(column)
        for part, which, got in zip(raw, ("train", "other"), scaled, strict=True):
            checks.expect_shape(got, part.shape, f"The scaled {which}")
            expected, what = (
                (part[:, k] - mean) / std,
                f"A feature of the scaled {which} (random data)",
            )
            low, high, spread = min(column), max(column), np.mean(np.abs(raw[0][:, k] - mean))
            slips = {
                median: (part[:, k] - statistics.median(column)) / std,
                "This is min-max scaling, to the range from −1 to 1.": (2 * part[:, k] - low - high)
                / (high - low),
                "This divides by the mean absolute deviation; the standard one is asked for.": (
                    part[:, k] - mean
                )
                / spread,
                "This divides by half the range; divide by the standard deviation.": (
                    2 * (part[:, k] - mean) / (high - low)
                ),
            }
            hints = {"Rounded: keep all digits.": lambda got: np.array_equal(got, np.round(got, 3))}
            checks.expect_close(
                got[:, k], expected, what, given=raw, atol=1e-5, slips=slips, hints=hints
            )
    ### END HIDDEN TESTS


test_standardize_values(standardize)

# %% nbgrader={"grade": true, "grade_id": "test_standardize_train_only", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_standardize_train_only(standardize):
    """The statistics of train alone (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    train, other = raw = [np.array([c]).T for c in ([11.0, 7, 3, -1, 5], [10.0, 19, 13])]
    both, gap = np.concatenate(raw), other - 5
    by = "`other` is scaled with {}: use those of `train`.".format
    slips = {  # by hand: train has mean 5 and standard deviation 4, whatever other looks like
        by("its own statistics"): (other - other.mean()) / other.std(),
        by("the statistics of both sets together"): (other - both.mean()) / both.std(),
        "`other` is centred at its own mean; take that of `train`.": (other - other.mean()) / 4,
        "`other` is divided by its own standard deviation.": gap / other.std(),
        "The mean of `train` is not taken away (or measured too late).": other / 4,
        "`other` is only centred; divide by the deviation of `train` before its scaling.": gap,
        "This divides by the range of `train`, not by its standard deviation.": gap / 12,
        "`other` comes back as it was: use mean and std of `train` before its scaling.": other,
        "The minimum is taken away.": (other + 1) / 4, "The mean is added.": (other + 5) / 4,
        "This divides by two standard deviations.": gap / 8, "This multiplies by std.": gap * 4,
        "The sum is taken away.": gap / 4 - 5, "The deviation is measured from 0.": gap / 41**0.5}
    _, scaled = checks.parts(checks.call(standardize, *raw), ("train_scaled", "other_scaled"))
    checks.expect_close(scaled, [[1.25], [3.5], [2]], "The scaled other", given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    test_rng, names = np.random.default_rng(104), ("train_scaled", "other_scaled")
    fit_on, apply_to = test_rng.normal(5.0, 2.0, (12, 2)), test_rng.normal(-3.0, 4.0, (8, 2))
    alone = checks.parts(checks.call(standardize, fit_on, apply_to[:1]), names)
    scaled = checks.parts(checks.call(standardize, fit_on, apply_to), names)
    what = ", where only the rest of other differs,"
    checks.expect_close(scaled[0], alone[0], f"The scaled train{what}", atol=1e-5)
    checks.expect_close(
        scaled[1][:1], alone[1], f"The first row of the scaled other{what}", atol=1e-5
    )
    expected = (apply_to - np.sum(fit_on, 0) / 12) / np.std(fit_on, 0)
    low, middle, high = np.percentile(fit_on, [25, 50, 75], axis=0)
    robust = "This uses the median and the quartiles; use the mean and the standard deviation."
    slips = {robust: (apply_to - middle) / (high - low)}
    checks.expect_close(scaled[1], expected, "The scaled other", atol=1e-5, slips=slips)
    ### END HIDDEN TESTS


test_standardize_train_only(standardize)

# %% nbgrader={"grade": true, "grade_id": "test_standardize_one_dimension", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_standardize_one_dimension(standardize):
    """A single feature as a vector (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    names, what = ("train_scaled", "other_scaled"), ", for a single feature,"
    raw = (np.array([1.0, 5.0, 1.0, 5.0]), np.array([3.0, 9.0]))  # mean 3, standard deviation 2
    scaled = checks.parts(checks.call(standardize, *raw), names)
    right, x = np.array([-1.0, 1.0, -1.0, 1.0]), raw[0]
    slips = {
        "A column comes back: keep the shape (n,).": right[:, None], "This is mean − x.": -right,
        "Only the mean is divided by std: write (x − mean) / std, with brackets.": x - 3 / 2,
        "Only x is divided by std: write (x − mean) / std, with brackets.": x / 2 - 3,
        "`train` is scaled with the statistics of `other`: use its own.": (x - 6) / 3,
        "This divides by the largest value; divide by the standard deviation, centred.": x / 5,
        "This is the absolute value: keep the sign of x − mean.": np.ones(4)}
    checks.expect_close(scaled[0], right, f"The scaled train{what}", given=raw, slips=slips)
    checks.expect_close(scaled[1], [0.0, 3.0], f"The scaled other{what}", given=raw)
    example = checks.parts(checks.call(standardize, [1.0, 3.0], [4.0]), names)
    checks.expect_close(example[0], [-1.0, 1.0], "The example on the card, train,")
    slips = {"A single sample becomes 0: `train` says which feature is constant.": [0.0]}
    checks.expect_close(example[1], [2.0], "The example on the card, other,", slips=slips)
    ### BEGIN HIDDEN TESTS
    raw = (np.array([6.0, -2.0]), np.array([2.0, 4.0, 0.0, 10.0, -6.0]))
    scaled = checks.parts(checks.call(standardize, *raw), names)
    what = "The scaled train, for two samples of a single feature,"
    kept = {"Something is kept from an earlier call: measure mean and std in each.": raw[0] - 2.0}
    checks.expect_close(scaled[0], [1.0, -1.0], what, given=raw, slips=kept)
    what = "The scaled other, longer than train,"
    checks.expect_close(scaled[1], [0.0, 0.5, -0.5, 2.0, -2.0], what, given=raw)
    ### END HIDDEN TESTS


test_standardize_one_dimension(standardize)

# %% nbgrader={"grade": true, "grade_id": "test_standardize_constant_feature", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_standardize_constant_feature(standardize):
    """A feature that is constant in train (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    raw = (np.array([[5.0, 1], [5, 5]]), np.array([[7.0, 2], [5, 5]]))  # constant: 0 in both
    right = {"The scaled train": [[0, -1], [0, 1]], "The scaled other": [[0, -0.5], [0, 1]]}
    slips = {
        "The constant feature is only centred in `other`: set it to 0.": [[2, -0.5], [0, 1]],
        "The constant feature comes back as it was; it should be 0.": [[5, -1], [5, 1]],
        "Both features are 0; only the constant feature is 0.": np.zeros((2, 2)),
        "The constant feature is left out; it should stay, as 0.": [[-1], [1]],
        "The constant feature is 1 here; it should be 0.": [[1, -1], [1, 1]]}
    hints = {
        "0/0 is nan: treat a standard deviation of 0 on its own.": lambda got: np.isnan(got).any(),
        "nan_to_num makes inf a huge number: set the feature to 0.": lambda got: got.max() > 1e300,
        "A tiny number instead of 0 makes a constant feature huge; set it to 0 instead.": (
            lambda got: got[0, 0] > 10),
    }
    scaled = checks.parts(checks.call(standardize, *raw), ("train", "other"))
    for (what, expected), got in zip(right.items(), scaled, strict=True):
        checks.expect_close(got, expected, what, given=raw, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    names = ("train", "other")
    for level in (0.0, -2.5, 8.0):
        data = np.full(4, level), np.array([level, 3.0])
        scaled = checks.parts(checks.call(standardize, *data), names)
        what = "The scaled train, for a single constant feature,"
        checks.expect_close(scaled[0], np.zeros(4), what, given=level)
        what = "The scaled other, for a single feature constant in train,"
        checks.expect_close(scaled[1], np.zeros(2), what, given=level)
    scaled = checks.parts(
        checks.call(standardize, np.array([[1.0, 2.0]]), np.array([[3.0, 4.0]])), names
    )
    what = "The scaled other, where train is a single sample,"
    slips = {"With a single sample every feature is constant: 0 in `other`, too.": [[2.0, 2.0]]}
    checks.expect_close(scaled[1], np.zeros((1, 2)), what, slips=slips)
    # Most samples have the smallest value, the middle one, too.
    raw = np.array([[2.0, 1], [2, 7], [2, 7], [2, 7], [7, 7]]), np.array([[5.0, 4.6]])
    scaled = checks.parts(checks.call(standardize, *raw), names)
    what = "The scaled other, for features of which most samples are equal,"
    often = "A feature is constant only if all its samples are equal, not most of them."
    hints = {often: lambda got: np.any(got == 0)}
    checks.expect_close(scaled[1], [[1.0, -0.5]], what, given=raw, hints=hints)
    # Years with fractions, say, vary little beside their size. (Exact in float32.)
    raw = np.array([[2048.0], [2048.0078125]])
    same = "Numbers that differ a little are no constant (np.isclose?): are they all equal?"
    scaled = checks.parts(checks.call(standardize, raw, raw + 0.0078125), names)
    hints = {same: lambda got: np.any(got == 0)}
    what = "The scaled train, for a feature that varies little beside its size,"
    checks.expect_close(scaled[0], [[-1.0], [1.0]], what, given=raw, hints=hints, rtol=1e-3)
    # A small spread is not a constant: here the features are around 1e-5 and 1e-7.
    raw = (np.array([[1e-5, 1e-7], [3e-5, 3e-7]]), np.array([[5e-5, 5e-7], [0.0, 0.0]]))
    scaled = checks.parts(checks.call(standardize, *raw), names)
    what = "The scaled other, for features with a very small, non-zero spread,"

    def added(got, power):
        """Is (or, with power 2, is the square of) what is divided by too large by one number?"""
        gap, size = np.array([3e-5, 3e-7]) ** power, np.abs(got[0]) ** power
        more = gap - size * np.array([1e-5, 1e-7]) ** power
        return more.min() > 0 and np.allclose(more * size[::-1], more[::-1] * size, 0.01, 0)

    def lifted(got):
        """Is the smaller deviation, or are both, replaced by one larger number?"""
        used = np.array([3e-5, 3e-7]) / got[0]
        same = np.allclose(got[1], -2 / 3 * got[0])
        return same and used[1] > 1.1e-7 and np.isclose(used[0], max(1e-5, used[1]), 1e-3, 0)

    hints = {
        "Only a feature that does not vary at all is constant.": lambda got: np.any(got == 0),
        "A small deviation is made larger (a maximum? clip?); divide by it as it is.": lifted,
        "A small number is added to the deviation; divide by the deviation itself.": lambda got: (
            added(got, 1)
        ),
        "A small number is added to the variance; divide by the deviation itself.": lambda got: (
            added(got, 2)
        ),
    }
    checks.expect_close(scaled[1], [[3, 3], [-2, -2]], what, given=raw, hints=hints)
    raw = (np.array([1e-9, 3e-9]), np.array([5e-9, 0.0]))
    scaled, only = checks.parts(checks.call(standardize, *raw), names), list(hints)[0]
    what, slips = "The scaled other, for a feature of numbers around 1e-9,", {only: [0.0, 0.0]}
    checks.expect_close(scaled[1], [3.0, -2.0], what, given=raw, slips=slips)
    ### END HIDDEN TESTS


test_standardize_constant_feature(standardize)

# %% nbgrader={"grade": true, "grade_id": "test_standardize_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_standardize_lists(standardize):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    names, what = ("train_scaled", "other_scaled"), "The scaled other, for lists of whole numbers,"
    raw = [[0, 1], [1, 3], [1, 8]], [[4, 2]]
    mean, std = np.mean(raw[0], axis=0), np.std(raw[0], axis=0)
    gap, scaled = raw[1] - mean, checks.parts(checks.call(standardize, *raw), names)
    added = "A small number is added to the {}; divide by the deviation itself.".format
    same, more = lambda e: np.ptp(e) < 0.05 * e.min(), lambda got: gap / np.where(got, got, 1)
    hints = {added("variance"): lambda got: same(more(got) ** 2 - std**2)}
    hints[added("deviation")] = lambda got: same(more(got) - std)
    slips = {
        "This is one mean for all; each feature has its own.": (raw[1] - np.mean(raw[0])) / std,
        "This divides by the root of the standard deviation; take no root of it.": gap / std**0.5,
        "This gives each feature length 1, not standard deviation 1.": gap / std / 3**0.5}
    hints["Large values are cut off (clip?); keep them."] = lambda got: (
        np.allclose(got, np.clip(gap / std, -got.max(), got.max())))
    checks.expect_close(scaled[1], gap / std, what, given=raw, slips=slips, hints=hints)
    scaled = checks.parts(checks.call(standardize, [1, 5], [4]), names)
    checks.expect_close(scaled[1], [0.5], what, given="[1, 5] and [4]")
    ### BEGIN HIDDEN TESTS
    raw = (np.array([[0, 4], [1, 8]]), np.array([[2, 5], [0, 6]]))
    for kind in (np.int64, np.uint8, np.float32):
        typed = tuple(part.astype(kind) for part in raw)
        scaled = checks.parts(checks.call(standardize, *typed), names)
        right, what = (
            ([[-1, -1], [1, 1]], [[3.0, -0.5], [-1.0, 0.0]]),
            f", for values of {kind.__name__},",
        )
        checks.expect_close(scaled[0], right[0], f"The scaled train{what}", given=typed)
        checks.expect_close(scaled[1], right[1], f"The scaled other{what}", given=typed)
    mixed = raw[0], raw[1].tolist()
    scaled = checks.parts(checks.call(standardize, *mixed), names)
    what = "The scaled other, a list beside an array,"
    checks.expect_close(scaled[1], right[1], what, given=mixed)
    balanced = [[-1, 0], [1, 4]], [[3, 4]]
    scaled = checks.parts(checks.call(standardize, *balanced), names)
    what = "The scaled other, for a feature with mean 0,"
    checks.expect_close(scaled[1], [[3.0, 1.0]], what, given=balanced)
    ### END HIDDEN TESTS


test_standardize_lists(standardize)

# %% [markdown]
# ## 4. Scale or depth? Change one at a time
#
# First a function that builds the networks.

# %% [markdown]
# ### Exercise: `build_mlp`
#
# | | |
# |---|---|
# | **Write** | a Keras model: one input, hidden layers of the widths asked for, one linear output |
# | **Why it matters** | every comparison below is made with it |
# | **Time, difficulty** | 6 minutes, ●●○ |
# | **Signature** | `build_mlp(hidden_units, activation="relu")`: sequence of integers, name of an activation → uncompiled `keras.Model`, inputs (n, 1), outputs (n, 1) |
# | **Example** | `build_mlp([500]).count_params()` → `1501` |
#
# <details><summary>Hint 1: what are the pieces?</summary>
#
# `keras.Input((1,))`, one `keras.layers.Dense(units, activation=activation)` for each entry of `hidden_units`, one last `Dense`: a list for `keras.Sequential`.
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
# - **“Layer sequential has not been built” / “has no weights”**: start with `keras.Input((1,))`, so that Keras knows the width of the input.
# - **“'int' object is not iterable”**: `hidden_units` is a sequence: go through it with `for units in hidden_units`.
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
def test_build_mlp_layers(build_mlp):
    """The layers, with weights and biases (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    probe = checks.ModelProbe(build_mlp, [5, 3])  # 1·5 + 5, then 5·3 + 3, then 3·1 + 1 numbers
    out, count = probe.outputs(np.zeros((4, 1))), np.array(probe.parameter_count)
    slips = {
        "There are no biases: leave use_bias at True.": 23, "The output layer has no bias.": 31,
        "The output layer is missing (or frozen).": 28, "The hidden layers cannot be trained.": 4,
        "The hidden layers have no biases.": 24, "The output comes from the input alone.": 2,
        "There is one hidden layer only, of the first width: is the last one left out?": 16,
        "Only the last hidden layer counts: leave none out, and call each on the one before.": 10,
        "All the units are in one hidden layer, or in layers side by side: stack them.": 25,
        "There is a hidden layer too many, before or after those asked for.": 34,
        "An output layer follows every hidden layer: add it once, after the loop.": 26,
        **{f"All hidden layers have the {w} width.": n for w, n in (("first", 46), ("last", 22))}}
    hint = "Too many: one Dense layer for each entry of hidden_units, with its activation inside, "
    hints = {hint + "and an output layer of one unit.": lambda got: got > 32}
    what = "The number of parameters of build_mlp([5, 3])"
    checks.expect_close(count, 32, what, rtol=0, atol=0, slips=slips, hints=hints)
    checks.expect_shape(out, (4, 1), "The output of build_mlp([5, 3])")
    ### BEGIN HIDDEN TESTS
    hint = "Leave compile(…) to the caller, who knows the optimizer."
    checks.expect(
        not probe.is_compiled, "The model is compiled; an uncompiled one is asked for.", hint=hint
    )
    what, hidden_widths = " for other hidden widths (in a tuple)", (5, 5, 5, 4, 2)
    probe = checks.ModelProbe(build_mlp, hidden_widths)
    checks.expect_shape(probe.outputs(np.zeros((7, 1))), (7, 1), f"The output{what}")
    got, about = np.array(probe.parameter_count), f"The number of parameters{what}"
    slips = {  # 10 + 30 + 30 + 24 + 10 + 3 numbers
        "Equal widths are built once; each is a layer of its own.": 47,
        "Layers of the same widths share their weights; each has its own.": 77,
        "The first two hidden layers only are built.": 46,
        "The first and the last hidden layer only are built.": 25,
    }
    checks.expect_close(got, 107, about, given=hidden_widths, rtol=0, atol=0, slips=slips)
    ### END HIDDEN TESTS


test_build_mlp_layers(build_mlp)

# %% nbgrader={"grade": true, "grade_id": "test_build_mlp_relu_network", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_build_mlp_relu_network(build_mlp):
    """The network that the weights describe (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    probe, inputs = checks.ModelProbe(build_mlp, [1, 1]), np.array([[-2.0], [0.2], [1.0]])
    probe.outputs(inputs)
    checks.expect(probe.parameter_count == 6, "build_mlp([1, 1]) should have six parameters.")
    probe.set_weights([np.full(s, -2.0 if len(s) == 2 else 0.5) for s in probe.weight_shapes])
    relu, net = lambda z: np.maximum(z, 0), lambda a, b: 0.5 - 2 * b(0.5 - 2 * a(0.5 - 2 * inputs))
    y, what = net(relu, relu), "The output for [1, 1] with weights −2 and biases 0.5"
    others = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "softmax": np.ones_like}
    others |= {f"leaky ReLU ({a})": lambda z, a=a: np.maximum(z, a * z) for a in (0.3, 0.2, 0.01)}
    others["elu"] = lambda z: np.where(z > 0, z, np.expm1(z))
    ends = {"ReLU": relu, **others}
    slips = {f"The output layer has a {e}; it should be linear.": ends[e](y) for e in ends}
    slips |= {f"The default activation is not ReLU, but {a}.": net(f, f) for a, f in others.items()}
    slips["This network is a straight line: no hidden layer has an activation."] = 1.5 - 8 * inputs
    slips["The last hidden layer has no activation; each one needs it."] = net(relu, np.copy)
    slips["The first hidden layer has no activation; each one needs it."] = net(np.copy, relu)
    slips["Each activation comes before its layer."] = 4 * relu(0.5 - 2 * relu(inputs)) - 0.5
    checks.expect_close(probe.outputs(inputs), y, what, given=inputs, slips=slips)
    ### BEGIN HIDDEN TESTS
    test_rng, inputs = np.random.default_rng(106), np.array([[-3.0], [-0.4], [0.0], [0.7], [2.0]])
    # All widths differ, so a weight's shape says where it belongs, whatever the order.
    hidden_widths = [5, 2, 6]
    probe = checks.ModelProbe(build_mlp, hidden_widths)
    probe.outputs(inputs)
    chain, drawn = [1, *hidden_widths, 1], {}
    for n_in, n_out in zip(chain[:-1], chain[1:], strict=True):
        drawn[n_in, n_out] = test_rng.normal(size=(n_in, n_out))
        drawn[(n_out,)] = test_rng.normal(size=n_out)
    hint = "One Dense layer for each width, in the order of hidden_units, then one of one unit."
    what, shapes = "The layers of the model are not those asked for.", probe.weight_shapes
    checks.expect(
        sorted(shapes) == sorted(drawn), what, given=hidden_widths, got=shapes, hint=hint
    )
    probe.set_weights([drawn[shape] for shape in shapes])
    expected = inputs
    for n_in, n_out in zip(chain[:-1], chain[1:], strict=True):
        expected = expected @ drawn[n_in, n_out] + drawn[(n_out,)]
        expected = expected if n_out == 1 else np.maximum(expected, 0.0)
    rectified = "Negative values have become 0: the output layer should be linear."
    slips = {rectified: np.maximum(expected, 0)}
    cut = "Large values are cut off: the output layer should be linear."
    hints = {cut: lambda got: np.allclose(got, np.clip(expected, got.min(), got.max()), 1e-4)}
    what, got = (
        "The output of a network with three hidden layers and random weights",
        probe.outputs(inputs),
    )
    checks.expect_close(got, expected, what, given=inputs, atol=1e-4, slips=slips, hints=hints)
    got, hint = probe.outputs(inputs, training=True), "Only Dense layers are asked for."
    what = "The output in training (dropout? normalisation?)"
    checks.expect_close(got, expected, what, given=inputs, atol=1e-4, hint=hint)
    # One hidden unit with weights 1 and biases 0, far out: relu(x), however large x is.
    probe, inputs = checks.ModelProbe(build_mlp, [1]), np.array([[-300.0], [4.0], [300.0]])
    probe.outputs(inputs)
    probe.set_weights([np.full(s, 1.0 if len(s) == 2 else 0.0) for s in probe.weight_shapes])
    hints = {"Large values are cut off (relu6?).": lambda got: got[1] == 4 and got.max() < 299}
    got, what = probe.outputs(inputs), "The output for large inputs"
    checks.expect_close(got, np.maximum(inputs, 0.0), what, given=inputs, hints=hints)
    ### END HIDDEN TESTS


test_build_mlp_relu_network(build_mlp)

# %% nbgrader={"grade": true, "grade_id": "test_build_mlp_activation", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_build_mlp_activation(build_mlp):
    """Another activation (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    example = checks.ModelProbe(build_mlp, [500]).count_params()
    slips = {"The model of an earlier call comes back: build a new one in each call.": 32,
        "Only Dense layers are asked for; the input is taken as it is (Normalization?).": 1504}
    checks.expect_close(example, 1501, "The example on the card", atol=0, slips=slips)
    probe, inputs = checks.ModelProbe(build_mlp, [1], "tanh"), np.array([[-2.0], [0.0], [2.0]])
    probe.outputs(inputs)
    probe.set_weights([np.full(s, 1.0 if len(s) == 2 else 0.0) for s in probe.weight_shapes])
    slips = {"The activation comes twice, or is the output not linear?": np.tanh(np.tanh(inputs)),
        "This is a ReLU: the argument `activation` is not used.": np.maximum(inputs, 0.0),
        "This network is a straight line: a hidden layer or its activation is missing.": inputs,
        "The activation asked for comes after a ReLU.": np.tanh(np.maximum(inputs, 0.0)),
        "The input is added round a layer (a residual?); leave it out.": np.tanh(inputs) + inputs}
    scaled = "The input is multiplied by {:.4f} in the model; take it as it is.".format
    slips |= {scaled(c): np.tanh(c * inputs) for c in (0.1, 0.5, 1 / 255, 0.1 / np.pi)}
    got, what = probe.outputs(inputs), "The output for tanh, with all weights 1 and all biases 0"
    hint = "Is anything but Dense layers in the model, or is its output not linear?"
    checks.expect_close(got, np.tanh(inputs), what, given=inputs, slips=slips, hint=hint)
    ### BEGIN HIDDEN TESTS
    probe = checks.ModelProbe(build_mlp, [1, 1], activation="softplus")
    probe.outputs(inputs)
    probe.set_weights([np.full(s, 1.0 if len(s) == 2 else -0.5) for s in probe.weight_shapes])
    first = np.log1p(np.exp(inputs - 0.5))
    slips = {
        "Only one hidden layer counts: leave none out, and call each on the one before.": (
            first - 0.5
        ),
        "Only the first hidden layer has the activation asked for.": np.maximum(first - 0.5, 0)
        - 0.5,
        "The last hidden layer has no activation.": first - 1.0,
        "Whatever is asked for but ReLU becomes tanh; pass the name on.": (
            np.tanh(np.tanh(inputs - 0.5) - 0.5) - 0.5
        ),
        "Only the last hidden layer has the activation asked for.": (
            np.log1p(np.exp(np.maximum(inputs - 0.5, 0) - 0.5)) - 0.5
        ),
    }
    expected = np.log1p(np.exp(first - 0.5)) - 0.5
    what = "The output of two hidden layers with another activation (softplus)"
    checks.expect_close(
        probe.outputs(inputs), expected, what, given=inputs, atol=1e-5, slips=slips
    )
    ### END HIDDEN TESTS


test_build_mlp_activation(build_mlp)

# %% [markdown]
# **Predict.** All four networks have about 1,500 parameters. Put them in order of their final error: (a) 500 units, raw input; (b) 37–37, raw; (c) 500 units, standardised; (d) 37–37, standardised.

# %% [markdown]
# *Your prediction:*
#
# …

# %% [markdown]
# ### The experiment
#
# Three sizes; in each a shallow and a deep network with the same number of parameters, on the raw and on the standardised input: twelve **arms**. All get Adam, batches of 32, the asker's 100 epochs, and a learning rate that falls from 0.01 to a hundredth of that over the first 80 epochs and then stays, so that training comes to rest.
# Each arm is trained from 16 seeds (the largest from 8; 500 and 20–20 on raw input, close together, from 32).

# %% nbgrader={"grade": false, "grade_id": "demo_experiment", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
from functools import partial


def falling_rate(samples, epochs):
    """A learning rate that falls to a hundredth over 80 % of the steps, then stays."""
    steps = epochs * -(-samples // 32)
    return keras.optimizers.schedules.CosineDecay(0.01, int(0.8 * steps), alpha=0.01)

# %% nbgrader={"grade": false, "grade_id": "demo_train_seeds", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def train(builder, inputs, targets, title, epochs=100, count=16):
    """Train from several seeds; errors, predictions and losses, one row for each seed."""
    rate = falling_rate(len(inputs), epochs)
    settings = {"epochs": epochs, "learning_rate": rate, "label": title}
    networks, losses = training.fit_seeds(
        builder, inputs, targets, lessonkit.seeds(count), **settings)
    columns = tf.constant(np.reshape(inputs, (-1, 1)), tf.float32)
    predictions = np.stack([np.ravel(model(columns)) for model in networks])
    errors = np.mean((predictions - targets) ** 2, axis=1)
    return {"mse": errors, "prediction": predictions, "losses": losses}

# %% nbgrader={"grade": false, "grade_id": "demo_train", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# `partial(build_mlp, units)` is `build_mlp` with its widths filled in.
x_standard = np.asarray(standardize(x, x)[0])
scales = {"raw": x, "standardised": x_standard}
runs = {}
for units in counts:
    for scale, inputs in scales.items():
        count = 8 if counts[units] > 2000 else 16
        if scale == "raw" and units in ((500,), (20, 20)):
            count = 32  # close together: claim 1.2 needs more runs to tell them apart
        title = f"Training {label(units)}, {scale}"
        runs[units, scale] = train(partial(build_mlp, units), inputs, y, title, count=count)

# %% nbgrader={"grade": false, "grade_id": "demo_arm_errors", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Collect each run's error, and count the arms that end flat.
mse = {arm: result["mse"] for arm, result in runs.items()}
falls = [training.late_fall(result["losses"]) for result in runs.values()]
flat_arms = sum(fall < training.FLAT for fall in falls)

# %% [markdown]
# ### When is one network better than another?
#
# Chance decides how a single run ends. A rule for “better” is worth something only if you know how often it says so when there *is* no difference. So try rules where you know the truth: draw **both** arms from one pool, the errors of 20–20 on the standardised input, two thousand times. Whoever sees a difference is wrong.
#
# - *By eye*: the median of one arm beats the best run of the other.
# - The percentile **bootstrap**: pair the runs; draw eight of the eight differences, with replacement, 999 times; the middle 95 % of the means are the interval. Better, if it excludes 0.
# - *The course's rule* (`evidence.compare`): the same, with Student's interval for the mean of the differences.
#
# A 95 % **interval** is made by a rule that catches the true value in 95 of 100 experiments.

# %% nbgrader={"grade": false, "grade_id": "demo_error_rules", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
from scipy import stats


def by_eye(one, other):
    wins = np.median(one, axis=1) < other.min(axis=1)
    return wins | (np.median(other, axis=1) < one.min(axis=1))


def by_bootstrap(one, other, rng):
    settings = {"method": "percentile", "n_resamples": 999, "batch": 50, "rng": rng}
    low, high = stats.bootstrap((one - other,), np.mean, axis=1, **settings).confidence_interval
    return (low > 0) | (high < 0)

# %% nbgrader={"grade": false, "grade_id": "demo_course_rule", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The course's rule, too, answers True where it sees a difference.
def by_course(one, other, comparisons=1):
    arms = zip(one, other, strict=True)
    found = [evidence.compare(*two, comparisons=comparisons) for two in arms]
    return np.array([difference.outcome != evidence.NOT_TOLD_APART for difference in found])

# %% nbgrader={"grade": false, "grade_id": "demo_no_difference", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
rng = np.random.default_rng(lessonkit.seed(2))
one, other = rng.choice(mse[(20, 20), "standardised"], size=(2, 2000, 8))  # no difference
wrong = {f"by eye, {n} runs against {n}": by_eye(one[:, :n], other[:, :n]) for n in (3, 4, 8)}
wrong["percentile bootstrap, 8 against 8"] = by_bootstrap(one, other, rng)
wrong["the course's rule, 8 against 8"] = by_course(one, other)
wrong["five comparisons, nothing corrected"] = by_course(one, other).reshape(-1, 5).any(axis=1)
wrong["five comparisons, Bonferroni"] = by_course(one, other, 5).reshape(-1, 5).any(axis=1)

# %% nbgrader={"grade": false, "grade_id": "demo_error_rates", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: how often each rule sees a difference where there is none
rates = {name: values.mean() for name, values in wrong.items()}
figure, axis = plt.subplots(figsize=(9, 3.2))
for row, (name, values) in enumerate(wrong.items()):
    reach = 2 * np.sqrt(rates[name] * (1 - rates[name]) / len(values))  # two standard errors
    color = plots.COLORS["blue" if "course" in name or "Bonf" in name else "orange"]
    axis.barh(row, rates[name], xerr=reach, color=color, capsize=3)
    axis.text(rates[name] + reach + 0.004, row, f"{rates[name]:.1%}", va="center")
axis.axvline(evidence.ERROR_RATE, color="black", linestyle="--")
axis.set(yticks=range(len(wrong)), yticklabels=wrong, xlim=(0, max(rates.values()) + 0.08))
axis.set_xlabel("share of experiments that see a difference where there is none (dashed: 5 %)")
axis.invert_yaxis()
eye, *_, bootstrap, course, _, _ = rates.values()
title = f"False alarms: by eye with three runs {eye:.0%}, bootstrap {bootstrap:.0%}, "
title += f"the course's rule {course:.0%}"
figure.suptitle(title, x=0.01, ha="left")
listed = "; ".join(f"{name} {rate:.1%}" for name, rate in rates.items())
plots.show(figure, f"Error rates of rules where there is no difference: {listed}.")

# %% [markdown]
# The eye's error rate depends on the number of runs, and nobody had stated it. From eight runs the bootstrap's interval is too narrow: eight values spread less than their pool. The last two bars ask five questions at once, and luck answers some with yes. **Bonferroni**'s remedy: *m* comparisons share the 5 %, each at
# 5 %/*m*, so every interval is wider. (Whiskers: two **standard errors**, the standard deviation of an estimate.)
#
# From here to lesson 05, *better* and *worse* mean: the interval of the paired difference excludes 0. Else the arms are **not told apart**, which does not mean equal.

# %% nbgrader={"grade": false, "grade_id": "demo_comparison", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the error of every run of every arm
figure, axis = plt.subplots(figsize=(9, 4.8))
for row, ((_, scale), errors_of_runs) in enumerate(mse.items()):
    color = plots.COLORS["red" if scale == "raw" else "blue"]
    axis.plot(errors_of_runs, np.full(len(errors_of_runs), row), "o", color=color, alpha=0.5)
    axis.plot(errors_of_runs.mean(), row, "|", color="black", markersize=16)
    axis.text(0.62, row, f"{errors_of_runs.mean():.3f}", va="center")
for row in (3.5, 7.5):
    axis.axhline(row, color="black", linewidth=0.8)
axis.axvline(constant_mse, color="black", linestyle="--")
axis.set(yticks=range(len(mse)), yticklabels=[f"{label(u)}, {scale}" for u, scale in mse])
axis.set(xscale="log", xlim=(0.006, 1))
axis.set_xlabel("mean squared error of each run (bar and number: mean; dashed: the best constant)")
axis.invert_yaxis()
means = {arm: values.mean() for arm, values in mse.items()}
lowest = min(means, key=means.get)
flat_text = f"{flat_arms} of {len(mse)} arms ended flat"
axis.set_title(f"The lowest error has {label(lowest[0])}, {lowest[1]}; {flat_text}")
listed = "; ".join(f"{label(u)}, {scale} {mean:.3f}" for (u, scale), mean in means.items())
alt = f"Mean squared error of each run, one row for each arm; {flat_text}. Means: {listed}."
plots.show(figure, alt)

# %% [markdown]
# Which cause counts for more? An effect *alone* starts from the shallow network on raw input; *on average* (the **main effect**) is the mean with and without the other change. The last row sets depth alone against scale alone. Fifteen comparisons share the 5 %.

# %% nbgrader={"grade": false, "grade_id": "demo_effects", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# How far each change brings the error down in one size of network.
def effects(shallow, deep):
    count = len(mse[shallow, "standardised"])
    a, b = (mse[shallow, scale][:count] for scale in scales)
    c, d = (mse[deep, scale][:count] for scale in scales)
    arms = {"scale alone": (b, a), "depth alone": (c, a),
            "scale on average": ((b + d) / 2, (a + c) / 2),
            "depth on average": ((c + d) / 2, (a + b) / 2),
            "depth alone against scale alone": (c, b)}
    settings = {"lower_is_better": True, "comparisons": 5 * len(pairs)}
    return {name: evidence.compare(*two, **settings) for name, two in arms.items()}


# %% nbgrader={"grade": false, "grade_id": "demo_size_effects", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
effect = {pair: effects(*pair) for pair in pairs}

# %% nbgrader={"grade": false, "grade_id": "demo_effects_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: what scale and depth do, each alone
figure, axes = plt.subplots(1, 3, figsize=(11, 3.4), sharex=True, sharey=True)
for axis, (shallow, deep) in zip(axes, pairs, strict=True):
    for row, found in enumerate(effect[shallow, deep].values()):
        color = plots.COLORS["black" if found.outcome == evidence.NOT_TOLD_APART else "blue"]
        axis.plot([found.low, found.high], [row, row], color=color, linewidth=3)
        axis.plot(found.value, row, "o", color=color)
        number = f"{found.value:.3f}".replace("-", "−")
        axis.text(found.value, row - 0.2, number, ha="center", fontsize=9)
    axis.axvline(0, color="black", linewidth=0.8)
    axis.set_title(f"{counts[shallow]:,} parameters:\n{label(shallow)} against {label(deep)}")
axes[0].set(yticks=range(5), yticklabels=effect[pairs[0]], ylim=(4.6, -0.8))
figure.supxlabel("by how much the error falls, with interval (black: not told apart)", fontsize=10)
outcomes = ", ".join(some["depth alone against scale alone"].outcome for some in effect.values())
figure.suptitle(f"Depth alone is, against scale alone: {outcomes}", x=0.01, ha="left")
listed = "; ".join(
    f"{label(deep)}: " + ", ".join(f"{name} {found.words(3)}" for name, found in some.items())
    for (_, deep), some in effect.items()
)
plots.show(figure, f"Effects of scale and depth in three sizes of networks. {listed}.")

# %% nbgrader={"grade": false, "grade_id": "demo_fits", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: a fit from the middle of each arm
shown = [(units, scale) for units in ((500,), (37, 37), (64, 64, 64)) for scale in scales]
figure, axes = plt.subplots(3, 2, figsize=(11, 6), sharex=True, sharey=True)
for axis, arm in zip(axes.flat, shown, strict=True):
    middle = np.argsort(mse[arm])[len(mse[arm]) // 2]
    axis.plot(x, y, color="black", linewidth=0.8)
    axis.plot(x, runs[arm]["prediction"][middle], color=plots.COLORS["red"])
    axis.set(title=f"{label(arm[0])}, {arm[1]}: {mse[arm][middle]:.3f}", ylim=(-1.6, 1.6))
figure.supxlabel("x")
figure.supylabel("y")
figure.suptitle("A run from the middle of each arm, with its error", x=0.01, ha="left")
listed = "; ".join(f"{label(units)}, {scale} {means[units, scale]:.3f}" for units, scale in shown)
plots.show(figure, f"Six panels, each the sine and a network's prediction. Mean errors: {listed}.")

# %% [markdown]
# Read the effects size by size, and mind the black ones. With all biases 0 a deep network, too, starts with its only kink at 0; once the biases move, a unit of a later layer can switch at several places. Standardising brings the data to the kinks; it adds none.
#
# What in standardising helps, and are the kinks the mechanism? 160 units again, one thing changed each: the input only **centred** (mean 0), only **scaled** (std 1), both; or, on raw input, only the biases at the start, so that the kinks lie evenly over the data. (With $b = -w c$ the kink is at $c$.)

# %% nbgrader={"grade": false, "grade_id": "demo_mechanism", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def kinks_spread():
    """A shallow network with its kinks spread over the raw data at the start."""
    model = build_mlp((160,))
    kernel, bias = model.trainable_weights[:2]
    bias.assign(-kernel[0] * np.random.uniform(x.min(), x.max(), bias.shape))
    return model


# %% nbgrader={"grade": false, "grade_id": "demo_mechanism_arms", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
arms = {
    "centred only": (partial(build_mlp, (160,)), x - x.mean()),
    "scaled only": (partial(build_mlp, (160,)), x / x.std()),
    "raw, kinks spread": (kinks_spread, x),
}

# %% nbgrader={"grade": false, "grade_id": "demo_mechanism_runs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The arm with both changes is trained already.
mechanism = {
    name: train(builder, inputs, y, f"Training 160, {name}")["mse"]
    for name, (builder, inputs) in arms.items()
}
mechanism["centred and scaled"] = mse[(160,), "standardised"]

# %% nbgrader={"grade": false, "grade_id": "demo_mechanism_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
start_from = mse[(160,), "raw"]
mechanism_found = {
    name: evidence.compare(errors, start_from, lower_is_better=True, comparisons=len(mechanism))
    for name, errors in mechanism.items()
}
plots.table(
    ("160 units", "mean error", f"than raw ({start_from.mean():.3f})"),
    [(name, f"{mechanism[name].mean():.3f}", d.words(3)) for name, d in mechanism_found.items()],
)

# %% [markdown]
# Flat at a small learning rate is not the end of what is possible. Does the shallow network catch up if it may train twice as long?

# %% nbgrader={"grade": false, "grade_id": "demo_longer", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
shallow, deep = pairs[1]
title = f"Training {label(shallow)} for longer"
longer = train(partial(build_mlp, shallow), x_standard, y, title, epochs=200, count=8)
deep_mse = mse[deep, "standardised"][:8]
longer_found = evidence.compare(deep_mse, longer["mse"], lower_is_better=True)

# %% nbgrader={"grade": false, "grade_id": "demo_longer_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the wide network, trained for longer
figure, axis = plt.subplots(figsize=(9, 3.2))
curves = {label(units): runs[units, "standardised"]["losses"][:8] for units in (shallow, deep)}
curves[f"{label(shallow)} for longer"] = longer["losses"]
colors = (plots.COLORS["red"], plots.COLORS["blue"], plots.COLORS["orange"])
for (name, losses), color in zip(curves.items(), colors, strict=True):
    text = f"{name}: late fall {round(training.late_fall(losses), 3) + 0.0:.1%}"
    axis.semilogy(np.arange(losses.shape[1]) + 1, losses.mean(axis=0), color=color, label=text)
axis.set(xlabel="epoch", ylabel="mean loss of 8 seeds", ylim=(None, 1.2))
axis.set_title(f"37–37 after 100 epochs, against 500 after 200: {longer_found.words(2)}")
axis.legend(ncols=3, fontsize=9)
alt = f"""Loss over the epochs of 500 units and 37–37 for 100 epochs and of 500 for 200,
    standardised. Mean errors: {means[shallow, 'standardised']:.3f},
    {means[deep, 'standardised']:.3f} and
    {longer['mse'].mean():.3f}; 37–37 against the longer trained: {longer_found.words(3)}."""
plots.show(figure, alt)

# %% [markdown]
# So every such statement needs its budget: *these* sizes, *this* many steps.

# %% [markdown]
# ## 5. What depth can do
#
# *Deeper networks can represent more complex functions with the same number of parameters.* For some functions this is a theorem. The **tent map** goes up from 0 to 1 and down again. Applied to its own result, each straight piece is folded in two (Telgarsky 2016).

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
# Composing is putting the result back in: a loop `for _ in range(depth)` in which `x` becomes the tent of `x`.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# In the loop, `x = 2 * relu(x) - 4 * relu(x - 0.5)`, with `relu(z)` written as `np.maximum(z, 0)`. Before the loop, turn `x` into a float array.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“unsupported operand type(s) for -: 'list' and 'float'”**: start with `x = np.asarray(x, dtype=float)`.
# - **“The truth value of an array … is ambiguous”**: `if x <= 0.5` works for one number; ReLUs need no `if`.
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


# %% nbgrader={"grade": true, "grade_id": "test_sawtooth_tent", "locked": true, "points": 0.75, "schema_version": 3, "solution": false, "task": false}
def test_sawtooth_tent(sawtooth):
    """The tent map, depth 1 (0.75 points)."""
    import numpy as np

    from lessonkit import checks
    x, tent = np.array([[0.0, 0.375, 0.5, 0.875, 1.0], [0.0, 0.75, 1.0, 0.25, 0.0]])
    answer, relu = checks.call(sawtooth, x, 1), lambda z: np.maximum(z, 0)
    above = "Above ½ the slope should be −2, not {}: take away 4 · relu(x − ½) or 2 · relu(2x − 1)."
    slips = {
        **{above.format(2 - s): 2 * x - s * relu(x - 0.5) for s in (0, 1, 2, 3, -4, 8)},
        "The peak is ½: the tent map goes up to 1.": tent / 2, "This is a sine.": np.sin(np.pi * x),
        "The tent stands on its head.": 1 - tent, "It goes from −1 to 1, not from 0.": 2 * tent - 1,
        "Not applied at depth 1: a step too few.": x, "The second ReLU starts at −½.": -2 - 2 * x,
        "This jumps to 0 at ½; the tent map goes down there.": [0, 0.75, 0, 0.75, 0],
        "At ½ itself the tent map is 1, not 0.": [0, 0.75, 0, 0.25, 0],
        "The second mask is of the new x: what is doubled is folded, too.": [0, 0.5, 0, 0.25, 0],
        "The second mask is of the new x: what is folded is doubled, too.": [0, 0.75, 1, 0.5, 0],
        "This is 2 − 2x below ½, too.": 2 - 2 * x, "Applied twice at depth 1.": [0, 0.5, 0, 0.5, 0],
        "The second ReLU sees ½ − x; it should see x − ½.": 2 * x - 4 * relu(0.5 - x),
        "The second ReLU sees 2x; both see x.": 2 * x - 4 * relu(2 * x - 0.5)}
    hints = {"Up to ½ it is right; above, take 2 − 2x.": lambda got: np.allclose(got[:3], tent[:3])}
    checks.expect_close(answer, tent, "The tent map, depth 1,", given=x, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    inputs = np.random.default_rng(107).uniform(size=(20, 3))
    what = "The tent map, depth 1, of an array of 20 × 3 random values,"
    for kind in (np.float64, np.float32):
        answer = checks.call(sawtooth, inputs.astype(kind), 1)
        right = 1 - np.abs(1 - 2 * inputs)
        slips = {"The answer is flat: it should have the shape of x.": right.ravel()}
        hints = {"The values are rounded.": lambda got: np.array_equal(got, np.round(got, 3))}
        checks.expect_close(answer, right, what, given=inputs, slips=slips, hints=hints)
    answer = checks.call(sawtooth, [0.0, 0.25, 0.5, 1.0], 1)
    checks.expect_close(answer, [0.0, 0.5, 1.0, 0.0], "The tent map of a list")
    answer = checks.call(sawtooth, np.array([[0, 1], [1, 0]]), 2)
    checks.expect_close(answer, np.zeros((2, 2)), "The answer for whole numbers")
    answer = checks.call(sawtooth, np.array([[[0.25], [0.625]]]), 1)
    slips = {"Axes of length 1 are lost (np.squeeze?); keep the shape of x.": [0.5, 0.75]}
    checks.expect_close(answer, [[[0.5], [0.75]]], "The answer for a shape (1, 2, 1)", slips=slips)
    ### END HIDDEN TESTS


test_sawtooth_tent(sawtooth)

# %% nbgrader={"grade": true, "grade_id": "test_sawtooth_identity", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_sawtooth_identity(sawtooth):
    """Depth 0 changes nothing (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    inputs = np.array([0.0, 0.3, 0.5, 0.8, 1.0])
    once = "Applied once at depth 0: depth says how often the tent map is applied."
    zero = "This is 0 everywhere: depth 0 leaves x as it is."
    slips = {once: 1 - np.abs(1 - 2 * inputs), zero: np.zeros(5)}
    answer = checks.call(sawtooth, inputs, 0)
    checks.expect_close(answer, inputs, "The answer at depth 0", given=inputs, slips=slips)
    ### BEGIN HIDDEN TESTS
    what = "The answer at depth 0 for a list of whole numbers"
    checks.expect_close(checks.call(sawtooth, [0, 1], 0), [0, 1], what)
    for depth in (0, 1):
        slips = {"A single number comes back as an array; keep its shape, ().": [0.25 * 2**depth]}
        answer, what = checks.call(sawtooth, 0.25, depth), f"A single number, at depth {depth},"
        checks.expect_close(answer, 0.25 * 2**depth, what, slips=slips)
    ### END HIDDEN TESTS


test_sawtooth_identity(sawtooth)

# %% nbgrader={"grade": true, "grade_id": "test_sawtooth_composition", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_sawtooth_composition(sawtooth):
    """The tent map of the tent map (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    # By hand, step by step: 1/16 → ⅛ → ¼; ¼ → ½ → 1; ½ → 1 → 0; ⅝ → ¾ → ½; ⅞ → ¼ → ½.
    inputs, once = np.array([[1 / 16, 0.25, 0.5, 0.625, 0.875], [0.125, 0.5, 1, 0.75, 0.25]])
    again = "Applied once: put the result of one step into the next, range(depth) times "
    slips = {
        again + "(range(1, depth) makes one step too few).": once,
        "This is twice the tent map: put its result in again, and bend at ½, not at 1.": 2 * once,
        "Applied three times at depth 2: depth says how often.": [0.5, 0, 0, 1, 1],
        "2^depth is the number of pieces, depth that of steps.": [1.0, 0, 0, 0, 0],
        "The side is chosen by the first x; choose it in each step anew.": [0.25, 1, 2, 0.5, 1.5],
        "The bend moves in each step (a power of ½?); it stays at ½.": [0.25, 0, -1, -0.5, 0.5],
        "This is the square of the tent map, not the tent map of the tent map.": once**2,
        "np.max gives the largest entry; np.maximum(z, 0) works entry by entry.": 1.5}
    answer, right = checks.call(sawtooth, inputs, 2), [0.25, 1.0, 0.0, 0.5, 0.5]
    checks.expect_close(answer, right, "The answer at depth 2", given=inputs, slips=slips)
    for depth, expected in ((1, [0.0, 0.5, 1.0, 0.0]), (2, [0.0, 1.0, 0.0, 0.0])):
        answer = checks.call(sawtooth, [0.0, 0.25, 0.5, 1.0], depth)
        checks.expect_close(answer, expected, f"The example on the card, depth {depth},")
    ### BEGIN HIDDEN TESTS
    inputs = np.random.default_rng(108).integers(0, 2**12 + 1, size=200) / 2**12
    expected, four = (np.abs(np.mod(pieces * inputs + 1, 2) - 1) for pieces in (8, 16))
    doubled = "Applied four times at depth 3: composed with itself, a function doubles its steps."
    answer = checks.call(sawtooth, inputs, 3)
    checks.expect_close(
        answer, expected, "The answer at depth 3", given=inputs, slips={doubled: four}
    )
    # Whatever the depths, p steps after q steps are p + q steps. (Exact in float32.)
    what = "A number of steps at once, against the same number in two calls,"
    for after, before in ((1, 1), (2, 1), (1, 3), (3, 4)):
        in_two_calls = checks.call(sawtooth, checks.call(sawtooth, inputs, before), after)
        at_once = checks.call(sawtooth, inputs, after + before)
        checks.expect_close(at_once, in_two_calls, what, given=inputs)
    ### END HIDDEN TESTS


test_sawtooth_composition(sawtooth)

# %% nbgrader={"grade": true, "grade_id": "test_sawtooth_pieces", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_sawtooth_pieces(sawtooth):
    """The ends of the straight pieces, at any depth (0.5 points)."""
    import numpy as np

    from lessonkit import checks

    # At depth k, the multiples of 2^-k are the ends of the 2^k straight pieces: 0, 1, 0, 1, …
    relu, steps = lambda z: np.maximum(z, 0), {  # of x, and of z, the result so far
        "These are 2 · depth pieces; depth k has 2^k.": lambda z, x: 1 - np.abs(1 - 6 * x % 2),
        "This is one tooth, made narrower; it should be repeated.": lambda z, x: 1 - abs(1 - 8 * x),
        "This is a parabola; the tent map has straight sides.": lambda z, x: 4 * z * (1 - z),
        "This is the larger of 2x and 2 − 2x; take the smaller.": lambda z, x: 1 + abs(1 - 2 * z),
        "The tent map is added to x (or 3x taken for 2x).": lambda z, x: z + 1 - abs(1 - 2 * z),
        "The second ReLU still sees the first x.": lambda z, x: relu(2 * z) - 4 * relu(x - 0.5),
        "This is a sine; the tent map has straight sides.": lambda z, x: np.sin(np.pi * z)}
    for depth in (3, 5):
        numbers, ends = np.arange(2**depth + 1), np.arange(2**depth + 1) / 2**depth
        slips = {s: step(step(step(ends, ends), ends), ends) for s, step in steps.items()}
        slips["Applied twice; range(depth) makes depth steps."] = 1 - np.abs(1 - 4 * ends % 2)
        answer = checks.call(sawtooth, ends, depth)
        what = f"The answer at the ends of the pieces, depth {depth},"
        checks.expect_close(answer, numbers % 2, what, given=ends, slips=slips)
    ### BEGIN HIDDEN TESTS
    from fractions import Fraction

    inputs = np.random.default_rng(109).integers(0, 2**14 + 1, size=60) / 2**14
    exact = [Fraction(value) for value in inputs.tolist()]
    for _ in range(10):
        exact = [2 * value if value <= Fraction(1, 2) else 2 - 2 * value for value in exact]
    answer, exact = checks.call(sawtooth, inputs, 10), np.array(exact, dtype=float)
    what = "The answer at depth 10, against exact fractions,"
    checks.expect_close(answer, exact, what, given=inputs, atol=1e-6)
    ### END HIDDEN TESTS


test_sawtooth_pieces(sawtooth)

# %% nbgrader={"grade": false, "grade_id": "demo_pieces", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def count_pieces(values):
    """Number of straight pieces of a function on an even grid (a kink may show at two points)."""
    slopes = np.diff(values)
    bends = np.abs(np.diff(slopes)) > 1e-6 * np.abs(slopes).max() + 1e-12
    return 1 + int(np.sum(bends & ~np.append(False, bends[:-1])))


# %% nbgrader={"grade": false, "grade_id": "demo_pieces_depths", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Count the pieces at each depth. How many can one hidden layer have?
grid = np.linspace(0, 1, 2**14 + 1)
depths = np.arange(1, 11)
deep_pieces = np.array([count_pieces(np.asarray(sawtooth(grid, depth))) for depth in depths])
deep_parameters = np.array([parameter_count((1, *[2] * depth, 1)) for depth in depths])
shallow_units = (deep_parameters - 1) // 3  # one hidden layer of u units has 3u + 1 parameters …
shallow_pieces = shallow_units + 1  # … and at most u kinks

# %% nbgrader={"grade": false, "grade_id": "demo_sawtooth", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the sawtooth, and pieces against parameters
figure, axes = plt.subplots(1, 4, figsize=(11, 3.2), width_ratios=(1, 1, 1, 2))
for axis, depth in zip(axes, (1, 3, 5), strict=False):
    axis.plot(grid, np.asarray(sawtooth(grid, depth)), color=plots.COLORS["blue"], linewidth=1.2)
    axis.set(title=f"depth {depth}: {deep_pieces[depth - 1]} pieces", xlabel="x", yticks=(0, 1))
axes[0].set_ylabel("sawtooth(x, depth)")
right = axes[3]
right.semilogy(deep_parameters, deep_pieces, "o-", color=plots.COLORS["blue"],
    label="sawtooth, two units a layer")
right.semilogy(deep_parameters, shallow_pieces, "s--", color=plots.COLORS["red"],
    label="one hidden layer, at most")
right.set(xlabel="parameters", ylabel="straight pieces")
right.set_title(f"{deep_parameters[-1]} parameters: {deep_pieces[-1]} pieces against "
    f"{shallow_pieces[-1]}")
right.legend()
figure.suptitle("Each layer doubles the pieces, while the parameters grow by a constant", x=0.01,
    ha="left")
alt = f"""Sawtooth curves of {deep_pieces[0]}, {deep_pieces[2]} and {deep_pieces[4]} pieces, and the
    number of pieces over the number of parameters: with {deep_parameters[-1]} parameters the deep
    network has {deep_pieces[-1]} pieces, one hidden layer at most {shallow_pieces[-1]}."""
plots.show(figure, alt)

# %% [markdown]
# So *some* deep networks are very complex for their size. *Usually*? And does training find such functions? First, random weights in four shapes of nearly the same number of parameters. (Where a hidden layer is all 0 the network is a constant; these are counted apart.)

# %% nbgrader={"grade": false, "grade_id": "demo_random_pieces", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def random_network(hidden_units, values, rng):
    """Values of a ReLU network with random weights (He et al. 2015); None if a layer is dead."""
    values = 4 * values[:, None] - 2
    for width in hidden_units:
        kernel = rng.normal(0, (2 / values.shape[1]) ** 0.5, (values.shape[1], width))
        values = np.maximum(values @ kernel + rng.normal(0, 0.5, width), 0)
        if not np.any(values):
            return None
    return values @ rng.normal(size=values.shape[1])


# %% nbgrader={"grade": false, "grade_id": "demo_random_counts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Draw networks of each shape, and count the pieces of 200 without a dead layer.
rng = np.random.default_rng(lessonkit.seed(1))
random_pieces, dead_share = {}, {}
for units in ((48,), (10, 10), (6,) * 4, (4,) * 8):
    networks = [random_network(units, grid[::4], rng) for _ in range(400)]
    alive = [values for values in networks if values is not None]
    dead_share[units] = 1 - len(alive) / len(networks)
    random_pieces[units] = np.array([count_pieces(values) for values in alive[:200]])

# %% nbgrader={"grade": false, "grade_id": "demo_random_compare", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Compare the deeper shapes with the single hidden layer.
random_found = {
    units: evidence.compare(pieces, random_pieces[48,], comparisons=3)
    for units, pieces in random_pieces.items()
    if units != (48,)
}

# %% nbgrader={"grade": false, "grade_id": "demo_random_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: pieces of random networks
figure, axis = plt.subplots(figsize=(8, 3.2))
style = {"meanline": True, "showmeans": True, "medianprops": {"linewidth": 0}}
style["meanprops"] = {"color": plots.COLORS["red"], "linestyle": "-"}
axis.boxplot(list(random_pieces.values()), orientation="horizontal", whis=(0, 100), **style)
axis.set(ylabel="hidden layers")
axis.set_yticklabels(
    f"{label(units)} ({parameter_count((1, *units, 1))}; dead: {dead_share[units]:.0%})"
    for units in random_pieces
)
axis.set_xlabel("straight pieces of 200 random networks (line: mean; whiskers: all)")
axis.invert_yaxis()
random_means = {units: pieces.mean() for units, pieces in random_pieces.items()}
listed = ", ".join(f"{mean:.0f}" for mean in random_means.values())
axis.set_title(f"Random networks have {listed} pieces on average")
compared = "; ".join(f"{label(u)} than 48: {found.words(1)}" for u, found in random_found.items())
alt = f"""Box plots of the straight pieces of random networks of nearly the same number of
    parameters in one, two, four and eight hidden layers. Means: {listed}. Where more pieces count
    as better: {compared}."""
plots.show(figure, alt)

# %% [markdown]
# (In parentheses: parameters, and the share with a dead layer.) At random weights the expected number of pieces is bounded by a constant times the number of *units*; depth does not multiply it (Hanin and Rolnick 2019). Second, train a network wider than the sawtooth of depth 4 needs:

# %% nbgrader={"grade": false, "grade_id": "demo_learn_sawtooth", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
saw_x, saw_y = grid[::32], np.asarray(sawtooth(grid[::32], 4))
saw_inputs = np.asarray(standardize(saw_x, saw_x)[0])
saw = train(partial(build_mlp, (8,) * 4), saw_inputs, saw_y, "Learning the sawtooth", count=8)
sawtooth_left = saw["mse"] / np.var(saw_y)

# %% nbgrader={"grade": false, "grade_id": "demo_learn_sawtooth_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: what is left of the sawtooth
plots.table(
    ("8–8–8–8, 100 epochs, eight seeds", ""),
    [
        ("of the sawtooth's variance is left as error, mean", f"{sawtooth_left.mean():.0%}"),
        ("smallest and largest", f"{sawtooth_left.min():.0%} and {sawtooth_left.max():.0%}"),
        ("late fall of the loss", f"{round(training.late_fall(saw['losses']), 3) + 0.0:.1%}"),
    ],
)

# %% [markdown]
# Depth makes room. It does not promise.

# %% [markdown]
# ## 6. XOR, by hand
#
# *A famous old paper showed that neural networks cannot compute XOR.* It was a book, and what Minsky and Papert (1969) proved is about one unit that sees the inputs directly. It would need a line with (0, 1) and (1, 0) on one side, (0, 0) and (1, 1) on the other:
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
# | **Why it matters** | one unit cannot; two in a hidden layer can |
# | **Time, difficulty** | 7 minutes, ●●○ |
# | **Signature** | `xor_network()` → tuple (W1 (2, 2), b1 (2,), w2 (2,), b2 scalar) |
# | **Example** | `np.maximum(x @ W1 + b1, 0) @ w2 + b2` is 0, 1, 1, 0 for `x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])` |
#
# Column $j$ of $W_1$ holds the two weights into hidden unit $j$. Many choices are right. Find one by hand: training only comes close.
#
# <details><summary>Hint 1: what can the hidden units look at?</summary>
#
# XOR depends only on the sum $s = x_1 + x_2$: 0, 1 or 2 should map to 0, 1 and 0. So let both hidden units see $s$ (all four weights of $W_1$ are 1).
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
def test_xor_network_shapes(xor_network):
    """Shapes (0.25 points)."""
    from lessonkit import checks

    names, shapes = ("W1", "b1", "w2", "b2"), ((2, 2), (2,), (2,), ())
    network = checks.parts(checks.call(xor_network), names)
    for name, shape, value in zip(names, shapes, network, strict=True):
        single, line = name == "b2" and value.size == 1, value.ndim == value.size == 2
        flat = f"{name} is a row or a column; a flat array of two numbers is asked for."
        checks.expect(not line or name == "b2", flat, got=value)
        checks.expect_shape(value.reshape(()) if single else value, shape, name)


test_xor_network_shapes(xor_network)

# %% nbgrader={"grade": true, "grade_id": "test_xor_network_values", "locked": true, "points": 0.75, "schema_version": 3, "solution": false, "task": false}
def test_xor_network_values(xor_network):
    """Values computed by hand (0.75 points)."""
    import numpy as np

    from lessonkit import checks
    W1, b1, w2, b2 = checks.parts(checks.call(xor_network), ("W1", "b1", "w2", "b2"))
    fits = (W1.shape, b1.shape, w2.shape, b2.size) == ((2, 2), (2,), (2,), 1)
    checks.expect(fits, "One of W1, b1, w2, b2 does not have its shape: see the test above.")
    x, net = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), lambda z, w: np.maximum(z, 0) @ w + b2
    z, b2, xor, what = x @ W1 + b1, b2.ravel(), x.sum(1) % 2, "The output for the four inputs"
    h, v = np.c_[np.nan_to_num(np.maximum(z, 0)), np.ones(4)], (z > 0) @ w2 + b2
    g = {"OR": x.max(1), "AND": x.min(1), "the opposite of XOR": 1 - xor, "XOR as ±1": 2 * xor - 1}
    slips = {f"This network computes {gate}; XOR is 1 if just one input is.": g[gate] for gate in g}
    way = {"W1.T (columns are units)": net(x @ W1.T + b1, w2), "W1 all 1": net(x @ W1**0 + b1, w2)}
    way["other b1"] = xor * any(np.allclose(net(x @ W1 + 2 - b, w2), xor) for b in np.ndindex(5, 5))
    way |= {"b1 and w2 exchanged": net(x @ W1 + w2, b1), "inputs ±1": net(z + (x - 1) @ W1, w2)}
    way["units that answer 0 or 1 (the output, too),"] = (v > 0) if v[0] == v[3] < 0 else v
    way["other w2 and b2"] = h @ np.linalg.pinv(h) @ xor * (abs(net(z, w2) - xor).max() > 0.4)
    hints = {f"With {w} it would be XOR.": lambda _, w=w: np.allclose(way[w], xor) for w in way}
    hints |= {"Close: find it by hand, not by training.": lambda got: np.abs(got - xor).max() < 0.4}
    hints["No ReLU cuts in: the network is a plane."] = lambda got: np.allclose(got, z @ w2 + b2)
    checks.expect_close(net(z, w2), xor, what, given=x, rtol=0, slips=slips, hints=hints)


test_xor_network_values(xor_network)

# %% [markdown]
# *Each unit only draws a linear boundary; stacking makes the data linearly separable.* (Two classes are **linearly separable** if a straight line separates them.) Look at the four inputs as the hidden layer sees them. Linear programming tells: are there $w$ and $b$ with $w \cdot x + b \ge 1$ for the one class and $\le -1$ for the other?

# %% nbgrader={"grade": false, "grade_id": "demo_separable", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
from scipy.optimize import linprog

corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
xor = np.array([0, 1, 1, 0])


def separating_line(points):
    """(w1, w2, b) of a line that has the XOR classes on its two sides, or None if there is none."""
    sides = np.where(xor == 1, 1.0, -1.0)[:, None] * np.column_stack([points, np.ones(4)])
    result = linprog(np.zeros(3), A_ub=-sides, b_ub=-np.ones(4), bounds=(None, None))
    return result.x if result.status == 0 else None

# %% nbgrader={"grade": false, "grade_id": "demo_separable_planes", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Look for a line among the inputs, and among your hidden units' values.
W1, b1, w2, b2 = (np.asarray(part, float) for part in xor_network())
hidden = np.maximum(corners @ W1 + b1, 0)
xor_output = hidden @ w2 + b2
input_line, hidden_line = separating_line(corners), separating_line(hidden)

# %% nbgrader={"grade": false, "grade_id": "demo_line", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: how the lines and the points are drawn
def draw_line(axis, line, **style):
    """Draw w1·x + w2·y + b = 0, given as (w1, w2, b); nothing if there is no such line."""
    if line is not None and np.any(line[:2]):
        normal = np.asarray(line[:2])
        point = -line[2] * normal / (normal @ normal)
        axis.axline(point, point + [-normal[1], normal[0]], **style)


def draw_classes(axis, points, line):
    """The four points, coloured by their XOR; the title says whether a line parts the classes."""
    for value, color, marker in ((0, plots.COLORS["red"], "s"), (1, plots.COLORS["blue"], "o")):
        axis.plot(
            *points[xor == value].T, marker, color=color, markersize=10, label=f"XOR = {value}"
        )
    span, centre = np.ptp(points, axis=0).max(), points.mean(axis=0)
    axis.set(
        xlim=centre[0] + np.array([-1, 1]) * span, ylim=centre[1] + np.array([-0.8, 0.8]) * span
    )
    axis.set_title(f"{'No' if line is None else 'A'} line separates the classes")

# %% nbgrader={"grade": false, "grade_id": "demo_planes", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: XOR as the output unit sees it
figure, axes = plt.subplots(1, 2, figsize=(9, 4.4))
draw_classes(axes[0], corners, input_line)
draw_classes(axes[1], hidden, hidden_line)
if np.allclose(hidden[1], hidden[2]):
    text = {"textcoords": "offset points", "fontsize": 9}
    axes[1].annotate("(0, 1) and (1, 0)", hidden[1], (9, -3), **text)
for unit, style in ((0, ":"), (1, "--")):
    line = (*W1[:, unit], b1[unit])
    draw_line(axes[0], line, color="black", linestyle=style, label=f"unit {unit + 1} switches")
draw_line(axes[1], hidden_line, color=plots.COLORS["green"], label="a separating line")
axes[0].set(xlabel="input 1", ylabel="input 2")
axes[1].set(xlabel="hidden unit 1", ylabel="hidden unit 2")
for axis in axes:
    axis.legend(ncols=2, fontsize=9, loc="upper center", bbox_to_anchor=(0.5, -0.17))
figure.suptitle(
    "XOR as the output of the network sees it: right, in the plane of its hidden units",
    x=0.01,
    ha="left",
)
alt = f"""Left: the four corners of the input plane, and the lines on which the two hidden units
    switch. A line that separates the classes exists: {input_line is not None}. Right: the same four
    inputs in the plane of the hidden units; a separating line exists: {hidden_line is not None}.
    Outputs: {xor_output.tolist()}."""
plots.show(figure, alt)

# %% [markdown]
# Does a network find such a plane by itself? Train the same shape (two inputs, two ReLU units, one output) from random weights:

# %% nbgrader={"grade": false, "grade_id": "demo_trained_xor", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
hidden_layers = []


def xor_shape():
    """Two inputs, two ReLU units, one output; the hidden layer is kept in sight."""
    hidden_layers.append(keras.layers.Dense(2, activation="relu"))
    return keras.Sequential([keras.Input((2,)), hidden_layers[-1], keras.layers.Dense(1)])

# %% nbgrader={"grade": false, "grade_id": "demo_trained_xor_runs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
settings = {"epochs": 400, "learning_rate": 0.05, "label": "Training 40 networks on XOR"}
seeds = lessonkit.seeds(40)
xor_networks, xor_losses = training.fit_seeds(xor_shape, corners, xor, seeds, **settings)

# %% nbgrader={"grade": false, "grade_id": "demo_trained_xor_counts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# How often is the output XOR, and how often are the classes separable?
as_inputs = tf.constant(corners, tf.float32)
xor_solved = sum(np.allclose(model(as_inputs)[:, 0], xor, atol=0.1) for model in xor_networks)
planes = [layer(as_inputs).numpy() for layer in hidden_layers]
xor_separable = sum(separating_line(plane) is not None for plane in planes)
share = stats.binomtest(xor_separable, 40).proportion_ci()

# %% nbgrader={"grade": false, "grade_id": "demo_trained_xor_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: what 40 networks learned
rows = [("the hidden plane separates the classes", xor_separable)]
rows += [("the output is XOR (to 0.1)", xor_solved)]
xor_fall = f"{round(training.late_fall(xor_losses), 3) + 0.0:.1%}"
plots.table((f"XOR from 40 seeds (late fall of the loss {xor_fall})", "networks"), rows)

# %% [markdown]
# A hidden layer *can* make the data separable, and that is why depth can help. From a random start training need not get there: with two units, a dead one is one too many.

# %% [markdown]
# ## 7. A probabilistic model
#
# *Use TensorFlow Probability; a probabilistic model gives almost perfect results.* The model meant is a **Gaussian process**: a distribution over functions, any values of which are jointly Gaussian. Its **kernel** $k(x, x')$ is the covariance of the function's values at two inputs. Two kernels:
#
# $$k_{\text{SE}}(x, x') = a^2 \exp\left(-\frac{(x - x')^2}{2\ell^2}\right), \qquad k_{\text{per}}(x, x') = a^2 \exp\left(-\frac{2}{\ell^2}\sin^2\frac{\pi (x - x')}{p}\right).$$
#
# The first (squared-exponential, SE) says: *smooth, and points further apart than a few* $\ell$ *have nothing to do with each other*. The second: *smooth, and repeats itself with period* $p$ (Rasmussen and Williams 2006, chapter 4). What is believed before any data is the **prior**. Before any algebra, draw functions from it: with $K = L L^\top$ (Cholesky) and a
# vector $z$ of independent normal numbers, $L z$ has the covariance $K$.
#
# Then two points are seen: *keep only the functions that pass near both*. What is left is the **posterior**, what is believed after the data.

# %% nbgrader={"grade": false, "grade_id": "demo_prior", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def squared_exponential(amplitude, length):
    return lambda a, b: amplitude**2 * np.exp(-((a[:, None] - b[None, :]) ** 2) / (2 * length**2))


def periodic(amplitude, length, period):
    def kernel(a, b):
        waves = np.sin(np.pi * (a[:, None] - b[None, :]) / period)
        return amplitude**2 * np.exp(-2 * waves**2 / length**2)

    return kernel


# %% nbgrader={"grade": false, "grade_id": "demo_prior_draw", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def draw_functions(kernel, inputs, count, rng):
    """Functions from the prior: their values at the inputs, one function a row."""
    L = np.linalg.cholesky(kernel(inputs, inputs) + 1e-8 * np.eye(len(inputs)))
    return (L @ rng.normal(size=(len(inputs), count))).T

# %% nbgrader={"grade": false, "grade_id": "demo_prior_functions", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Draw from both priors. Of the first, keep the functions near the two points.
rng = np.random.default_rng(lessonkit.seed(4))
line = np.linspace(0, 4 * np.pi, 101)
drawn = draw_functions(squared_exponential(1.0, 1.5), line, 20_000, rng)
repeating = draw_functions(periodic(1.0, 1.5, 2 * np.pi), line, 5, rng)
at, seen = [25, 60], np.array([1.0, -0.5])  # two inputs, and what is seen there
near = drawn[np.all(np.abs(drawn[:, at] - seen) < 0.15, axis=1)]

# %% nbgrader={"grade": false, "grade_id": "demo_prior_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: functions drawn from two priors
figure, axes = plt.subplots(1, 3, figsize=(11, 3.2), sharex=True, sharey=True)
axes[0].plot(line, drawn[:5].T)
axes[0].set(title="SE kernel, ℓ = 1.5: five functions", ylabel="f(x)", ylim=(-3.2, 3.2))
axes[1].plot(line, repeating.T)
axes[1].set(title="Periodic kernel, p = 2π: five functions")
axes[2].plot(line, near[:40].T, color=plots.COLORS["sky"], linewidth=0.6)
axes[2].plot(line, near.mean(axis=0), color=plots.COLORS["blue"], label="their mean")
axes[2].plot(line[at], seen, "o", color=plots.COLORS["red"], label="seen")
axes[2].set(title=f"SE: the {len(near)} of {len(drawn):,} near both points")
axes[2].legend(fontsize=9, loc="lower right", ncols=2)
figure.supxlabel("x")
alt = f"""Functions drawn from two priors: smooth ones, and smooth ones that repeat every 2π.
    Right: of {len(drawn):,} functions of the first kind, {len(near)} pass near two seen points; at
    the points they agree, far from them they spread as in the prior."""
plots.show(figure, alt)

# %% [markdown]
# For Gaussians there is a formula. In steps:
#
# 1. *One seen point* $(x, y)$, noise variance $\sigma^2$. The mean at $x_*$ is $\frac{k(x_*, x)}{k(x, x) + \sigma^2}\, y$: the seen value, weighted by how much the two inputs have to do with each other. The variance is the prior's, less what was learned: $k(x_*, x_*) - \frac{k(x_*, x)^2}{k(x, x) + \sigma^2}$.
# 2. *Many points.* Dividing by $k(x, x) + \sigma^2$ becomes solving with the matrix $K$.
# 3. *Solving with* $K = L L^\top$: first with $L$, then with $L^\top$.

# %% [markdown]
# ### Exercise: `gp_posterior`
#
# | | |
# |---|---|
# | **Write** | what a Gaussian process believes about the function after it has seen noisy values: mean and standard deviation |
# | **Why it matters** | it says what it does not know |
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
# `kernel(x_train, x_train)` is (n, n); on its diagonal goes `+ noise_variance * np.eye(n)`. `kernel(x_train, x_test)` is (n, m). Of `kernel(x_test, x_test)` only the diagonal is needed.
# </details>
# <details><summary>Hint 2: an inverse without inverting</summary>
#
# $K^{-1} y$ is the solution $a$ of $K a = y$. With $L$ = `np.linalg.cholesky(K)`, solve $L v = K_*$ for $v$, (n, m), and $L u = y$ for $u$. Then
# $K_*^\top K^{-1} y = v^\top u$, and the diagonal of $K_*^\top K^{-1} K_*$ is the sum of $v^2$ over its rows.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `v = np.linalg.solve(L, K_star)`, `u = np.linalg.solve(L, y_train)`, `mean = v.T @ u`,
# `variance = np.diag(kernel(x_test, x_test)) - np.sum(v**2, axis=0)`. Rounding can make it slightly negative: `np.maximum(variance, 0)` before the root.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **LinAlgError: “Matrix is not positive definite”**: the noise variance is not on the diagonal of `K`.
# - **right for one training point, wrong for several**: `scipy.linalg.cholesky` gives the upper factor unless you say `lower=True`.
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
    x_train, y_train, x_test = (
        np.asarray(values, dtype=float) for values in (x_train, y_train, x_test)
    )
    ### BEGIN SOLUTION
    L = np.linalg.cholesky(kernel(x_train, x_train) + noise_variance * np.eye(len(x_train)))
    v = np.linalg.solve(L, kernel(x_train, x_test))
    mean = v.T @ np.linalg.solve(L, y_train)
    variance = np.diag(kernel(x_test, x_test)) - np.sum(v**2, axis=0)
    return mean, np.sqrt(np.maximum(variance, 0.0))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_mean", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_gp_posterior_mean(gp_posterior):
    """The mean, by hand (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    given = "x_train [0], y_train [8], x_test [50, 0, −50], noise_variance 3.5, k(0, 0) = ½"
    case = (lambda a, b: np.exp(np.subtract.outer(a, b) ** 2 / -2) / 2, *np.array([[0.0], [8.0]]))
    slips = {  # by hand, at x = 0: 8 · ½ / (½ + 3.5) = 1; far from the data the prior is back: 0
        "The noise is not on the diagonal of K (or on K_*, too; it belongs to K only).": [0, 8, 0],
        "K⁻¹ is missing.": [0.0, 4.0, 0.0], "The noise replaces the diagonal.": [0, 8 / 7, 0],
        "The noise enters as its square.": [0, 4 / 12.75, 0], "The noise is 1 here.": [0, 8 / 3, 0],
        "The noise enters as its square root.": [0.0, 4 / (0.5 + 3.5**0.5), 0.0],
        "This multiplies by K, not by K⁻¹.": [0, 16, 0], "The noise enters twice.": [0, 8 / 15, 0],
        "This solves with L once; K⁻¹ needs both L and its transpose.": [0.0, 2.0, 0.0],
        "The mean of y_train is in the answer; the mean of the prior is 0.": [8.0, 8.0, 8.0],
        "The noise variance is on K_*, too; it belongs to K only.": [7.0, 1.0, 0.0],
        "The results are the wrong way round: mean, std.": [0.5**0.5, 0.4375**0.5, 0.5**0.5]}
    got = checks.call(gp_posterior, *case, np.array([50.0, 0.0, -50.0]), 3.5)
    got, what = checks.parts(got, ("mean", "std"))[0], "The mean, one point,"
    hints = {"This is the end of an interval; the mean and the standard deviation are asked for.": (
        lambda got: np.ptp((got - [0, 1, 0]) / np.sqrt([0.5, 0.4375, 0.5])) < 1e-4)}
    checks.expect_close(got, [0, 1, 0], what, given=given, slips=slips, hints=hints)


test_gp_posterior_mean(gp_posterior)

# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_std", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_gp_posterior_std(gp_posterior):
    """The standard deviation, by hand (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    raw = "x_train [0], y_train [8], x_test [50, 0, −50], noise_variance 8.5, k(0, 0) = ½"
    case = (lambda a, b: np.exp(np.subtract.outer(a, b) ** 2 / -2) / 2, *np.array([[0.0], [8.0]]))
    slips = {  # variances, by hand: ½ far from the data, and ½ − ½ · ½ / (½ + 8.5) = 17/36 at x = 0
        "This is the variance; take its square root.": (1 / 4, (17 / 36) ** 2),
        "This includes the noise of a new value; leave it out.": (9, 323 / 36),
        "The noise variance is not added to the diagonal of k(X, X).": (0.5, 0),
        "K⁻¹ is missing.": (0.5, 0.25), "The noise enters as its square.": (0.5, 289 / 582),
        "This is what the data take away; subtract it from the prior's.": (0, 1 / 36),
        "Here the data have not entered.": (0.5, 0.5), "Take L v = K_*, not K v.": (0.5, 161 / 324),
        "This is that of the noise; how far off the mean may be is asked for.": (8.5, 8.5),
        "The prior variance is taken as 1; it is diag(kernel(x_test, x_test)).": (1, 35 / 36),
        "Roots are subtracted; subtract first, then take the root.": (0.5, (0.5**0.5 - 1 / 6) ** 2),
        "This is 1 / variance; take the root of the variance.": (4, (36 / 17) ** 2)}
    got = checks.call(gp_posterior, *case, np.array([50.0, 0.0, -50.0]), 8.5)
    slips = {slip: np.sqrt([far, at_0, far]) for slip, (far, at_0) in slips.items()}
    what, right = "The standard deviation, for one training point,", np.sqrt([0.5, 17 / 36, 0.5])
    checks.expect_close(checks.parts(got, ("mean", "std"))[1], right, what, given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    # A prior variance that differs from place to place: min(x, x) = x. The data take away
    # 3 · 3 / (3 + 6) at 6 and 3, and 2 · 2 / (3 + 6) at 2.
    far, near, taken = np.array([6.0, 2.0, 3.0]), np.array([3.0]), np.array([1.0, 4 / 9, 1.0])
    got = checks.call(gp_posterior, np.minimum.outer, near, near, far, 6.0)
    one = "One prior variance is used for all x_test{}; each has its own, kernel(x, x)."
    slips = {
        one.format(""): np.sqrt(far[0] - taken),
        one.format(", that of a training input"): np.sqrt(near - taken),
        one.format(" (that at x = 0?)"): np.zeros(3),
    }
    what, right = "The standard deviation for the kernel min(a, b)", np.sqrt(far - taken)
    checks.expect_close(checks.parts(got, ("mean", "std"))[1], right, what, slips=slips)
    ### END HIDDEN TESTS


test_gp_posterior_std(gp_posterior)

# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_shapes", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_gp_posterior_shapes(gp_posterior):
    """Shapes (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    def bell(a, b):
        return np.exp(-((np.asarray(a)[:, None] - np.asarray(b)[None, :]) ** 2) / 2)

    matrix = "The standard deviation is a matrix: only its diagonal is asked for."
    for n, m in ((3, 5), (4, 1), (2, 2)):
        x_train, x_test = np.arange(n) * 1.5, np.linspace(-1.0, 4.0, m)
        answer = checks.call(gp_posterior, bell, x_train, np.cos(np.arange(n)), x_test, 0.5)
        got_mean, got_std = checks.parts(answer, ("mean", "std"))
        sizes = f"for {n} training and {m} test inputs"
        checks.expect_shape(got_mean, (m,), f"The mean {sizes}")
        checks.expect(got_std.shape != (m, m), matrix, expected=f"({m},)", got=str(got_std.shape))
        checks.expect_shape(got_std, (m,), f"The standard deviation {sizes}")


test_gp_posterior_shapes(gp_posterior)

# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_gp_posterior_values(gp_posterior):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    case = (np.minimum.outer, *np.array([[1.0, 4.0], [9.0, 18.0]]), np.array([1.0, 9.0, 4.0]), 1.0)
    given = "x_train [1, 4], y_train [9, 18], x_test [1, 9, 4], noise_variance 1, kernel min(a, b)"
    got_mean, got_std = checks.parts(checks.call(gp_posterior, *case), ("mean", "std"))
    factor = "A factor is the wrong way round, L or L.T; scipy.linalg.cholesky needs lower=True."
    ways = [5, 15.5, 15.5], [8.5, 20.5, 20.5], [6, 10.5, 10.5], [3.5, 15.5, 15.5]
    slips = {  # by hand, K⁻¹ = [[5, −1], [−1, 2]] / 9, K⁻¹ y = [3, 3]: 3 + 3 at 1, then 3 + 12
        "The noise variance is added to every entry of K.": [4.5, 13.5, 13.5],
        factor: min(ways, key=lambda way: abs(np.sum(got_mean) - np.sum(way))),
        "The covariances do not come from `kernel`.": [4.5498532, 3.3447762e-05, 9.0247183],
        "This uses only the diagonal of K; the other entries count, too.": [8.1, 18.9, 18.9],
        "The noise variance is divided by n; it is that of each value.": np.r_[162, 378, 378] / 23,
        "This inverts each entry of K; the matrix K has to be inverted.": [35.1, 72.9, 72.9]}
    checks.expect_close(got_mean, [6, 15, 15], "The mean at three points", given=given, slips=slips)
    right, what = np.sqrt([4 / 9, 52 / 9, 7 / 9]), "The standard deviation at three points"
    slips = {factor: np.sqrt(np.r_[10, 97, 7] / 18), "Square v, then sum.": [1 / 3, 31**0.5 / 3, 0],
        "Divided by √n.": right / 2**0.5, "Sum v²: no mean.": np.sqrt(np.r_[13, 133, 43] / 18)}
    checks.expect_close(got_std, right, what, given=given, slips=slips)
    ### BEGIN HIDDEN TESTS
    def gap(a, b):
        return np.asarray(a)[:, None] - np.asarray(b)[None, :]

    test_kernels = {
        "squared-exponential": lambda a, b: 2.0 * np.exp(-(gap(a, b) ** 2) / 2),
        "periodic": lambda a, b: np.exp(-2 * np.sin(np.pi * gap(a, b) / 3) ** 2),
        "polynomial": lambda a, b: (1 + 0.1 * np.outer(a, b)) ** 2,
        "Brownian": np.minimum.outer,
    }
    test_rng, noise, limits = np.random.default_rng(110), 0.3, {"rtol": 1e-3, "atol": 1e-4}
    for name, kernel in test_kernels.items():
        seen_x, unseen_x = test_rng.uniform(0.2, 6.0, 9), test_rng.uniform(0.0, 8.0, 14)
        seen_y = test_rng.normal(size=9)
        gram = kernel(seen_x, seen_x) + noise * np.identity(9)
        # The reference: one unseen input at a time, its value's regression on the nine seen values.
        expected_mean, expected_std = [], []
        for single in unseen_x[:, None]:
            cross = kernel(seen_x, single)[:, 0]
            pull = np.linalg.solve(gram, cross)
            expected_mean.append(pull @ seen_y)
            expected_std.append(np.sqrt(kernel(single, single)[0, 0] - pull @ cross))
        answer = checks.call(gp_posterior, kernel, seen_x, seen_y, unseen_x, noise)
        got_mean, got_std = checks.parts(answer, ("mean", "std"))
        what, ordered = f"with a {name} kernel", np.sort(seen_x)
        weights = np.linalg.solve(kernel(ordered, ordered) + noise * np.identity(9), seen_y)
        alone = "x_train is sorted, y_train not: leave each value beside its input."
        slips = {alone: kernel(unseen_x, ordered) @ weights}
        limits["given"] = seen_x
        checks.expect_close(got_mean, expected_mean, f"The mean {what}", slips=slips, **limits)
        checks.expect_close(got_std, expected_std, f"The standard deviation {what}", **limits)
    ### END HIDDEN TESTS


test_gp_posterior_values(gp_posterior)

# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_noise", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_gp_posterior_noise(gp_posterior):
    """Almost no noise, and noise that drowns the data (0.5 points)."""
    import numpy as np

    from lessonkit import checks

    def narrow_bell(a, b):
        return 2.3 * np.exp(-((np.asarray(a)[:, None] - np.asarray(b)[None, :]) ** 2))

    # At the training inputs the mean is then the data, and the standard deviation almost 0.
    x, y = np.array([[0.0, 1.3, 2.5, 4.1], [1.0, -2.0, 0.5, 3.0]])
    answer = checks.call(gp_posterior, narrow_bell, x, y, x, 1e-6)
    got_mean, got_std = checks.parts(answer, ("mean", "std"))
    given = "four training points, predicted at the training inputs, noise variance 1e-6"
    checks.expect_close(got_mean, y, "The mean with almost no noise", given=given, atol=1e-3)
    negative = "If a variance is negative, its square root is nan: if rounding made it so, use 0."
    what = "The standard deviation with almost no noise"
    checks.expect(np.isfinite(got_std).all(), f"{what} holds nan.", got=got_std, hint=negative)
    more = "Besides the noise, a small number is added, or is the least variance; leave it out."
    hints = {more: lambda got: 0.006 < got.min() <= got.max() < 0.05 and np.ptp(got) < 1e-3}
    checks.expect_close(got_std, np.full(4, 1e-3), what, given=given, atol=5e-3, hints=hints)
    ### BEGIN HIDDEN TESTS
    # Three values at one place, by hand: the rows of K add up to 3 + 1, so the mean is
    # (3 + 5 + 4) / 4 and the variance 1 − 3 / 4. A fourth value is far away.
    own = "Values at one x share their noise here; each has its own: noise on the diagonal, np.eye."
    x, y = np.array([[0.0, 0.0, 0.0, 30.0], [3.0, 5.0, 4.0, 7.0]])
    answer = checks.call(gp_posterior, lambda a, b: narrow_bell(a, b) / 2.3, x, y, x[:1], 1.0)
    got_mean, got_std = checks.parts(answer, ("mean", "std"))
    what = "for three values at one place"
    checks.expect_close(got_mean, [3.0], f"The mean {what}", slips={own: [2.0]})
    checks.expect_close(got_std, [0.5], f"The standard deviation {what}")
    # Each of these points is alone, so its variance is known by hand: 2.3 − 2.3² / (2.3 + noise).
    far, what = np.array([0.0, 20.0, 45.0]), "The standard deviation for little noise"
    jitter = "Besides the noise, {} is added, to the diagonal of K or the variance; leave it out."
    for noise, size in ((3e-5, 1e-5), (1e-5, 1e-6)):  # with float32, the variance is off by 1e-7
        right, more = (np.full(3, np.sqrt(2.3 * n / (2.3 + n))) for n in (noise, noise + size))
        answer = checks.call(gp_posterior, narrow_bell, far, np.ones(3), far, noise)
        got_mean, got_std = checks.parts(answer, ("mean", "std"))
        slips = {jitter.format(f"{size:.0e}"): more}
        checks.expect_close(got_std, right, what, given=noise, rtol=2e-2, slips=slips)
    for spacing in (1.1, 1.2, 1.4, 1.7):
        x = spacing * np.arange(25) + 0.1 * np.sin(np.arange(25))
        answer = checks.call(gp_posterior, narrow_bell, x, np.cos(x), x, 1e-16)
        got_mean, got_std = checks.parts(answer, ("mean", "std"))
        what = "The standard deviation at the training inputs, many points, almost no noise,"
        checks.expect(np.isfinite(got_std).all(), f"{what} holds nan.", hint=negative)
        checks.expect_close(got_std, np.zeros(25), what, atol=5e-3)

    def bell(a, b):
        return np.exp(-((np.asarray(a)[:, None] - np.asarray(b)[None, :]) ** 2) / 2)

    # With noise that drowns everything, the prior is back: mean 0 and standard deviation 1.
    x_train, y_train, x_test = np.array([[0.0, 1.0, 3.0], [2.0, -1.0, 1.0], [0.0, 2.0, 9.0]])
    answer = checks.call(gp_posterior, bell, x_train, y_train, x_test, 1e8)
    got_mean, got_std = checks.parts(answer, ("mean", "std"))
    what = "The mean under huge noise (0, as in the prior)"
    checks.expect_close(got_mean, np.zeros(3), what, atol=1e-5)
    what = "The standard deviation under huge noise (1, as in the prior)"
    checks.expect_close(got_std, np.ones(3), what)
    # More noise in the same data: the standard deviation grows, and never beyond the prior's.
    seen_x, unseen_x = np.linspace(0.0, 5.0, 8), np.linspace(-2.0, 7.0, 19)
    before = np.zeros(19)
    falls, large = "falls when the noise grows", "is larger than the prior's"
    for noise in (0.05, 0.4, 3.0, 20.0):
        answer = checks.call(gp_posterior, bell, seen_x, np.sin(seen_x), unseen_x, noise)
        got_mean, got_std = checks.parts(answer, ("mean", "std"))
        checks.expect_shape(got_std, (19,), "The standard deviation")
        checks.expect(
            np.all(got_std >= before - 1e-4), f"The standard deviation {falls}.", given=noise
        )
        checks.expect(np.all(got_std <= 1 + 1e-4), f"The standard deviation {large}.", given=noise)
        before = got_std
    ### END HIDDEN TESTS


test_gp_posterior_noise(gp_posterior)

# %% nbgrader={"grade": true, "grade_id": "test_gp_posterior_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_gp_posterior_lists(gp_posterior):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # The example on the card, as lists of whole numbers; the kernel gets 1-D NumPy arrays.
    case = (lambda a, b: np.exp(-((a[:, None] - b[None, :]) ** 2) / 2), [0], [8], [0, 50, -50], 3)
    got_mean, got_std = checks.parts(checks.call(gp_posterior, *case), ("mean", "std"))
    given = "the lists [0], [8] and [0, 50, −50], noise variance 3"
    what, far = "for lists of whole numbers", np.array([0.75, 1.0, 1.0])  # the variances, by hand
    slips = {"The weights are divided by their sum; leave that out.": [8, np.nan, np.nan]}
    checks.expect_close(got_mean, [2, 0, 0], f"The mean {what}", given=given, slips=slips)
    slips = {
        "v² is summed over the test inputs; sum over the training inputs.": [0.75**0.5] * 3,
        "What the data take away is added; subtract it.": np.sqrt(2 - far),
        "What is taken away should be the sum of v², where L v = K_*.": [0.5**0.5, 1.0, 1.0],
        "These are two standard deviations; one is asked for.": 2 * np.sqrt(far),
        "These are 1.96 standard deviations; one is asked for.": 1.96 * np.sqrt(far),
        "This is divided by the root of a number of inputs; leave that out.": np.sqrt(far / 3)}
    what = f"The standard deviation {what}"
    checks.expect_close(got_std, np.sqrt(far), what, given=given, slips=slips)
    ### BEGIN HIDDEN TESTS
    for dtype in (np.int64, np.float32):
        raw = np.array([0], dtype), np.array([8], dtype), np.array([0, 50, -50], dtype)
        answer = checks.call(gp_posterior, case[0], *raw, 3)
        got_mean, got_std = checks.parts(answer, ("mean", "std"))
        what = f"for arrays of {np.dtype(dtype)}"
        checks.expect_close(got_mean, [2.0, 0.0, 0.0], f"The mean {what}", given=raw)
        right = [0.75**0.5, 1.0, 1.0]
        checks.expect_close(got_std, right, f"The standard deviation {what}", given=raw)
    ### END HIDDEN TESTS



test_gp_posterior_lists(gp_posterior)

# %% [markdown]
# The data: 60 points of the sine with noise, from the first three periods. The model is asked about these and the two periods after them.
#
# **Predict.** What will each kernel say beyond the data, and how sure will it be?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_gp_data", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
noise_variance = 0.1**2
x_all = np.linspace(0, 10 * np.pi, 601)
beyond = x_all > 6 * np.pi


def noisy_sine(number):
    """60 noisy points of the first three periods: a data set for each number."""
    rng = np.random.default_rng(lessonkit.seed(number))
    inputs = np.sort(rng.uniform(0, 6 * np.pi, 60))
    return inputs, np.sin(inputs) + rng.normal(0, noise_variance**0.5, 60)


x_seen, y_seen = noisy_sine(0)

# %% nbgrader={"grade": false, "grade_id": "demo_gp_errors", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def errors(mean):
    """Mean squared error inside the data and beyond them."""
    square = (np.asarray(mean) - np.sin(x_all)) ** 2
    return square[~beyond].mean(), square[beyond].mean()

# %% nbgrader={"grade": false, "grade_id": "demo_beliefs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def believe(kernel):
    """Mean and standard deviation at x_all, from your function, as arrays."""
    return [
        np.asarray(part) for part in gp_posterior(kernel, x_seen, y_seen, x_all, noise_variance)
    ]


kernels = {
    "Squared-exponential": squared_exponential(1.0, 1.5),
    "Periodic, period 2π": periodic(1.0, 1.5, 2 * np.pi),
}
beliefs = {name: believe(kernel) for name, kernel in kernels.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_gp_band", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: how a posterior is drawn
def draw_gp(axis, mean, std, title):
    band, color = "mean ± 2 standard deviations", plots.COLORS["sky"]
    axis.fill_between(x_all, mean - 2 * std, mean + 2 * std, color=color, alpha=0.4, label=band)
    axis.plot(x_all, np.sin(x_all), color="black", linewidth=1, label="sin(x)")
    axis.plot(x_all, mean, color=plots.COLORS["blue"], label="mean")
    axis.plot(x_seen, y_seen, ".", color=plots.COLORS["red"], label="data")
    axis.set(ylabel="y", ylim=(-2.6, 2.6), title=title)

# %% nbgrader={"grade": false, "grade_id": "demo_gp", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: two posteriors, inside the data and beyond
figure, axes = plt.subplots(2, 1, figsize=(9, 5.6), sharex=True)
listed = []
for axis, (name, (mean, std)) in zip(axes, beliefs.items(), strict=True):
    result = "error {:.4f} inside the data, {:.4f} beyond".format(*errors(mean))
    listed.append(f"{name}: {result}")
    draw_gp(axis, mean, std, f"{name}: {result}; at the end it says ± {2 * std[-1]:.2f}")
axes[1].set_xlabel("x")
axes[0].legend(ncols=4, loc="upper left", fontsize=9)
alt = f"""Two Gaussian processes on the same 60 points up to 6π, predicted to 10π.
    {"; ".join(listed)}. Beyond the data the first returns to 0 with a wide band; the second goes on
    with a narrow one."""
plots.show(figure, alt)

# %% [markdown]
# Neither has *learned* to go on as it does: the kernel said so from the start. The SE kernel knows nothing beyond the data, and says so. The periodic kernel was told the answer.
#
# TensorFlow Probability computes the same:

# %% nbgrader={"grade": false, "grade_id": "demo_agree", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
psd_kernels = tfp.math.psd_kernels
tfp_kernels = {
    "Squared-exponential": psd_kernels.ExponentiatedQuadratic(np.float64(1.0), np.float64(1.5)),
    "Periodic, period 2π": psd_kernels.ExpSinSquared(np.float64(1.0), np.float64(1.5),
        np.float64(2 * np.pi)),
}

# %% nbgrader={"grade": false, "grade_id": "demo_agree_differences", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Compare their means and variances with yours, on the same data.
differences = []
for name, kernel in tfp_kernels.items():
    process = tfp.distributions.GaussianProcessRegressionModel(
        kernel, x_all[:, None], x_seen[:, None], y_seen, noise_variance,
        predictive_noise_variance=0.0, jitter=1e-12
    )
    mean, std = beliefs[name]
    both = ((process.mean(), mean), (process.variance(), std**2))
    differences.append([np.abs(theirs - yours).max() for theirs, yours in both])

# %% nbgrader={"grade": false, "grade_id": "demo_agree_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: your process beside TensorFlow Probability's
plots.table(
    ("kernel", "largest difference of the means", "of the variances"),
    [
        (name, *(f"{difference:.0e}" for difference in pair))
        for name, pair in zip(beliefs, differences, strict=True)
    ],
)

# %% [markdown]
# They agree to rounding. Now move the period, and watch the error beyond the data:

# %% nbgrader={"grade": false, "grade_id": "demo_widget", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: move the slider
import ipywidgets


def draw_period(period):
    mean, std = believe(periodic(1.0, 1.5, period))
    title = "Period {:.2f}: error {:.3f} inside the data, {:.3f} beyond".format(
        period, *errors(mean)
    )
    figure, axis = plt.subplots(figsize=(9, 3))
    draw_gp(axis, mean, std, title)
    axis.set_xlabel("x")
    return figure, f"Gaussian process with a periodic kernel. {title}."


slider = ipywidgets.FloatSlider(
    6.0, min=3.0, max=14.0, step=0.05, description="period", continuous_update=False
)
plots.explore(draw_period, period=slider)

# %% nbgrader={"grade": false, "grade_id": "demo_periods", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the error for each period
periods = np.linspace(3, 14, 133)
inside_mse, beyond_mse = np.array(
    [errors(believe(periodic(1.0, 1.5, period))[0]) for period in periods]
).T
good = periods[(beyond_mse < 0.1 * constant_mse) & (np.abs(periods - 2 * np.pi) < 1)]

figure, axis = plt.subplots(figsize=(9, 3.2))
axis.semilogy(periods, inside_mse, color=plots.COLORS["blue"], label="inside the data")
axis.semilogy(periods, beyond_mse, "--", color=plots.COLORS["red"], label="beyond the data")
axis.axhline(constant_mse, color="black", linestyle=":", label="the best constant")
axis.set(xlabel="period of the kernel", ylabel="mean squared error")
axis.set_title(
    f"Near 2π, only periods from {good.min():.2f} to {good.max():.2f} predict beyond the data"
)
axis.legend(loc="lower left", fontsize=9)
alt = f"""Errors over the period of the kernel. Beyond the data, the error is below a tenth of a
    constant's only in narrow valleys: around 2π (from {good.min():.2f} to {good.max():.2f}) and
    around twice that."""
plots.show(figure, alt)

# %% [markdown]
# The second valley is no surprise: what repeats after $2\pi$ repeats after $4\pi$ as well.
#
# ### Can the data choose the period?
#
# Usually amplitude, length, period and noise variance are chosen to make the data as probable as possible: one maximises the **log marginal likelihood**
#
# $$\log p(y \mid X) = -\tfrac12\, y^\top K^{-1} y - \tfrac12 \log\det K - \tfrac n2 \log 2\pi$$
#
# (Rasmussen and Williams 2006, section 5.4.1). The first term rewards fit, the second punishes flexibility. TensorFlow Probability gives the value and its gradient; an optimiser climbs from a starting value. It finds *a* top, not *the* top.

# %% nbgrader={"grade": false, "grade_id": "demo_learn_likelihood", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# An optimiser goes down, hence the minus. It moves logarithms: the parameters stay positive.
def minus_log_likelihood(make_kernel, logs, inputs, values):
    """Minus the log marginal likelihood; the last parameter is the noise."""
    *parameters, noise = tf.unstack(tf.exp(logs))
    kernel, points = make_kernel(*parameters), inputs[:, None]
    process = tfp.distributions.GaussianProcess(kernel, points, observation_noise_variance=noise)
    return -process.log_prob(values)

# %% nbgrader={"grade": false, "grade_id": "demo_learn_gradient", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# TensorFlow records the value and its gradient as a graph, which runs faster than Python.
def value_and_gradient(make_kernel):
    """A function that gives `minus_log_likelihood` of one kernel and its gradient to the logs."""
    @tf.function(reduce_retracing=True)
    def graph(logs, inputs, values):
        def loss(logs):
            return minus_log_likelihood(make_kernel, logs, inputs, values)

        return tfp.math.value_and_gradient(loss, logs)

    def evaluate(*arrays):
        return [part.numpy() for part in graph(*map(tf.constant, arrays))]

    return evaluate

# %% nbgrader={"grade": false, "grade_id": "demo_learn", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
from scipy.optimize import minimize


def climber(make_kernel):
    """A function that climbs the log marginal likelihood: where each start ends, and how high."""
    evaluate = value_and_gradient(make_kernel)

    def learn(starts, inputs, values):
        bounds = [(-9, 9)] * len(starts[0])  # of the logs
        settings = {"args": (inputs, values), "jac": True, "method": "L-BFGS-B", "bounds": bounds}
        ends = [minimize(evaluate, np.log(start), **settings) for start in starts]
        return np.exp([end.x for end in ends]), -np.array([end.fun for end in ends])

    return learn

# %% nbgrader={"grade": false, "grade_id": "demo_starts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
learn_periodic = climber(psd_kernels.ExpSinSquared)
learn_se = climber(psd_kernels.ExponentiatedQuadratic)


def beyond_error(kernel, noise, inputs=x_seen, values=y_seen):
    return errors(gp_posterior(kernel, inputs, values, x_all, noise)[0])[1]


# %% nbgrader={"grade": false, "grade_id": "demo_starts_periods", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Where does each start end, and does its model predict beyond the data?
start_periods = np.arange(3.0, 14.1, 1.0)
found, likelihood = learn_periodic([(1.0, 1.0, p, 0.1) for p in start_periods], x_seen, y_seen)
found_beyond = np.array([beyond_error(periodic(*row[:3]), row[3]) for row in found])
works = found_beyond < 0.1 * constant_mse
best = np.argmax(likelihood)

# %% nbgrader={"grade": false, "grade_id": "demo_starts_sets", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Both kernels learn from eight data sets, for the table after the figure.
se_beyond, per_beyond = np.zeros((2, 8))  # eight data sets; in each, the best of its starts
for number in training.progress(range(8), "Learning from eight data sets"):
    points = noisy_sine(number)
    (row,), _ = learn_se([(1.0, 1.0, 0.1)], *points)
    se_beyond[number] = beyond_error(squared_exponential(*row[:2]), row[2], *points)
    ends, tops = learn_periodic([(1.0, 1.0, p, 0.1) for p in (5.0, 6.0, 7.0)], *points)
    row = ends[np.argmax(tops)]
    per_beyond[number] = beyond_error(periodic(*row[:3]), row[3], *points)

# %% nbgrader={"grade": false, "grade_id": "demo_starts_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: where the starts end
figure, (top, bottom) = plt.subplots(2, 1, figsize=(9, 5.2), sharex=True)
for axis, values in ((top, likelihood), (bottom, found_beyond)):
    axis.plot(start_periods[works], values[works], "o", color=plots.COLORS["blue"],
        label="predicts")
    axis.plot(start_periods[~works], values[~works], "X", color=plots.COLORS["red"],
        label="does not")
for start, top_reached, period in zip(start_periods, likelihood, found[:, 2], strict=True):
    text = f"{period:.2f}" if period < 10 else f"{period:.1f}" if period < 100 else ">100"
    style = {"textcoords": "offset points", "ha": "center", "fontsize": 8}
    top.annotate(text, (start, top_reached), (0, 7), **style)
top.set(ylabel="log marginal\nlikelihood reached", ymargin=0.2)
found_text = f"{works.sum()} of {len(works)} starts end"
top.set_title(f"{found_text} where the model predicts beyond the data (numbers: period found)")
bottom.set(xlabel="period at the start", ylabel="error beyond the data", yscale="log")
bottom.axhline(constant_mse, color="black", linestyle=":")
bottom.set_title(
    f"The highest likelihood has the period {found[best, 2]:.3f} (2π = {2 * np.pi:.3f}): "
    f"error {found_beyond[best]:.4f}"
)
top.legend(title="beyond the data", loc="center right", fontsize=9)
alt = f"""Two panels over the starting period. Top: the log marginal likelihood reached, with the
    period found. Bottom: the error beyond the data. {found_text} with a small error; for the others
    it is {found_beyond[~works].mean():.2f} on average; a constant has {constant_mse:.2f}."""
plots.show(figure, alt)

# %% [markdown]
# A start in the wrong place ends in a wrong optimum. Here the log marginal likelihood tells you, if you try several starts and keep the best. On eight data sets, with new points and noise:

# %% nbgrader={"grade": false, "grade_id": "demo_eight_sets", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
gp_found = evidence.compare(per_beyond, se_beyond, lower_is_better=True)
plots.table(
    ("hyperparameters learned, eight data sets", "mean error beyond the data"),
    [
        ("SE kernel", f"{se_beyond.mean():.3f}"),
        ("periodic kernel, best of three starts", f"{per_beyond.mean():.4f}"),
        ("the periodic kernel is", gp_found.words(3)),
    ],
)

# %% [markdown]
# ## 8. A real series
#
# So far the kernel's form was right. Now carbon dioxide in the air at Mauna Loa, Hawaii: monthly means since 1958 (Keeling and Whorf 2004; see `data/README.md`). All models see the months up to the end of 1990 and forecast 1991 to 2001.
#
# **Predict.** Which will forecast best, and which will be right about how sure it is: (a) a network; (b) an SE kernel; (c) a smooth trend plus a yearly period; (d) a parabola with a yearly wave, fitted by least squares?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_co2", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
year, ppm = data.co2()
past = year < 1991
year_scaled = np.empty_like(year)
year_scaled[past], year_scaled[~past] = (
    np.ravel(part) for part in standardize(year[past], year[~past])
)
past_mean, past_std = ppm[past].mean(), ppm[past].std()

# %% nbgrader={"grade": false, "grade_id": "demo_co2_network", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Model (a) learns from the past:
co2_networks, co2_losses = training.fit_seeds(
    lambda: build_mlp((64, 64, 64)),
    year_scaled[past],
    (ppm[past] - past_mean) / past_std,  # by the past alone, as the inputs
    lessonkit.seeds(8),
    epochs=100,
    learning_rate=falling_rate(past.sum(), 100),
    label="Training 64–64–64 on the series",
)

# %% nbgrader={"grade": false, "grade_id": "demo_co2_network_forecast", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# It predicts every month; the scaling of the targets is undone.
co2_columns = tf.constant(year_scaled[:, None], tf.float32)
network_forecast = np.stack([np.ravel(model(co2_columns)) for model in co2_networks])
network_forecast = network_forecast * past_std + past_mean

# %% nbgrader={"grade": false, "grade_id": "demo_co2_kernels", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Models (b) and (c), and where their learning starts:
t = year - 1975.0


def trend_and_season(trend_amplitude, trend_length, season_amplitude, season_length):
    """A smooth trend plus a period of one year."""
    trend = psd_kernels.ExponentiatedQuadratic(trend_amplitude, trend_length)
    return trend + psd_kernels.ExpSinSquared(season_amplitude, season_length, np.float64(1.0))


start_years = (0.3, 1.0, 3.0, 10.0, 30.0, 100.0)  # the length at the start
kernels_tried = {  # and the starts: amplitudes in ppm, lengths in years, noise variance in ppm²
    "SE": (psd_kernels.ExponentiatedQuadratic, [(10.0, years, 1.0) for years in start_years]),
    "trend + season": (trend_and_season, [(30.0, years, 3.0, 1.0, 1.0) for years in start_years]),
}

# %% nbgrader={"grade": false, "grade_id": "demo_co2_gp", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def forecast_gp(make_kernel, row):
    """Mean and standard deviation (of a measurement) for all months, from the past."""
    kernel, noise = make_kernel(*row[:-1]), row[-1]

    def gram(a, b):
        return kernel.matrix(a[:, None], b[:, None]).numpy()

    parts = gp_posterior(gram, t[past], ppm[past] - past_mean, t, noise)
    mean, std = (np.asarray(part) for part in parts)
    return mean + past_mean, np.sqrt(std**2 + noise)


# %% nbgrader={"grade": false, "grade_id": "demo_co2_gp_optima", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Ends of almost the same likelihood count as one optimum.
optima = []  # each optimum once, the likeliest first
for name in training.progress(list(kernels_tried), "Learning two kernels from six starts each"):
    make_kernel, starts = kernels_tried[name]
    rows, tops = climber(make_kernel)(starts, t[past], ppm[past] - past_mean)
    last = np.inf
    for index in np.argsort(-tops):
        if last - tops[index] > 0.5:
            forecast = forecast_gp(make_kernel, rows[index])
            optima.append((name, rows[index][1], tops[index], *forecast))
            last = tops[index]

# %% nbgrader={"grade": false, "grade_id": "demo_co2_parabola", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Model (d), fitted to the past by least squares:
waves = [wave(2 * np.pi * k * t) for k in (1, 2) for wave in (np.sin, np.cos)]
columns = np.stack([np.ones_like(t), t, t**2, *waves], axis=1)
weights, *_ = np.linalg.lstsq(columns[past], ppm[past])
parabola = columns @ weights
freedom = past.sum() - columns.shape[1]
parabola_std = np.full_like(t, np.sqrt(np.sum((parabola - ppm)[past] ** 2) / freedom))

# %% nbgrader={"grade": false, "grade_id": "demo_co2_models", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Collect each model's predictions, and its standard deviation where it has one.
def forecast_rmse(predictions):
    return np.sqrt(np.mean((predictions - ppm)[..., ~past] ** 2, axis=-1))


models = {"network 64–64–64": (network_forecast, None)}
models["parabola + wave"] = (parabola[None], parabola_std)
for name in kernels_tried:
    mine = [(mean, std) for kernel, *_, mean, std in optima if kernel == name]
    models[f"{name}, highest likelihood"] = (mine[0][0][None], mine[0][1])
    mean, std = min(mine, key=lambda forecast: forecast_rmse(forecast[0]))
    models[f"{name}, best forecast in hindsight"] = (mean[None], std)

# %% [markdown]
# In ppm (parts per million): the root mean squared error (**RMSE**) on past and forecast, and what is left of the latter without each calendar year's mean error: the season. Then the share of months within two standard deviations of the forecast, which should be about 95 %. Each kernel was learned from six starts; you see the optimum of
# highest likelihood, and the one that forecasts best, which nobody could have known in 1990.

# %% nbgrader={"grade": false, "grade_id": "demo_co2_scores", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def season_rmse(error):
    """RMSE of the forecast without each calendar year's mean error."""
    calendar = np.floor(year[~past]).astype(int)
    means = {number: error[calendar == number].mean() for number in calendar}
    return np.sqrt(np.mean((error - [means[number] for number in calendar]) ** 2))


def share_within(prediction, std):
    """Share of the forecast months within two standard deviations."""
    return np.mean(np.abs(prediction - ppm)[~past] < 2 * std[~past])


# %% nbgrader={"grade": false, "grade_id": "demo_co2_score", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def score(predictions, std):
    """Mean errors over the runs in ppm, and the share within two standard deviations."""
    error = predictions - ppm
    return {
        "past": np.sqrt(np.mean(error[:, past] ** 2, axis=1)).mean(),
        "forecast": forecast_rmse(predictions).mean(),
        "season": np.mean([season_rmse(row) for row in error[:, ~past]]),
        "within": None if std is None else share_within(predictions[0], std),
    }


scores = {name: score(*model) for name, model in models.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_co2_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: how far off the models are
rows = []
for name, result in scores.items():
    within = "–" if result["within"] is None else f"{result['within']:.0%}"
    rows.append((name, *(f"{result[key]:.2f}" for key in ("past", "forecast", "season")), within))
plots.table(("model", "RMSE, past", "RMSE, forecast", "… season only", "within 2 std"), rows)

# %% nbgrader={"grade": false, "grade_id": "demo_co2_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: six forecasts of carbon dioxide
figure, axes = plt.subplots(3, 2, figsize=(11, 8.4), sharex=True, sharey=True)
recent = year > 1985
for axis, (name, (predictions, std)) in zip(axes.flat, models.items(), strict=True):
    axis.axvspan(1991, 2002, color="black", alpha=0.05)
    axis.plot(year[recent], ppm[recent], ".", color="black", markersize=4)
    axis.plot(year[recent], predictions[:, recent].T, color=plots.COLORS["blue"], linewidth=1.2)
    title = f"{name}: {scores[name]['forecast']:.2f} ppm"
    if std is not None:
        low, high = predictions[0] - 2 * std, predictions[0] + 2 * std
        style = {"color": plots.COLORS["sky"], "alpha": 0.4}
        axis.fill_between(year[recent], low[recent], high[recent], **style)
        title += f", {scores[name]['within']:.0%} in the band"
    axis.set_title(title, fontsize=10)
    axis.set(ylim=(325, 385), xlim=(1985, 2002))
figure.supylabel("carbon dioxide, ppm")
figure.supxlabel("year (grey: forecast; dots: measured; band: ± 2 standard deviations)")
figure.suptitle("Six forecasts, their RMSE, and how often the band is right", x=0.01, ha="left")
listed = "; ".join(f"{name}: RMSE {result['forecast']:.2f} ppm" for name, result in scores.items())
plots.show(figure, f"Six forecasts for 1991 to 2001, with the measured months. {listed}.")

# %% nbgrader={"grade": false, "grade_id": "demo_co2_optima_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: every optimum that was found
optima_scores = [  # likelihood, RMSE, share within the band
    (name, top, forecast_rmse(mean), share_within(mean, std)) for name, _, top, mean, std in optima
]
rows = [
    (name, f"{length:.1f} years", f"{top:.0f}", f"{rmse:.1f} ppm", f"{within:.0%}")
    for (name, length, *_), (_, top, rmse, within) in zip(optima, optima_scores, strict=True)
]
head = ("kernel", "length found", "log marginal likelihood", "RMSE, forecast", "within 2 std")
plots.table(head, rows)

# %% nbgrader={"grade": false, "grade_id": "demo_co2_optima", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Does the likelihood prefer a worse forecast? Whose band comes closest to 95 %?
prefers_worse = {}
for name in kernels_tried:
    mine = [entry[2] for entry in optima_scores if entry[0] == name]  # the likeliest first
    prefers_worse[name] = mine[0] > min(mine)
calibrated = max(optima_scores, key=lambda entry: -abs(entry[3] - 0.95))
answer = " and ".join(name for name, worse in prefers_worse.items() if worse) or "no kernel"
rows = [("the likelihood prefers a worse forecast for", answer)]
closest = f"{calibrated[0]}, {calibrated[2]:.1f} ppm: {calibrated[3]:.0%}"
rows.append(("closest to 95 % within the band", closest))
plots.table(("asked of the table", "answer"), rows)

# %% [markdown]
# - The **likelihood compares explanations of the past.** A short trend length follows each bend of the past; beyond the data it has nothing to say. A good forecast was never asked of it.
# - **How sure and how right** are two questions. The parabola, a strict prior, and a trend of many decades are *sure and wrong*: the real trend wanders. The kernel without a season takes the season for noise; that widens its band, which is right more often by luck rather than knowledge.
# - Nothing in the **network** makes what happened each year happen next year.

# %% [markdown]
# ## 9. The claims
#
# The verdicts are computed from your run by the rules in the next cells; where one takes several comparisons, they share the 5 %.

# %% nbgrader={"grade": false, "grade_id": "demo_rules", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 1.1
def claim_1_1(late_fall, flat, errors, constant):
    """A flat loss means a fit, if the errors are below a tenth of the best constant's."""
    fit = evidence.compare(errors, 0.1 * constant, lower_is_better=True)
    words = {evidence.BETTER: "holds", evidence.WORSE: "does not hold"}
    verdict, state = evidence.NOT_TOLD_APART, "still falls"
    if late_fall < flat:
        verdict, state = words.get(fit.outcome, verdict), "is flat"
    mean, low, high = (0.1 * constant - value for value in (fit.value, fit.high, fit.low))
    sentence = f"the loss {state} (late fall {late_fall:.1%}) at an error of {mean:.2f} "
    sentence += f"({low:.2f} to {high:.2f}); a constant has {constant:.2f}"
    return evidence.Verdict("1.1", verdict, sentence, mean, low, high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_2", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 1.2
def claim_1_2(parameters, raw, standardised):
    """20–20 against 500: about a third of the parameters, and better."""
    better = [found.outcome == evidence.BETTER for found in (raw, standardised)]
    worse = [found.outcome == evidence.WORSE for found in (raw, standardised)]
    verdict = evidence.NOT_TOLD_APART
    if parameters[0] > 0.4 * parameters[1] or all(worse):
        verdict = "does not hold"
    elif any(better):
        only = "standardised" if better[1] else "not standardised"
        verdict = "holds" if all(better) else f"holds only if the input is {only}"
    sentence = f"{parameters[0]} against {parameters[1]} parameters; raw input: {raw.words()}; "
    sentence += f"standardised: {standardised.words()}"
    number = standardised.value, standardised.low, standardised.high
    return evidence.Verdict("1.2", verdict, sentence, *number)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_3", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 1.3
def claim_1_3(sizes, depth, scale):
    """The cause is the lack of depth: main effects of depth and of scale, one for each size."""
    helps = [[found.outcome == evidence.BETTER for found in some] for some in (depth, scale)]
    if all(helps[0]):
        other = "the scale of the input is named as another cause"
        verdict = f"holds only if {other}" if any(helps[1]) else "holds"
    else:
        hopeless = all(found.outcome == evidence.WORSE or found.is_within(0.02) for found in depth)
        verdict = "does not hold" if hopeless else evidence.NOT_TOLD_APART
    listed = [
        f"{size:,} parameters: depth {deep.value:.2f}, scale {scaled.value:.2f}"
        for size, deep, scaled in zip(sizes, depth, scale, strict=True)
    ]
    middle = depth[len(depth) // 2]
    sentence = f"by how much each brings the error down on average: {'; '.join(listed)}"
    return evidence.Verdict("1.3", verdict, sentence, middle.value, middle.low, middle.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_4", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 1.4
def claim_1_4(parameters, deep, shallow, random):
    """Deeper is more complex: pieces by construction, and of random weights."""
    if deep <= shallow:
        verdict = "does not hold"
    else:
        usual = random.outcome == evidence.BETTER
        verdict = "holds" if usual else "holds only if the weights are chosen for it"
    sentence = f"{parameters} parameters: sawtooth {deep} pieces, one hidden layer at most "
    sentence += f"{shallow}; random weights, eight layers against one: {random.value:+.0f} pieces "
    sentence += f"({random.low:+.0f} to {random.high:+.0f})"
    sentence = sentence.replace("-", "−")
    return evidence.Verdict("1.4", verdict, sentence, random.value, random.low, random.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_5", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 1.5
def claim_1_5(line_exists, largest_error):
    """Networks cannot compute XOR: is there a line, and is the network of two units exact?"""
    exact = largest_error < 1e-6
    if line_exists:
        verdict = "does not hold"
    else:
        verdict = "holds only if there is no hidden layer" if exact else "holds"
    sentence = f"a line separates the inputs: {'yes' if line_exists else 'no'}; "
    sentence += f"two ReLU units: largest error {largest_error:.0e}"
    return evidence.Verdict("1.5", verdict, sentence, largest_error)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_separable", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 1.6
def claim_1_6(by_hand, separable, networks, low, high):
    """Stacking makes the data separable: by hand, and after training."""
    verdict = "holds only if the hidden layer is a suitable one"
    if by_hand and separable == networks:
        verdict = "holds"
    elif not by_hand and separable == 0:
        verdict = "does not hold"
    sentence = f"separable in the hidden plane by hand: {'yes' if by_hand else 'no'}; "
    sentence += f"after training: {separable} of {networks} ({low:.0%} to {high:.0%})"
    return evidence.Verdict("1.6", verdict, sentence, separable / networks, low, high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_6", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 1.7
def claim_1_7(se_beyond, per_beyond, constant, within):
    """Nearly perfect: an error beyond the data below a tenth of the best constant's."""
    settings = {"lower_is_better": True, "comparisons": 2}
    arms = se_beyond, per_beyond
    outcomes = [evidence.compare(errors, 0.1 * constant, **settings).outcome for errors in arms]
    verdict = {
        (evidence.BETTER, evidence.BETTER): "holds",
        (evidence.WORSE, evidence.BETTER): "holds only if the prior fits",
        (evidence.WORSE, evidence.WORSE): "does not hold",
    }.get(tuple(outcomes), evidence.NOT_TOLD_APART)
    difference = evidence.compare(per_beyond, se_beyond, lower_is_better=True)
    sentence = f"sine beyond the data: error {np.mean(se_beyond):.2f} with the SE kernel, "
    sentence += f"{np.mean(per_beyond):.4f} with the periodic one ({difference.words()}); "
    sentence += f"CO₂: {within:.0%} within two standard deviations"
    number = difference.value, difference.low, difference.high
    return evidence.Verdict("1.7", verdict, sentence, *number)

# %% nbgrader={"grade": false, "grade_id": "demo_decide", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
twice = {
    scale: evidence.compare(
        mse[(20, 20), scale], mse[(500,), scale], lower_is_better=True, comparisons=2
    )
    for scale in scales
}

# %% nbgrader={"grade": false, "grade_id": "demo_decide_effects", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
main = {
    cause: [effect[pair][f"{cause} on average"] for pair in pairs] for cause in ("depth", "scale")
}
deep_random = random_found[(4,) * 8]
within = scores["trend + season, highest likelihood"]["within"]

# %% nbgrader={"grade": false, "grade_id": "demo_decide_verdicts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
verdicts = [
    claim_1_1(plateau_fall, training.FLAT, plateau_mse, constant_mse),
    claim_1_2((counts[20, 20], counts[500,]), *twice.values()),
    claim_1_3([counts[shallow] for shallow, _ in pairs], main["depth"], main["scale"]),
    claim_1_4(int(deep_parameters[-1]), int(deep_pieces[-1]), int(shallow_pieces[-1]), deep_random),
    claim_1_5(input_line is not None, float(np.abs(xor_output - xor).max())),
    claim_1_6(hidden_line is not None, xor_separable, len(xor_networks), share.low, share.high),
    claim_1_7(se_beyond, per_beyond, constant_mse, within),
]

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
evidence.show(verdicts, claims)

# %% [markdown]
# Go back to your predictions. Where were you wrong?
#
# ## What to remember
#
# 1. Compare a loss with that of the best constant before you call it good.
# 2. Standardise inputs: a network starts with its kinks near 0.
# 3. Change one thing at a time, over many seeds, with a rule whose error rate you know.
# 4. Depth makes room for complex functions; training need not find them.
# 5. A Gaussian process is as good as its prior, and so are its error bars.
#
# ## Where it breaks
#
# - One input, small networks, few steps, one learning rate: other choices move every number in section 4.
# - No data inside can say how a function goes on beyond them.
# - A Gaussian process factorises an $n \times n$ matrix: time grows with $n^3$.
#
# ## Further reading
#
# - M. Telgarsky (2016), *Benefits of depth in neural networks*, [arXiv:1602.04485](https://arxiv.org/abs/1602.04485): the theorem behind section 5.
# - B. Hanin and D. Rolnick (2019), *Complexity of linear regions in deep networks*, [arXiv:1901.09021](https://arxiv.org/abs/1901.09021).
# - M. Minsky and S. Papert (1969), *Perceptrons*, MIT Press.
# - I. Goodfellow, Y. Bengio and A. Courville (2016), *Deep Learning*, [section 6.1](https://www.deeplearningbook.org/contents/mlp.html): XOR by hand.
# - C. E. Rasmussen and C. K. I. Williams (2006), *Gaussian Processes for Machine Learning*, [gaussianprocess.org/gpml](https://gaussianprocess.org/gpml/): section 5.4.3 has the same series with a richer kernel.
# - C. D. Keeling and T. P. Whorf (2004), *Atmospheric CO₂ concentrations derived from flask air samples at sites in the SIO network*, Oak Ridge National Laboratory: the data.
