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
#     minutes: 15
#     points: 1
# ---

# %% [markdown]
# # Start here: how a lesson works
#
# After this lesson you can
#
# - **run** a lesson from top to bottom and tell its kinds of cells apart,
# - **write** an exercise and **test** it as often as you like,
# - **read** the message of a failed test,
# - **validate** and **hand in** a notebook,
# - **say** what a mean squared error rewards and what it punishes.
#
# **Time:** 15 minutes, one exercise (1 point). **You need:** Python functions, and NumPy arrays a little.

# %% [markdown]
# ## The question
#
# > *Two people forecast the noon temperature of four days. The first is off by one degree every day. The second is exactly right on three days, and off by
# > three degrees on one. Whose forecast is better?*
#
# Every lesson starts with a question like this one, and asks for your guess before anything is computed. The guess is not graded; it makes what comes more memorable.
#
# **Predict.** Which forecast has the smaller *mean squared error*? Or do you need to know more?

# %% [markdown]
# *Your prediction (double-click this text to write, **Shift+Enter** when you are done):*
#
# …

# %% [markdown]
# ## 1. Run, and look
#
# Click into the cell below and press **Shift+Enter**: it runs, and the next cell is selected. `[*]` at its left means that it is at work, a number that it is
# done. This first code cell of every lesson loads what the lesson needs. It takes some seconds, the first time up to half a minute.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import lessonkit

lessonkit.start(seed=1)  # before TensorFlow is imported: quiet start, seeds, plot style

import matplotlib.pyplot as plt
import numpy as np

from lessonkit import evidence, plots

# %% [markdown]
# A lesson has four kinds of code cells:
#
# | cell | what you do with it |
# |---|---|
# | setup | run it first |
# | demo: an experiment, mostly with a picture | run it and look; it is not run when your notebook is graded |
# | solution cell: it says `raise NotImplementedError()` | **write your code there**, in place of that line |
# | test cell, below a solution cell | run it to learn whether your code is right; it carries the points |
#
# Setup, demo and test cells are locked; to try something else, add a cell of your own (**+** in the toolbar). The next cell is a demo: the (invented) temperatures,
# and by how much each forecast is wrong.

# %% nbgrader={"grade": false, "grade_id": "demo_forecasts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
observed = np.array([12.0, 15.0, 11.0, 14.0])  # °C at noon, four days
forecasts = {
    "often a little off": np.array([13.0, 14.0, 12.0, 13.0]),
    "once far off": np.array([12.0, 15.0, 11.0, 17.0]),
}
errors = {name: forecast - observed for name, forecast in forecasts.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_forecasts_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: the squares of the errors beside them
plots.table(
    ("forecast", "errors (°C)", "squared errors (°C²)"),
    [(name, ", ".join(map("{:g}".format, error)), ", ".join(map("{:g}".format, error**2)))
     for name, error in errors.items()],
)

# %% [markdown]
# The **mean squared error** (MSE) is the mean of the numbers on the right: it rewards small errors, and punishes large ones more than in proportion. For targets $y_i$ and predictions
# $\hat y_i$,
#
# $$\text{MSE} = \frac1n \sum_{i=1}^n \left(y_i - \hat y_i\right)^2$$
#
# (Hastie, Tibshirani and Friedman 2009, *The Elements of Statistical Learning*, chapter 2). It is the *loss* of most of these lessons: what training makes small. The next demo draws it: the side of each shaded square is an error, its
# area the squared error. (Its code is folded to the first line, like that of most tables, and of tests: run the cell as any other.
# You need not read it; a click on the three dots opens it.)

# %% nbgrader={"grade": false, "grade_id": "demo_squares", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: errors, and their squares as areas
days = 4 * np.arange(4)  # four units apart: an error of 1 °C is a square of side 1
figure, panels = plt.subplots(1, 2, figsize=(9, 2.9), sharey=True)
for panel, (name, forecast), color in zip(panels, forecasts.items(), ("blue", "red"), strict=True):
    panel.plot(days, observed, "o", color="black", label="observed")
    panel.plot(days, forecast, "x", color=plots.COLORS[color], markeredgewidth=2, label="forecast")
    lower = np.minimum(observed, forecast)
    for day, low, side in zip(days, lower, np.abs(errors[name]), strict=True):
        panel.add_patch(
            plt.Rectangle((day, low), side, side, color=plots.COLORS[color], alpha=0.25)
        )
    panel.set(aspect="equal", xlim=(-1, 16), ylim=(10, 18), xlabel="day")
    areas = ", ".join(map("{:g}".format, errors[name] ** 2))
    panel.set_title(f"{name.capitalize()}: squares of {areas} °C²")
    panel.set_xticks(days, ["1", "2", "3", "4"])
panels[0].set_ylabel("noon temperature (°C)")
panels[0].legend(loc="upper left")
told = "; ".join(f"{name}, {', '.join(f'{abs(e):g}' for e in errors[name])}" for name in forecasts)
plots.show(
    figure,
    f"""Two panels: the observed noon temperatures of four days as dots, a forecast
    as crosses. Each error is the side of a shaded square. Sides by day: {told}.""",
)

# %% [markdown]
# ## 2. Write, and test
#
# ### Exercise: `mean_squared_error`
#
# | | |
# |---|---|
# | **Write** | the mean squared error of predictions; one line is enough |
# | **Why it matters** | whoever trains a network decides what “good” means; this is the commonest choice |
# | **Time, difficulty** | 3 minutes, ●○○ |
# | **Signature** | `mean_squared_error(y_true, y_pred)`: two arrays of one shape, whatever it is → one number |
# | **Example** | `mean_squared_error([1.0, 2.0], [1.0, 4.0])` → `2.0`: the errors are 0 and −2, their squares 0 and 4 |
#
# Below each card are hints, from a nudge to almost the solution. Try for some minutes, then open *one*: a click on the triangle unfolds it.
#
# <details><summary>Hint 1: in which order?</summary>
#
# The name says it from right to left: first the errors, then their squares, then the mean. NumPy computes with whole arrays, no loop is needed.
# </details>
# <details><summary>Hint 2: which functions?</summary>
#
# `y_true - y_pred` is the array of errors; `**2` squares each entry of an array; `np.mean` takes the mean over all entries.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `return np.mean(… ** 2)`, with the errors in brackets where the dots are.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“is not written yet”**: the line `raise NotImplementedError()` is still there, or you have not run the solution cell after changing it.
# - **“returned nothing”**: the function computes the number but does not `return` it.
# - **“name 'np' is not defined”**: run the setup cell first.
# - **“IndentationError”**: the lines inside a function are moved to the right by four spaces each.
# - **another number than expected**: read the last line of the message; it often names what the number looks like.
# </details>

# %% nbgrader={"grade": false, "grade_id": "mean_squared_error", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mean_squared_error(y_true, y_pred):
    """Mean of the squared differences between targets and predictions.

    Parameters
    ----------
    y_true, y_pred : array-like, of the same shape
        Targets and predictions.

    Returns
    -------
    float
        The mean over all entries.
    """
    y_true, y_pred = (
        np.asarray(y_true, dtype=float),
        np.asarray(y_pred, dtype=float),
    )  # lists become arrays
    ### BEGIN SOLUTION
    return np.mean((y_true - y_pred) ** 2)
    ### END SOLUTION


# %% [markdown]
# Run the solution cell, then the four test cells. A test that passes says so in one line. One that fails shows a message: what is wrong, the input, what was expected, what your
# answer was, and, where it can tell, which slip it looks like. **Try it:** write something wrong on purpose first, for example without the square, and see what the tests say.

# %% nbgrader={"grade": true, "grade_id": "test_mean_squared_error_value", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_mean_squared_error_value(mean_squared_error):
    """A value computed by hand (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    pair = (np.array([2.0, 4.0, 6.0, 8.0]), np.array([0.0, 4.0, 9.0, 10.0]))
    slips = {  # by hand: the errors are 2, 0, −3, −2, their squares 4, 0, 9, 4, their mean 17 / 4
        "This is the sum of the squared errors; divide by their number.": 17.0,
        "This is the mean absolute error: square the errors.": 1.75,
        "This is the mean error: square each error before you take the mean.": -0.75,
        "This is the mean error, turned round: square each error before you take the mean.": 0.75,
        "This is the square of the mean: square each error before you take the mean.": 0.5625,
        "This is the root of the mean squared error.": 4.25**0.5, "n + 1 divides, not n.": 3.4,
        "This is half the mean squared error.": 2.125, "This is twice it (half the sum?).": 8.5,
        "This divides by n − 1 (or errors of 0 are left out); the mean divides by n.": 17 / 3,
        "This is the mean over all pairs of a target and a prediction: (n,) minus (n, 1).": 21.75,
        "This is the mean difference of the squares; square the differences.": -19.25,
        "The sum is squared; square each error.": 2.25, "This is the largest error.": 3.0,
        "Targets and predictions are added.": 154.25, "A square is never negative.": -4.25,
        "These are the squared errors; take their mean.": [4.0, 0.0, 9.0, 4.0]}
    answer, what = checks.call(mean_squared_error, *pair), "The mean squared error (one number)"
    checks.expect_close(answer, 4.25, what, given=pair, slips=slips)
    ### BEGIN HIDDEN TESTS
    test_rng = np.random.default_rng(1)
    hints = {"The result is rounded; keep all digits.": lambda got: got == np.round(got, 3)}
    for size in (1, 6, 50):
        pair = (test_rng.normal(3.0, 2.0, size), test_rng.normal(1.0, 4.0, size))
        expected = np.dot(pair[0] - pair[1], pair[0] - pair[1]) / size
        answer = checks.call(mean_squared_error, *pair)
        what = "The mean squared error of random numbers"
        whole = np.trunc(pair[0]) - np.trunc(pair[1])
        lost = np.abs(pair[0]) - np.abs(pair[1])
        slips = {"The decimals of the inputs are cut off; use floats.": np.mean(whole**2)}
        if not np.isclose(np.mean(lost**2), expected):
            slips["The signs of targets and predictions are lost (abs?)."] = np.mean(lost**2)
        if size > 1:
            alone = np.sort(pair[0]) - np.sort(pair[1])
            slips["Both are sorted; each target has its own prediction."] = np.mean(alone**2)
        checks.expect_close(answer, expected, what, given=pair, slips=slips, hints=hints)
    ### END HIDDEN TESTS


test_mean_squared_error_value(mean_squared_error)

# %% nbgrader={"grade": true, "grade_id": "test_mean_squared_error_sign", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_mean_squared_error_sign(mean_squared_error):
    """Errors of either sign (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # One prediction is 9 too high, two are 3 and 6 too low: the errors sum to 0, their squares 126.
    pair = (np.array([7.0, 2.0, 9.0]), np.array([4.0, 11.0, 3.0]))
    slips = {
        "Errors of different sign cancel: square each error before you take the mean.": 0.0,
        "Only predictions that are too high count; those that are too low are as wrong.": 27.0,
        "Only predictions that are too low count; those that are too high are as wrong.": 15.0,
        "This divides by 4 (always, as in the first example? n + 1?), not by n.": 31.5,
        "Only the predictions are squared: write brackets, (y_true − y_pred)**2.": 6 - 146 / 3,
        "Only the targets are squared: write brackets, (y_true − y_pred)**2.": 6 - 134 / 3,
        "Only the targets are squared: write brackets, (… − …)**2.": 134 / 3 - 6,
        "This is the length of the error vector over n; take its square over n.": 126**0.5 / 3,
        "Only the first error counts: does `return` stand inside the loop?": 3.0,
        "Only the last error counts: add all squares up.": 12.0, "The first error is lost.": 39.0,
        "The last error is lost.": 30.0, "This is an array; return the number itself.": [42.0]}
    answer = checks.call(mean_squared_error, *pair)
    what = "The mean squared error of errors with different signs"
    checks.expect_close(answer, 42.0, what, given=pair, slips=slips)
    ### BEGIN HIDDEN TESTS
    test_rng = np.random.default_rng(2)
    pair = (test_rng.normal(size=12), test_rng.normal(size=12))
    answer = checks.call(mean_squared_error, *pair)
    swapped = checks.call(mean_squared_error, *pair[::-1])
    what = "The answer with targets and predictions exchanged (it should be the same)"
    checks.expect_close(swapped, answer, what)
    perfect = checks.call(mean_squared_error, pair[0], pair[0])
    checks.expect_close(perfect, 0.0, "The error of perfect predictions")
    shifted = checks.call(mean_squared_error, pair[0] + 10.0, pair[1] + 10.0)
    what = "The answer with 10 added to targets and predictions (it should be the same)"
    checks.expect_close(shifted, answer, what)
    ### END HIDDEN TESTS


test_mean_squared_error_sign(mean_squared_error)

# %% nbgrader={"grade": true, "grade_id": "test_mean_squared_error_two_dimensions", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_mean_squared_error_two_dimensions(mean_squared_error):
    """Arrays of two dimensions (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # By hand: the squared errors are 16, 1, 0, 4; the mean over all four is 5.25.
    pair = (np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[-3.0, 3.0], [3.0, 6.0]]))
    slips = {
        "This is one mean for each column; one for all entries is asked for: no axis.": [8.0, 2.5],
        "This is one mean for each row; one for all entries is asked for: no axis.": [8.5, 2.0],
        "This is twice it: divide by the number of entries, not of rows (len) or columns.": 10.5,
        "This is the mean of the first row only; all entries count.": 8.5,
        "This is the mean of the last row only; all entries count.": 2.0,
        "With two dimensions @ is the matrix product; square each entry with **2.": 4.5,
        "e.T @ e is a matrix product; square each entry with **2.": [[4, -1], [-1, 1.25]],
        "e.T @ e is a matrix product, over len(); square each entry.": [[8, -2], [-2, 2.5]],
        "e @ e.T is a matrix product; square each entry.": [[4.25, 0.5], [0.5, 1]],
        "This is the mean of a matrix product e.T @ e; square each entry.": 3.25,
        "norm(e, 2) of a matrix is its largest singular value; square each entry.": 4.3251838,
    }
    answer, what = checks.call(mean_squared_error, *pair), "The mean squared error of a 2 × 2 array"
    checks.expect_close(answer, 5.25, what, given=pair, slips=slips)
    ### BEGIN HIDDEN TESTS
    test_rng = np.random.default_rng(3)
    for shape in ((5, 1), (1, 4), (2, 3, 4)):
        pair = (test_rng.normal(size=shape), test_rng.normal(size=shape))
        expected = np.vdot(pair[0] - pair[1], pair[0] - pair[1]) / np.size(pair[0])
        answer, slips = checks.call(mean_squared_error, *pair), {}
        squares = (pair[0] - pair[1]) ** 2
        if len(shape) == 3:
            slips = {
                "This is one mean for each entry of the last axis; take one for all: no axis.": (
                    squares.mean(axis=(0, 1))
                ),
                "This is one mean for each entry of the first axis; take one for all: no axis.": (
                    squares.mean(axis=(1, 2))
                ),
                "This divides by the sizes of two axes only; all entries count.": (
                    squares.sum() / (shape[0] * shape[1])
                ),
            }
        else:
            slips = {
                "Each target is compared with every prediction; are their shapes still the same?": (
                    np.mean((pair[0].ravel()[:, None] - pair[1].ravel()) ** 2)
                )
            }
        what = "The mean squared error of arrays of another shape"
        checks.expect_close(answer, expected, what, given=pair, slips=slips)
    ### END HIDDEN TESTS


test_mean_squared_error_two_dimensions(mean_squared_error)

# %% nbgrader={"grade": true, "grade_id": "test_mean_squared_error_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_mean_squared_error_lists(mean_squared_error):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # Lists of whole numbers are data, too: the squared errors are 25, 4, 1, 0, 16.
    slips = {
        "The result is rounded down: // divides whole numbers, / is needed.": 9,
        "This is the variance of the errors; do not take away their mean.": 9.2 - 1.6**2,
        "This is the standard deviation of the errors; square them.": (9.2 - 1.6**2) ** 0.5,
        "This is the square of the mean absolute error; square each error first.": 2.4**2,
        "This is the sum of the absolute errors; take the mean of the squared ones.": 12,
        "These are the relative errors, squared; do not divide by the targets.": 4171 / 10125,
        "This is the largest squared error; take the mean of all.": 25,
        "This is the length of the error vector (its norm); divide its square by n.": 46**0.5,
        "This is the median of the squared errors; their mean is asked for.": 4,
    }
    answer = checks.call(mean_squared_error, [9, 2, 3, 4, 5], [4, 4, 2, 4, 1])
    given, what = "[9, 2, 3, 4, 5], [4, 4, 2, 4, 1]", "The mean squared error of whole numbers"
    checks.expect_close(answer, 9.2, what, given=given, slips=slips)
    answer = checks.call(mean_squared_error, [1.0, 2.0], [1.0, 4.0])
    checks.expect_close(answer, 2.0, "The example on the card")
    ### BEGIN HIDDEN TESTS
    pair = (np.array([3, -1, 2, 0]), np.array([1, 1, 1, 1]))
    answer = checks.call(mean_squared_error, *pair)
    checks.expect_close(
        answer, 2.5, "The mean squared error of arrays of whole numbers", given=pair
    )
    pair = np.array([0.5, 2.0], np.float32), np.array([1.0, 0.0], np.float32)
    answer = checks.call(mean_squared_error, *pair)
    checks.expect_close(answer, 2.125, "The mean squared error of float32 arrays", given=pair)
    ### END HIDDEN TESTS


test_mean_squared_error_lists(mean_squared_error)

# %% [markdown]
# **Visible and hidden tests.** What you see in a test cell is not always all of it: a test may have a *hidden* part, which is run only when the notebook is graded, on other
# inputs. It tests nothing that the card and the docstring do not ask for. So write what the card says, not what passes the example.

# %% [markdown]
# ## 3. Use what you wrote
#
# From here on the experiments use *your* function. Where a demo stops with `NotImplementedError`, an exercise above it is still open.

# %% nbgrader={"grade": false, "grade_id": "demo_compare", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
mse = {name: float(mean_squared_error(observed, forecast)) for name, forecast in forecasts.items()}
mean_error = {name: np.mean(np.abs(observed - forecast)) for name, forecast in forecasts.items()}
hits = {name: np.sum(observed == forecast) for name, forecast in forecasts.items()}
rows = [
    (name, f"{mse[name]:.2f} °C²", f"{mean_error[name]:.2f} °C", f"{hits[name]} of 4")
    for name in forecasts
]
plots.table(("forecast", "mean squared error", "mean absolute error", "exactly right"), rows)

# %% [markdown]
# So the answer is: it depends on what an error costs you. Twice the error costs four times as much in the squared error, twice as much in the absolute error, and the same in the number of
# hits. Compare this with your prediction.
#
# How good is such a number, then? Compare it with a forecast that needs no skill: the same temperature every day. **Predict:** which temperature would be best?

# %% nbgrader={"grade": false, "grade_id": "demo_constant", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the best constant, on its parabola
constants = np.linspace(9.0, 17.0, 801)
scores = np.array(
    [float(mean_squared_error(observed, np.full(4, constant))) for constant in constants]
)
best = constants[np.argmin(scores)]

figure, axes = plt.subplots(figsize=(8, 3.6))
axes.plot(constants, scores, color="black", label="the same temperature every day")
axes.plot(best, scores.min(), "o", color="black")
for (name, score), color in zip(mse.items(), ("blue", "red"), strict=True):
    axes.axhline(score, color=plots.COLORS[color], linestyle="--", label=f"the forecast “{name}”")
axes.set_title(
    f"The best constant is {best:.2f} °C (the mean: {observed.mean():.2f} °C); it scores "
    f"{scores.min():.2f} °C²"
)
axes.set(xlabel="constant forecast (°C)", ylabel="mean squared error (°C²)", ylim=(0, 10))
axes.legend(loc="upper center")
alt = f"""\
The mean squared error of a constant forecast is a parabola over that constant, with its lowest
point, {scores.min():.2f} °C², at {best:.2f} °C. Dashed lines mark the scores of the two forecasts:
{", ".join(f"{name}, {score:.2f} °C²" for name, score in mse.items())}."""
plots.show(figure, alt=alt)

# %% [markdown]
# The best constant is the mean of the targets, and its MSE is their *variance*, $\frac1n \sum_i (y_i - \bar y)^2$. Remember this *baseline*: a model whose error is not clearly below the
# variance has learned next to nothing, however long it was trained.
#
# One trap is left, and you will meet it: Keras models return a column of shape `(n, 1)`, while targets often have shape `(n,)`. What is the difference of the two?

# %% nbgrader={"grade": false, "grade_id": "demo_shapes", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
column = observed.reshape(-1, 1)  # the observed temperatures as the forecast: perfect, but a column
perfect, rows = {}, []
for forecast in (observed, column):
    difference = observed - forecast
    perfect[forecast.shape] = np.mean(difference**2)
    rows.append(
        (observed.shape, forecast.shape, difference.shape, f"{perfect[forecast.shape]:.2f} °C²")
    )
head = ("shape of the targets", "of the forecast", "of the difference", "mean of its squares")
plots.table(head, rows)

# %% [markdown]
# NumPy and TensorFlow *broadcast*: they pair every target with every prediction and raise no error. Here a perfect forecast scores worse than the best constant. So look at
# the shapes before you subtract, and make them equal: `column[:, 0]` has shape `(n,)`.

# %% [markdown]
# ## 4. The claims
#
# Each lesson ends with a table like the one below: what people say, the verdict, and what decides it. A verdict is *holds*, *holds only if …*, *does not hold*, or *not told apart*, where an experiment does not
# decide. Each comes from a rule, a function of results that was written down before: here are the three.

# %% nbgrader={"grade": false, "grade_id": "demo_rules", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def claim_0_1(hits, mse):
    """Exact hits and mean squared errors of two forecasts."""
    told = "; ".join(f"{n} hits: {error:.2f} °C²" for n, error in zip(hits, mse, strict=True))
    verdict = "holds" if (hits[0] > hits[1]) == (mse[0] < mse[1]) else "does not hold"
    if hits[0] == hits[1] or mse[0] == mse[1]:
        verdict = "not told apart"
    return evidence.Verdict("0.1", verdict, told, float(mse[1] - mse[0]))

# %% nbgrader={"grade": false, "grade_id": "demo_rules_constant", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def claim_0_2(best, score, targets):
    """The best constant that was found and its mean squared error, against the targets."""
    mean, variance = np.mean(targets), np.var(targets)
    same = np.allclose([best, score], [mean, variance], atol=0.01)
    verdict = "holds" if same else "does not hold"
    told = f"best constant: {best:.2f} °C, {score:.2f} °C²; "
    told += f"mean and variance: {mean:.2f} °C, {variance:.2f} °C²"
    return evidence.Verdict("0.2", verdict, told, float(score))

# %% nbgrader={"grade": false, "grade_id": "demo_rules_2", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def claim_0_3(same_shape, column):
    """Mean squared errors of a perfect forecast, in the shape of the targets and as a column."""
    verdict = "holds" if same_shape == column == 0 else "does not hold"
    if same_shape == 0 < column:
        verdict = "holds only if the shapes of targets and forecast are the same"
    told = f"{same_shape:.2f} °C² with equal shapes, {column:.2f} °C² with (4,) and (4, 1)"
    return evidence.Verdict("0.3", verdict, told, float(column))

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
claims = {
    "0.1": "more exact hits, smaller mean squared error",
    "0.2": "the best constant is the mean, and it scores the variance",
    "0.3": "a perfect forecast has an error of 0",
}
evidence.show([
    claim_0_1(list(hits.values()), list(mse.values())),
    claim_0_2(best, scores.min(), observed),
    claim_0_3(perfect[4,], perfect[4, 1]),
], claims)

# %% [markdown]
# ## 5. Validate, and hand in
#
# 1. **Restart and run all.** Menu **Kernel → Restart Kernel and Run All Cells…**, then **Restart**. Cells can be run in any order, and a name may live on although its cell is gone; only
#    a fresh start shows whether the notebook works as it stands. The restart forgets all results, not what you wrote.
# 2. **Validate.** Click **Validate** in the toolbar above the notebook. It saves the file, runs all but the demos in a fresh kernel, and opens *Validation Results*: either “Success! Your notebook passes all the tests.”, or each
#    test that failed, with its message, and the exercises not written yet. It knows the visible tests only.
# 3. **Save** (**Ctrl+S**, on a Mac **⌘S**) and **hand in** the file `00_start_here.ipynb` the way your lecturer says. Keep its name.
#
# For grading, the locked cells are put back as they were, and everything but the demos is run once from top to bottom, hidden tests included. Each test cell that passes gives its points, so an unfinished lesson
# is worth handing in. You get back a page that says which tests failed and why (for hidden tests, without their numbers).

# %% [markdown]
# ## 6. The course on one page
#
# Five lessons follow, one question each. A box holds a lesson and what it is about; an arrow says what the next lesson takes along from it.

# %% nbgrader={"grade": false, "grade_id": "demo_lessons", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
lessons = {
    "00": (0.0, 1, "Start here\nmean squared error,\nthe best constant"),
    "01": (1.7, 1, "Shallow against deep\nwhy a fit fails: scale,\ndepth, the wrong prior"),
    "02": (3.4, 2, "Logits and softmax\nlog-odds, cross-entropy,\nstable arithmetic"),
    "03": (3.4, 0, "Pairwise squared error\nwhat a loss does not see,\nranking"),
    "04": (5.4, 0, "Anomaly detection\nunseen anomalies, AUC,\nautoencoders"),
    "05": (5.4, 2, "Variational autoencoders\npriors, random steps,\na bound on log p(x)"),
}

# %% nbgrader={"grade": false, "grade_id": "demo_arrows", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The two numbers of a lesson are the place of its box; the two names of an arrow are the lessons
# that it joins.
arrows = {
    ("00", "01"): "loss and\nbaseline",
    ("01", "02"): "networks,\nseveral seeds",
    ("01", "03"): "the best\nconstant",
    ("02", "03"): "what softmax ignores",
    ("03", "04"): "pairs in\nright order",
    ("02", "05"): "logits of\npixels",
    ("04", "05"): "autoencoder, images",
}

# %% nbgrader={"grade": false, "grade_id": "demo_map", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: what each lesson takes along from an earlier one
figure, axes = plt.subplots(figsize=(10, 3.9))
axes.set(xlim=(-0.75, 6.15), ylim=(-0.3, 2.3))
axes.set_title("Each lesson takes something along from an earlier one")
axes.axis("off")
style = {"ha": "center", "va": "center", "fontsize": 9}
round_box, white = {"boxstyle": "round,pad=0.5", "fc": "#eef4fa"}, {"fc": "white", "ec": "none"}
boxes = {}
for name, (x, y, text) in lessons.items():
    boxes[name] = axes.text(x, y, f"{name} {text}", bbox=round_box, **style)
figure.canvas.draw()  # now the boxes have their sizes
for (start, end), text in arrows.items():
    (x, y), (to_x, to_y) = lessons[start][:2], lessons[end][:2]
    ends = {"patchA": boxes[start].get_bbox_patch(), "patchB": boxes[end].get_bbox_patch()}
    arrow = {"arrowstyle": "-|>", "color": plots.COLORS["blue"], **ends}
    axes.annotate("", (to_x, to_y), (x, y), arrowprops=arrow)
    middle = (x + to_x) / 2, (y + to_y) / 2
    axes.text(*middle, text, bbox={"pad": 1, **white}, **style | {"fontsize": 8})
told = [f"{name} {text}" for name, (*_, text) in lessons.items()]
told += [f"from {a} to {b}: {text}" for (a, b), text in arrows.items()]
plots.show(figure, f"A map of the course, boxes and arrows. {'; '.join(told)}.")

# %% [markdown]
# ## What to remember
#
# - **Shift+Enter** runs a cell. Write in place of `raise NotImplementedError()`, run your cell, then its tests.
# - A failed test tells you what it expected; hints are in the folds.
# - Before you hand in: restart and run all, validate, save.
# - The mean squared error counts an error of 3 as much as nine errors of 1.
# - Its baseline is the variance of the targets, which a constant reaches.
#
# **Where it breaks.** A mean squared error has the square of the unit of the targets: 1 °C² is 3.24 °F², so errors in different units cannot be compared. And a single
# wild value among the targets can dominate it.
#
# **Further reading.** [The JupyterLab interface](https://jupyterlab.readthedocs.io/en/stable/user/interface.html);
# [NumPy's rules of broadcasting](https://numpy.org/doc/stable/user/basics.broadcasting.html);
# Hastie, Tibshirani and Friedman (2009), [*The Elements of Statistical Learning*](https://hastie.su.domains/ElemStatLearn/), section 2.4.
#
# Next: **01 Shallow against deep**, in which a loss converges and the network still misses most of a curve.
