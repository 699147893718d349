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
# # Logits and softmax: why is the input of the softmax called logits?
#
# After this lesson you can
#
# - **explain** what a logit says about a probability, with two classes and with ten,
# - **compute** softmax, cross-entropy and its gradient for logits of any size, and **show** where the plain formulas break,
# - **choose** between one softmax and many sigmoids for a labelling task,
# - **notice** that a loss was given probabilities for logits, which raises no error,
# - **train** a small network on the logits of a larger one, and **judge** when that helps.
#
# **Time:** 85 minutes, eight exercises (10 points). **You need:** lessons `00_start_here` and `01_shallow_vs_deep`, and logarithms.
#
# Run each cell with **Shift+Enter**, from top to bottom. Experiments call the functions that you write; one that stops with `NotImplementedError` waits for an exercise above it.

# %% [markdown]
# ## Recall
#
# 1. In *start here* you wrote the mean squared error. Which constant prediction makes it smallest for the targets 0, 0, 1, 1?
#
# <details><summary>Answer</summary>
#
# Their mean, ½, with an error of ¼.
# </details>
#
# 2. In *shallow against deep* you compared a converged loss with that of the best constant. What takes its place for a classifier of ten classes of equal size?
#
# <details><summary>Answer</summary>
#
# A probability of 1/10 for each class, whose loss is log 10 ≈ 2.30. A loss that stays there belongs to a classifier that tells nothing apart (a *larger* one may be right now and then, and sure of its mistakes).
# </details>

# %% [markdown]
# ## The question
#
# > *My network ends in a softmax. Its input is called "logits" everywhere, and some functions have* `_with_logits` *in their name. In statistics the logit is a function that maps a probability in
# > (0, 1) to a real number. What have the two to do with each other?*
#
# The answers that circulate: logits are just the raw outputs of the last layer; the statistical logit has nothing to do with it; `_with_logits` is redundant; softmax and
# cross-entropy are computed together for efficiency.
#
# **Predict.** Write down, before you run anything:
#
# - Two classes have the logits 0 and 3. What has the 3 to do with the probability of the second?
# - Someone hands *probabilities* to a loss that expects logits. Will there be an error? Will the network learn?

# %% [markdown]
# *Your prediction (double-click to write):*
#
# …

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import lessonkit

lessonkit.start(seed=2)  # before TensorFlow is imported: quiet start, seeds, plot style

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
import tensorflow_probability as tfp

from lessonkit import data, evidence, plots, training

# %% [markdown]
# ## 1. The word: log-odds
#
# A bookmaker does not say "probability 0.75" but "*odds* of 3 to 1". The logarithm of the odds, the *log-odds*, is the **logit**,
#
# $$\mathrm{logit}(p) = \log \frac{p}{1 - p}.$$
#
# The name is Berkson's (1944, page 361), made after an older one that you will meet below.

# %% [markdown]
# ### Exercise: `logit`
#
# | | |
# |---|---|
# | **Write** | the last line: the log-odds of a probability |
# | **Why it matters** | what a classifier computes last bears its name |
# | **Time, difficulty** | 3 minutes, ●○○ |
# | **Signature** | `logit(p)`: array of any shape, values in (0, 1) → array of the same shape |
# | **Example** | `logit(0.5)` → `0.0`, and `logit([0.25, 0.75])` → `[-1.0986, 1.0986]` (log 3, with both signs) |
#
#
# <details><summary>Hint 1: two steps</summary>
#
# First the odds: how much more probable is the event than its opposite? Then the logarithm.
# </details>
# <details><summary>Hint 2: almost the solution</summary>
#
# `return np.log(… / …)`, with the event's probability above the line and its opposite's below.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“This looks like log(p)”**: you took the logarithm of the probability; take that of the odds.
# - **“only length-1 arrays can be converted”** or **“only 0-dimensional arrays”**: that is `math.log`; use `np.log`.
# - **“returned nothing”**: the line needs a `return`.
# </details>

# %% nbgrader={"grade": false, "grade_id": "logit", "locked": false, "schema_version": 3, "solution": true, "task": false}
def logit(p):
    """Log-odds of a probability: log(p / (1 - p)).

    Parameters
    ----------
    p : array-like, any shape
        Probabilities, larger than 0 and smaller than 1.

    Returns
    -------
    array of the same shape
        0 where p is 1/2, negative below, positive above.

    References
    ----------
    Berkson (1944), Application of the logistic function to bio-assay, JASA 39, 357-365: the word
    "logit".
    """
    p = np.asarray(p, dtype=float)
    ### BEGIN SOLUTION
    return np.log(p / (1 - p))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_logit_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_logit_values(logit):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks

    p, right = np.array([0.5, 0.75, 0.2]), np.array([0.0, np.log(3), -np.log(4)])
    # By hand: probabilities 1/2, 3/4 and 1/5 are odds of 1, 3 and 1/4.
    slips = {"This looks like log(p); take the logarithm of the odds p / (1 − p).": np.log(p),
        "These are the odds; take their logarithm.": p / (1 - p),
        "The sign is the wrong way round: this looks like log((1 − p) / p).": -right,
        "This is a logarithm to base 2; take the natural one (np.log).": right / np.log(2),
        "This is a logarithm to base 10; take the natural one (np.log).": right / np.log(10),
        "This looks like the sigmoid, which goes the other way.": 1 / (1 + np.exp(-p)),
        "This looks like log(1 + p) or log1p; the odds are p / (1 − p).": np.log1p(p),
        "This looks like log(p) / (1 − p): a bracket ends too early.": np.log(p) / (1 - p),
        "This looks like log(p · (1 − p)); the odds are a quotient.": np.log(p * (1 - p)),
        "This looks like log(p) / log(1 − p); take their difference.": np.log(p) / np.log(1 - p),
        "This is half the logit: artanh(2p − 1).": right / 2,
        "The sign is lost: unlikely events have negative log-odds.": np.abs(right),
        "This is the probit (normal distribution); take log(p / (1 − p)).": [0, 0.67449, -0.84162]}
    checks.expect_close(checks.call(logit, p), right, "The logit of p", given=p, slips=slips)
    ### BEGIN HIDDEN TESTS
    import math
    rng = np.random.default_rng(201)
    wins, losses = rng.integers(1, 50, size=(2, 30))
    p = wins / (wins + losses)
    pairs = zip(wins.tolist(), losses.tolist(), strict=True)
    right = np.array([math.log(w) - math.log(n) for w, n in pairs])
    slips = {
        f"This is rounded to {k} decimals; do not round.": right.round(k) for k in (1, 2, 3, 4)
    }
    answer, what = checks.call(logit, p), "The logit of random probabilities"
    checks.expect_close(answer, right, what, given=p, atol=1e-5, slips=slips)
    ### END HIDDEN TESTS


test_logit_values(logit)

# %% nbgrader={"grade": true, "grade_id": "test_logit_symmetry", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_logit_symmetry(logit):
    """p and 1 − p (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    # By hand: odds of 1/7, 1, 5/3 and 15. Swapping event and opposite only changes the sign.
    p, right = np.array([[1 / 8, 1 / 2], [5 / 8, 15 / 16]]), np.log([[1 / 7, 1], [5 / 3, 15]])
    slips = {"This is log(p / (1 + p)); the odds are p / (1 − p).": np.log(p / (1 + p)),
        "Odds below 1 are cut off; their logarithm is negative.": np.maximum(right, 0),
        "This is the entropy; take log(p / (1 − p)).": -p * np.log(p) - (1 - p) * np.log(1 - p),
        "A bracket is missing: this is log(p) − 1 − p, not log(p) − log(1 − p).": np.log(p) - 1 - p,
        "This is the exponential of the odds; take their logarithm.": np.exp(p / (1 - p)),
        "The other entries stand for the opposite; it is 1 − p.": np.log(p / (p.sum() - p)),
        "This is 2p − 1, a difference; take the logarithm of p / (1 − p).": 2 * p - 1,
        "This is log((1 + p) / (1 − p)); the odds are p / (1 − p).": np.log((1 + p) / (1 - p)),
        "This is artanh(p), made of 1 + p; the odds are p / (1 − p).": np.arctanh(p),
        "This is twice the logit.": 2 * right, "The logit is multiplied by p.": p * right}
    slips |= {f"This is rounded to {k} decimals; do not round.": right.round(k) for k in (1, 2, 3)}
    answer, of_opposite = checks.call(logit, p), checks.call(logit, 1 - p)
    checks.expect_close(answer, right, "The logit of a 2 × 2 array", given=p, slips=slips)
    checks.expect_close(of_opposite, -right, "The logit of 1 − p, minus that of p,", given=1 - p)
    ### BEGIN HIDDEN TESTS
    what = "The logit of p, which should be minus the logit of 1 − p,"
    rng = np.random.default_rng(202)
    p = rng.uniform(0.01, 0.99, size=(2, 3, 4))
    both = checks.call(logit, p), checks.call(logit, 1 - p)
    checks.expect_close(both[0], -both[1], what, given=p, atol=1e-4)
    # Rare events: 1 − p is as good as 1, so the logit is the logarithm; nothing may be clipped.
    p = np.array([1e-6, 1e-9, 1e-12, 1e-20])
    right = -np.log(10.0) * np.array([6, 9, 12, 20])
    clipped = (
        "Clipping probabilities, or adding a small number, changes the log-odds of rare events."
    )
    rounded = "For small p, 2p − 1 is rounded to −1, and its artanh is infinite; take the odds."
    hints = {
        rounded: lambda got: np.isneginf(got[3]) and np.allclose(got[:3], right[:3], 1e-3),
        clipped: lambda got: (
            np.ptp(got) < 1 or (got[3] > right[3] + 0.1 and abs(got[0] - right[0]) < 1)
        ),
    }
    answer, what = checks.call(logit, p), "The logit of rare events"
    checks.expect_close(answer, right, what, given=p, hints=hints)
    # Events that are nearly sure: both numbers are exact in float32, too.
    p, right = 1 - 0.5 ** np.array([10, 20]), np.log([1023.0, 2**20 - 1])
    sure = "Clipping probabilities, or adding a small number, changes the log-odds of sure events."
    hints = {sure: lambda got: got[1] < right[1] - 0.01 and abs(got[0] - right[0]) < 1}
    answer, what = checks.call(logit, p), "The logit of events that are nearly sure"
    checks.expect_close(answer, right, what, given=p, rtol=1e-3, hints=hints)
    ### END HIDDEN TESTS


test_logit_symmetry(logit)

# %% nbgrader={"grade": true, "grade_id": "test_logit_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_logit_lists(logit):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    p, right = np.array([0.25, 0.75]), [-np.log(3), np.log(3)]
    slips = {"p / 1 − p is 0, and its logarithm −inf: write p / (1 − p).": [-np.inf, -np.inf],
        "This is −log(1 − p), of 1 plus the odds; leave out the 1.": -np.log(1 - p),
        "This is −log(p); take the logarithm of the odds p / (1 − p).": -np.log(p),
        "This is log(p) · log(1 − p); take the difference of the two.": np.log(p) * np.log(1 - p),
        "The second logarithm is missing: this is log(p) − (1 − p).": np.log(p) - (1 - p),
        "p is no percentage: its opposite is 1 − p, not 100 − p.": np.log(p / (100 - p)),
        "This is the root of the odds; take their logarithm.": np.sqrt(p / (1 - p)),
        "This is log(1 − p); take the logarithm of the odds p / (1 − p).": np.log(1 - p),
        "These are the odds against; take the logarithm of the odds.": (1 - p) / p,
        "// drops decimals; divide with /.": [-np.inf, np.log(3)],
        "This is the derivative of the logit, 1 / (p (1 − p)).": 1 / (p * (1 - p))}
    answer, what = checks.call(logit, p.tolist()), "The logit of a list"
    checks.expect_close(answer, right, what, given="[0.25, 0.75]", atol=1e-5, slips=slips)
    slips = {"A single number became an array with an axis; keep the shape of p.": [0.0]}
    checks.expect_close(checks.call(logit, 0.5), 0.0, "The example on the card", slips=slips)
    ### BEGIN HIDDEN TESTS
    gone = "An axis of length 1 is gone (np.squeeze?); the answer has the shape of p."
    answer, right, slips = checks.call(logit, [[0.5], [0.8]]), np.log([[1], [4]]), {}
    what, slips[gone] = "The logit of a list of lists", right[:, 0]
    checks.expect_close(answer, right, what, given="[[0.5], [0.8]]", atol=1e-5, slips=slips)
    answer, what = checks.call(logit, [0.75]), "The logit of an array of one entry"
    slips = {"An array of one entry became a single number; keep the shape of p.": np.log(3)}
    checks.expect_close(answer, [np.log(3)], what, atol=1e-5, slips=slips)
    answer = checks.call(logit, 0.75)
    checks.expect_close(answer, np.log(3), "The logit of a single number", given=0.75, atol=1e-5)
    p = np.array([0.25, 0.75], np.float32)
    answer = checks.call(logit, p)
    right = [-np.log(3), np.log(3)]
    checks.expect_close(answer, right, "The logit of float32 numbers", given=p, atol=1e-5)
    ### END HIDDEN TESTS


test_logit_lists(logit)

# %% [markdown]
# The other direction has a name, too: the (logistic) **sigmoid**.

# %% [markdown]
# ### Exercise: `sigmoid`
#
# | | |
# |---|---|
# | **Write** | the function that undoes `logit`: from log-odds back to a probability, for numbers of any size |
# | **Why it matters** | every two-class network ends in it, and a network's outputs can be large |
# | **Time, difficulty** | 6 minutes, ●●○ |
# | **Signature** | `sigmoid(x)`: array of any shape, any real numbers → array of the same shape |
# | **Example** | `sigmoid(0.0)` → `0.5`, and `sigmoid([-1000.0, 1000.0])` → `[0.0, 1.0]`, without a warning |
#
# Solving $x = \log\frac{p}{1-p}$ for $p$ gives $p = \frac{1}{1 + e^{-x}} = \frac{e^{x}}{1 + e^{x}}$. The two forms are equal, but each overflows on one side.
#
# <details><summary>Hint 1: which form for which sign?</summary>
#
# $e^{1000}$ is too large for a computer number, $e^{-1000}$ is simply 0. So use the form whose exponent is never positive.
# </details>
# <details><summary>Hint 2: one exponential for both</summary>
#
# Let `e = np.exp(-np.abs(x))`, which is at most 1. For $x \ge 0$ the answer is $1 / (1 + e)$, for $x < 0$ it is $e / (1 + e)$.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `np.where(x >= 0, …, …) / (1 + e)`, with the two numerators of hint 2.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“overflow encountered in exp”**: an exponent was large and positive. `np.where(x >= 0, a, b)` computes *both* `a` and `b` for all of `x`.
# - **“The truth value of an array … is ambiguous”**: `if x >= 0` asks about one number; use `np.where`, or a mask.
# </details>

# %% nbgrader={"grade": false, "grade_id": "sigmoid", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sigmoid(x):
    """Logistic sigmoid 1 / (1 + exp(-x)), without overflow.

    Parameters
    ----------
    x : array-like, any shape
        Log-odds: any real numbers.

    Returns
    -------
    array of the same shape
        Probabilities; the inverse of `logit`.

    References
    ----------
    Goodfellow, Bengio and Courville (2016), Deep Learning, section 3.10.
    """
    ### BEGIN SOLUTION
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))  # never above 1
    return np.where(x >= 0, 1.0, e) / (1 + e)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_sigmoid_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_sigmoid_values(sigmoid):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    x, right = np.array([0.0, np.log(3), -np.log(4)]), np.array([0.5, 0.75, 0.2])
    # By hand: log-odds 0, log 3 and −log 4 are odds of 1, 3 and 1/4.
    slips = {"The sign of the exponent is wrong: this is sigmoid(−x).": 1 - right,
        "These are the odds, exp(x); the probability is odds / (1 + odds).": np.exp(x),
        "This looks like tanh, which runs from −1 to 1, not from 0 to 1.": np.tanh(x),
        "This looks like (1 + tanh(x)) / 2, or sigmoid(2x); x is doubled.": (1 + np.tanh(x)) / 2,
        "This looks like tanh(x / 2), from −1 to 1; shift and halve it.": np.tanh(x / 2),
        "This is 1/2 + tanh(x / 2); halve tanh(x / 2), too.": 0.5 + np.tanh(x / 2),
        "This looks like softplus, log(1 + exp(x)).": np.log1p(np.exp(x)),
        "This is the derivative of the sigmoid, s · (1 − s).": right * (1 - right),
        "This looks like a softmax over the whole array.": np.exp(x) / np.exp(x).sum(),
        "This is sigmoid(|x|); for x < 0 it is e / (1 + e), with e = exp(−|x|).": [0.5, 0.75, 0.8],
        "This takes powers of 2; the base of the exponential is e.": 1 / (1 + 2**-x),
        "x = 0 is left out: one of the two cases has to hold for it.": [0.0, 0.75, 0.2],
        "For x > 0 this is sigmoid(−x): the numerator is 1 there, not exp(−x).": [0.5, 0.25, 0.2]}
    answer, what = checks.call(sigmoid, x), "The sigmoid of three numbers"
    checks.expect_close(answer, right, what, given=x, slips=slips)
    ### BEGIN HIDDEN TESTS
    import math
    rng = np.random.default_rng(203)
    x = rng.normal(0.0, 4.0, size=(3, 20))
    right = np.array([[1 / (1 + math.exp(-v)) for v in row] for row in x.tolist()])
    for kind in (np.float64, np.float32):
        what = f"The sigmoid of random numbers of type {kind.__name__}"
        checks.expect_close(checks.call(sigmoid, x.astype(kind)), right, what, given=x)
    ### END HIDDEN TESTS


test_sigmoid_values(sigmoid)

# %% nbgrader={"grade": true, "grade_id": "test_sigmoid_large_values", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_sigmoid_large_values(sigmoid):
    """Very large numbers, and usual ones (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    x, what = np.array([-1000.0, 0.0, 1000.0]), "The sigmoid of ±1000"
    inf = "exp of a large number overflows, and inf / inf is nan: take exp of −|x| only (hint 2)."
    clip = "A value is clipped on the way: far out, the sigmoid is 0 or 1 to any precision."
    answer, far, near = (checks.call(sigmoid, x * scale) for scale in (1, 9, 0.003))
    hints = {inf: lambda got: np.isnan(got[2]) and not np.isnan(got[:2]).any(),
        clip: lambda got: 0 <= got[0] < near[0] < got[1] == 0.5 < got[2] <= 1 and all(got == far),
        "nan was replaced by 0, where 1 is right.": lambda got: got[2] == 0 and near[2] > 0.9}
    slips = {"These are the odds against, exp(−x); add 1 and divide 1 by it.": [np.inf, 1, 0],
        "This is −log σ(x); the probability is asked for.": [1000, np.log(2), 0],
        "This is max(0, x) or x · σ(x), which grows; σ(x) alone stays below 1.": [0, 0, 1000],
        "1/2 is subtracted; leave it out.": x / 2000,
        "At −1000 this is 1; for x < 0 it is e / (1 + e), with e = exp(−|x|).": [1, 0.5, 1]}
    checks.expect_close(answer, [0, 0.5, 1], what, given=x, slips=slips, hints=hints, atol=1e-9)
    why = "Take exp of −|x| only; np.where computes both branches for all x, even the one it drops."
    said = "; ".join(checks.warnings_of(sigmoid, x))
    checks.expect(not said, f"{what} gives a warning.", given=x, got=said, hint=why)
    checks.expect_close(checks.call(sigmoid, [-1e3, 1e3]), [0.0, 1.0], "The example on the card")
    ### BEGIN HIDDEN TESTS
    import math
    for extreme in (-1000.0, -800.0, 800.0, 1000.0):
        x = np.full((2, 2), extreme)
        right = np.full((2, 2), float(extreme > 0))
        checks.expect_close(checks.call(sigmoid, x), right, "The sigmoid of large values", given=x)
        said = "; ".join(checks.warnings_of(sigmoid, x))
        checks.expect(not said, "The sigmoid of large values gives a warning.", given=x, got=said)
    # Curves that go from 0 to 1, too.
    x = np.array([2.0, -1.0, 0.5])
    slips = {
        "This is the normal distribution (norm.cdf); 1 / (1 + exp(−x)) is asked for.": [
            0.9772499,
            0.1586553,
            0.6914625,
        ],
        "This is (1 + erf(x)) / 2; 1 / (1 + exp(−x)) is asked for.": [
            0.9976611,
            0.0786496,
            0.7602499,
        ],
        "This is the hard sigmoid, made of straight lines.": [1.0, 0.25, 0.625],
        "This is made of x / √(1 + x²); take the exponential.": (1 + x / np.sqrt(1 + x**2)) / 2,
        "This takes powers of 10; the base of the exponential is e.": 1 / (1 + 10**-x),
        "The mean of all numbers is subtracted first; take x as it is.": (
            1 / (1 + np.exp(x.mean() - x))
        ),
        "This is the Laplace distribution, exp(−|x|) / 2 at the sides; add 1 below the line.": (
            np.where(x < 0, np.exp(-np.abs(x)) / 2, 1 - np.exp(-np.abs(x)) / 2)
        ),
        "This is 0 or 1 only; the sigmoid takes all values between.": [1, 0, 1],
        "x is multiplied by 1.702 first; take it as it is.": 1 / (1 + np.exp(-1.702 * x)),
        "x is halved first; take it as it is.": 1 / (1 + np.exp(-x / 2)),
    }
    for k in (2, 3):
        slips[f"This is the sigmoid to {k} decimals only; do not round."] = np.round(
            1 / (1 + np.exp(-x)), k
        )
    for scale in (1.702, math.sqrt(8 / math.pi)):  # the two usual scales
        slips[f"This is the normal distribution, stretched by {scale:.4g}; it is only close."] = [
            (1 + math.erf(v / scale / math.sqrt(2))) / 2 for v in x.tolist()
        ]
    answer, what = checks.call(sigmoid, x), "The sigmoid of small numbers"
    checks.expect_close(answer, 1 / (1 + np.exp(-x)), what, given=x, slips=slips)
    x = np.array([-10.5, -11.5, 10.5])
    cut = "Far from 0 this is exactly 0 or 1; the sigmoid comes close to them only."
    answer, what = checks.call(sigmoid, x), "The sigmoid of numbers farther from 0"
    hints = {cut: lambda got: not got[:2].any()}
    checks.expect_close(answer, 1 / (1 + np.exp(-x)), what, given=x, hints=hints)
    ### END HIDDEN TESTS


test_sigmoid_large_values(sigmoid)

# %% nbgrader={"grade": true, "grade_id": "test_sigmoid_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_sigmoid_lists(sigmoid):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    x, right = np.array([0, 2, -1]), 1 / (1 + np.exp([0.0, -2.0, 1.0]))  # lists are array-likes
    slips = {"This is 0 or 1 only; the sigmoid takes all values between.": [0, 1, 0],
        "The sigmoid is taken twice.": 1 / (1 + np.exp(-right)), "This is −log σ.": -np.log(right),
        "This is twice the sigmoid.": 2 * right, "Below 0 the sign is wrong.": right * [1, 1, -1],
        "The sigmoid is multiplied by x (that is swish).": x * right,
        "The largest number is subtracted, as in a softmax.": 1 / (1 + np.exp(2 - x)),
        "For negative x the numerator is exp(x), not 1 − exp(x).": [*right[:2], 1 - 2 * right[2]],
        "A bracket is missing: this is exp(x) / 1 + exp(x), twice exp(x).": 2 * np.exp(x),
        "Negative numbers count as 0 here; take x as it is.": [*right[:2], 0.5],
        "This is a straight line, cut off at 0 and 1 (the hard sigmoid).": [1 / 2, 5 / 6, 1 / 3],
        "This is the hard sigmoid, made of straight lines.": [0.5, 0.9, 0.3],
        "This is 1 + exp(−x); 1 divided by it is asked for.": 1 + np.exp(-x),
        "This looks like log σ(x); the probability is asked for.": np.log(right),
        "This is made of x / (1 + |x|); take the exponential.": (1 + x / (1 + np.abs(x))) / 2,
        "This is made of the arctangent; take the exponential.": 0.5 + np.arctan(x) / np.pi,
        "For negative x this is exp(x); divide it by 1 + exp(x).": [*right[:2], np.exp(-1)]}
    checks.expect_close(checks.call(sigmoid, [0, 2, -1]), right, "A list's sigmoid", slips=slips)
    ### BEGIN HIDDEN TESTS
    gone = "An axis of length 1 is gone (np.squeeze?); the answer has the shape of x."
    for x in ([[0, 2, -1]], [[0], [2], [-1]]):
        what, mine = "The sigmoid of a single row or column", right.reshape(np.shape(x))
        checks.expect_close(checks.call(sigmoid, x), mine, what, slips={gone: right})
    answer, what = checks.call(sigmoid, [2]), "The sigmoid of an array of one entry"
    slips = {"An array of one entry became a single number; keep the shape of x.": right[1]}
    checks.expect_close(answer, right[1:2], what, slips=slips)
    x = [[-1, 0], [1, 2]]
    right = [[1 / (1 + np.e), 0.5], [np.e / (1 + np.e), 1 / (1 + np.e**-2)]]
    answer = checks.call(sigmoid, x)
    what = "The sigmoid of a list of lists of whole numbers"
    checks.expect_close(answer, right, what, given=x)
    answer = checks.call(sigmoid, np.array(x))
    checks.expect_close(answer, right, "The sigmoid of an array of whole numbers", given=x)
    answer = checks.call(sigmoid, 0.0)
    slips = {"A single number became an array with an axis; keep the shape of x.": [0.5]}
    checks.expect_close(answer, 0.5, "The sigmoid of a single number", given=0.0, slips=slips)
    ### END HIDDEN TESTS


test_sigmoid_lists(sigmoid)

# %% nbgrader={"grade": false, "grade_id": "demo_logit", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the logit and the sigmoid
chances = np.linspace(0.001, 0.999, 999)
chance_odds = np.asarray(logit(chances))
round_trip = np.abs(np.asarray(sigmoid(chance_odds)) - chances).max()
middle = float(np.asarray(logit(0.5)))

figure, (on_left, on_right) = plt.subplots(1, 2, figsize=(10, 3.4))
on_left.plot(chances, chance_odds, color=plots.COLORS["blue"])
on_left.plot(0.5, middle, "o", color="black")
on_left.annotate(f"logit(½) = {abs(middle):.0f}", (0.5, middle), (0.55, -2.5))
on_left.set(xlabel="probability p", ylabel="logit(p)",
            title="The logit takes (0, 1) to all real numbers …")
wide = np.linspace(-8, 8, 401)
on_right.plot(wide, np.asarray(sigmoid(wide)), color=plots.COLORS["red"])
on_right.set(xlabel="log-odds x", ylabel="sigmoid(x)",
             title=f"… the sigmoid takes them back (to {round_trip:.1g})")
plots.show(
    figure,
    f"Left: the logit over the probability, an S on its side that rises from minus infinity at 0 "
    f"through 0 at one half to plus\n    infinity at 1. Right: the sigmoid, rising from 0 to 1, "
    f"with one half at 0. There and back again changes no probability by more than "
    f"{round_trip:.2g}.",
)

# %% [markdown]
# ### Probit and logit
#
# To describe how many insects a dose of poison kills, Bliss (1934) had taken the normal distribution, and called the quantile that belongs to a probability its *probit*. Berkson
# (1944) took the logistic curve, simpler to compute, and called its quantile the *logit* (Cramer 2003). How different are the two?

# %% nbgrader={"grade": false, "grade_id": "demo_probit", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: logit and probit
normal = tfp.distributions.Normal(np.float64(0), np.float64(1))
probits = normal.quantile(chances).numpy()
wide_normal = normal.cdf(wide).numpy()
scales = np.linspace(1.5, 1.9, 401)
apart = np.array([np.abs(np.asarray(sigmoid(scale * wide)) - wide_normal).max()
    for scale in scales])
best_scale, least_apart = scales[apart.argmin()], apart.min()

figure, (on_left, on_right) = plt.subplots(1, 2, figsize=(9.5, 3.4))
on_left.plot(chances, chance_odds, color=plots.COLORS["blue"], label="logit")
on_left.plot(chances, probits, color=plots.COLORS["orange"], label="probit")
on_left.plot(chances, chance_odds / best_scale, "--", color="black", linewidth=1.2,
    label=f"logit / {best_scale:.2f}")
on_left.set(xlabel="probability p", ylabel="quantile", title="The logit is a stretched probit …")
on_left.legend()
on_right.plot(wide, np.asarray(sigmoid(best_scale * wide)) - wide_normal,
    color=plots.COLORS["blue"])
on_right.set(xlabel="x", ylabel=f"sigmoid({best_scale:.2f} x) − Φ(x)",
    title=f"… to within {least_apart:.4f} of probability")
plots.show(figure, f"Left: logit and probit over the probability; both are S curves through 0 at "
    f"one half; the logit divided by {best_scale:.2f}\n    lies on the probit but for the far "
    f"ends. Right: the difference of the two distribution functions, at most {least_apart:.4f}.")

# %% [markdown]
# The curves nearly agree, but for the tails. The numbers do not mean the same: a logit *is* the logarithm of odds.
#
# ## 2. From two classes to many: softmax
#
# A network for $K$ classes ends in $K$ real numbers $\ell_1, \dots, \ell_K$. The *softmax* (Bridle 1990) turns them into probabilities.

# %% [markdown]
# ### Exercise: `softmax`
#
# | | |
# |---|---|
# | **Write** | the whole function: from logits to probabilities along one axis |
# | **Why it matters** | the plain formula fails for logits that a trained network does produce; the repair is one subtraction |
# | **Time, difficulty** | 9 minutes, ●●○ |
# | **Signature** | `softmax(logits, axis=-1)`: array of any shape with at least one axis → array of the same shape that sums to 1 along `axis` |
# | **Example** | `softmax([0.0, 1.0986])` → `[0.25, 0.75]` |
#
# $$\mathrm{softmax}(\ell)_k = \frac{e^{\ell_k}}{\sum_j e^{\ell_j}}$$
#
# Logits may be as large as ±10,000, or `-np.inf`: a class that is impossible (a mask).
#
# <details><summary>Hint 1: what may be subtracted?</summary>
#
# Multiply top and bottom of the fraction by the same number $e^{-c}$: nothing changes. So softmax(logits) = softmax(logits − c), for every $c$.
# </details>
# <details><summary>Hint 2: which c?</summary>
#
# With $c$ = the largest logit no exponent is positive, so nothing overflows, and one term is $e^0 = 1$, so the sum is never 0. Take the largest
# *along the axis*, one for each row, not one for the whole array.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `e = np.exp(logits - logits.max(axis=axis, keepdims=True))`, then divide `e` by its sum, with the same `axis` and `keepdims=True`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **nan for large values**: `np.exp(1e4)` is inf, and inf / inf is nan. Subtract the largest logit first.
# - **“operands could not be broadcast”**, or columns that sum to 1 instead of rows: `keepdims=True` is missing.
# - **nan where a logit is −inf**: −inf − (−inf), or −inf times 0. Subtract the maximum, not the mean or the minimum.
# </details>

# %% nbgrader={"grade": false, "grade_id": "softmax", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softmax(logits, axis=-1):
    """Probabilities from logits: exp(l_k) / sum_j exp(l_j), for logits of any size.

    Parameters
    ----------
    logits : array-like, at least one axis
        Unnormalised log-probabilities; -inf marks an impossible class (not all classes at once).
    axis : int
        The axis of the classes.

    Returns
    -------
    array of the same shape
        Non-negative, with sum 1 along `axis`.

    References
    ----------
    Goodfellow, Bengio and Courville (2016), Deep Learning, sections 4.1 and 6.2.2.3.
    """
    ### BEGIN SOLUTION
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max(axis=axis, keepdims=True))  # the largest exponent is 0
    return e / e.sum(axis=axis, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_softmax_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_softmax_values(softmax):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks

    logits, right = np.log([1.0, 2.0, 5.0]), np.array([1, 2, 5]) / 8
    # By hand: exp gives 1, 2 and 5, which add up to 8.
    slips = {"These are the exponentials; divide them by their sum.": [1.0, 2.0, 5.0],
        "The logits themselves are divided by their sum.": logits / logits.sum(),
        "This is the logarithm of the softmax; take the probabilities.": np.log(right),
        "This is a sigmoid of each logit; all classes share one sum.": 1 / (1 + np.exp(-logits)),
        "This is softmax(−logits), the softmin.": np.array([10, 5, 2]) / 17,
        **{f"This takes powers of {k}, not of e.": k**logits / sum(k**logits) for k in (2, 10)},
        "The exponentials are divided by the largest; divide by their sum.": [0.2, 0.4, 1.0],
        "This is the position of the largest logit (one-hot).": [0.0, 0.0, 1.0],
        "The exponentials are squared: this is softmax(2 · logits).": np.array([1, 4, 25]) / 30,
        "This divides by the mean; divide by the sum.": 3 * right,
        "The softmax is applied twice.": np.exp(right) / np.exp(right).sum(),
        "The shares are those of log(1 + exp(l)), not of exp(l).": np.log([2, 3, 6]) / np.log(36)}
    answer = checks.call(softmax, logits)
    checks.expect_close(answer, right, "The softmax of three logits", given=logits, slips=slips)
    ### BEGIN HIDDEN TESTS
    back = "[..., None] puts the axis back as the last one; keepdims=True leaves it where it was."
    error = str(checks.error_of(softmax, np.zeros((2, 3)), 0))
    misfit = "broadcast" in error or "ncompatible shapes" in error
    checks.expect(not misfit, "softmax raised an error along axis 0.", hint=back)
    rng = np.random.default_rng(204)
    counts = rng.integers(1, 100, size=(5, 4))
    right = counts / np.sum(counts, axis=1, keepdims=True)
    for constant in (0.0, 3.0, -2.5):
        logits = np.log(counts) + constant
        answer = checks.call(softmax, logits)
        what = "The softmax of rows of random logits"
        rounded = "This is rounded to {} decimals; do not round."
        slips = {rounded.format(k): right.round(k) for k in (2, 3, 4)}
        slips["The classes are sorted here; keep them in their order."] = np.sort(right, axis=1)
        if constant < 0:
            sizes = np.exp(np.abs(logits))
            slips["The minus signs of logits are lost (np.abs); take them as they are."] = (
                sizes / sizes.sum(axis=1, keepdims=True)
            )
        checks.expect_close(answer, right, what, given=logits, atol=1e-5, slips=slips)
    answer = checks.call(softmax, logits.astype(np.float32))
    checks.expect_close(answer, right, "The softmax of float32 logits", given=logits, atol=1e-5)
    ### END HIDDEN TESTS


test_softmax_values(softmax)

# %% nbgrader={"grade": true, "grade_id": "test_softmax_axis", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_softmax_axis(softmax):
    """Along another axis (0.5 points)."""
    import numpy as np

    from lessonkit import checks

    # By hand: the rows are 1 + 3 and 4 + 1, the columns 1 + 4 and 3 + 1.
    counts = np.array([[1.0, 3.0], [4.0, 1.0]])
    rows, columns = [[1 / 4, 3 / 4], [4 / 5, 1 / 5]], [[1 / 5, 3 / 4], [4 / 5, 1 / 4]]
    whole = {"This divides by the sum of the whole array; each row has its own.": counts / 9}
    no_axis = {
        "Each entry is divided by another row's sum: use keepdims=True.": counts / [4.0, 5.0],
        "Entries and sums do not fit: sum needs keepdims=True.": [[1 / 4, 4 / 5], [3 / 4, 1 / 5]],
        "The sum of exponentials is the whole array's.": counts / [[3], [4]] / 31 * 12,
        "Here the columns sum to 1; axis=−1 asks for rows that sum to 1.": columns,
    }
    answer, what = checks.call(softmax, np.log(counts)), "The softmax of a 2 × 2 array"
    checks.expect_close(answer, rows, what, slips={**whole, **no_axis}, atol=1e-5)
    ignored = {"`axis` is ignored: with axis=0 each column should sum to 1.": rows}
    other = {"Each entry is divided by another column's sum.": counts / [[5], [4]]}
    answer, what = checks.call(softmax, np.log(counts), axis=0), "The softmax along axis 0"
    checks.expect_close(answer, columns, what, slips={**whole, **ignored, **other}, atol=1e-5)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(205)
    counts = rng.integers(1, 50, size=(3, 4, 5))
    for along in (0, 1, 2, -1, -2):
        right = counts / np.sum(counts, axis=along, keepdims=True)
        answer = checks.call(softmax, np.log(counts), axis=along)
        what, slips = f"The softmax of a 3-D array along axis {along}", {}
        if along == 0:
            moved = np.moveaxis(right, 0, -1)
            slips["The axis is moved, but not back: np.moveaxis(…, −1, axis) does it."] = moved
            slips["The axis is moved twice; np.moveaxis(…, −1, axis) moves it back."] = (
                np.moveaxis(moved, 0, -1)
            )
        elif along == 1:
            slips["`axis` has no effect here, as if it were −1."] = (
                counts / counts.sum(axis=-1, keepdims=True)
            )
        elif along < 0:  # the minus sign is lost, or −1 stands for axis 1
            slips["Negative axes count from the end: −1 is the last axis, −2 the one before."] = (
                counts / counts.sum(axis=-along, keepdims=True)
            )
        checks.expect_close(answer, right, what, atol=1e-5, slips=slips)
    ### END HIDDEN TESTS


test_softmax_axis(softmax)

# %% nbgrader={"grade": true, "grade_id": "test_softmax_large_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_softmax_large_values(softmax):
    """Very large numbers (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    # A constant added to all logits changes nothing, however large it is.
    logits = np.array([[1e4, 1e4, 1e4 - 1], [-1e4, -1e4, -1e4 - 1]])
    right = np.array([[1, 1, np.exp(-1)]] * 2) / (2 + np.exp(-1))
    plain = "exp of a large number is inf, and inf/inf is nan: subtract the largest logit first."
    one = "Subtracting the largest logit of the whole array leaves 0/0 in the other rows: each row"
    one += " has a largest logit of its own."
    size = "The largest |logit| is subtracted; take the largest logit, even if it is negative."
    equal = "Large logits become equal here (clipped?): subtract the largest logit instead."
    low = "Far below 0 all exponentials are 0: subtract the largest logit there, too."
    hints = {
        plain: lambda got: np.isnan(got[0]).any() or not got[0].any(),
        size: lambda got: np.isnan([got[1, :2], checks.call(softmax, [-1e3, 0.0])]).all(),
        equal: lambda got: any(np.ptp(row) == 0 < row[0] for row in got),
        low: lambda got: np.isnan([got[1], checks.call(softmax, logits[1])]).all(),
        one: lambda got: np.isnan(got[1]).any()}
    answer = checks.call(softmax, logits)
    checks.expect_close(answer, right, "The softmax of large logits", given=logits, hints=hints)
    ### BEGIN HIDDEN TESTS
    hints = {plain: lambda got: np.isnan(got).any()}
    for sign in (1.0, -1.0):
        logits = np.array([0.0, sign * 1e4, 0.0, sign * 1e4])
        right = np.array([0.0, 0.5, 0.0, 0.5] if sign > 0 else [0.5, 0.0, 0.5, 0.0])
        answer = checks.call(softmax, logits)
        what = "The softmax of logits that are 10,000 apart"
        checks.expect_close(answer, right, what, given=logits, hints=hints)
    logits = np.array([700.0, 698.0, -5000.0])
    right = [1 / (1 + np.exp(-2)), 1 / (1 + np.exp(2)), 0.0]
    answer = checks.call(softmax, logits)
    checks.expect_close(answer, right, "The softmax of logits far apart", given=logits, hints=hints)
    logits = np.array([[[9000.0], [9001.0]], [[-9000.0], [-9001.0]]])
    right = np.array([[[1.0], [np.e]], [[np.e], [1.0]]]) / (1 + np.e)
    answer = checks.call(softmax, logits, axis=1)
    what = "The softmax of large logits along another axis"
    checks.expect_close(answer, right, what, given=logits)
    ### END HIDDEN TESTS


test_softmax_large_values(softmax)

# %% nbgrader={"grade": true, "grade_id": "test_softmax_impossible_class", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_softmax_impossible_class(softmax):
    """A class that is impossible (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    # A logit of −inf is a probability of 0; the others share the rest.
    logits = np.array([-np.inf, 0.0, np.log(3.0)])
    size = "The largest absolute value, |−inf| = inf, is subtracted; subtract the largest logit."
    nan = "−inf minus −inf, −inf times 0 and 0 / 0 are nan: subtract the largest logit, not −inf."
    hints = {size: lambda got: np.isnan([*got, *checks.call(softmax, [-1e3, 0.0])]).all(),
        nan: lambda got: np.isnan(got).any(),
        "The impossible class gets a probability; exp(−inf) is 0.": lambda got: 1e-6 < got[0] < 1}
    root = 3 ** (1 / np.sqrt(3))
    slips = {"These are the shares of sigmoids; take those of exponentials.": [0, 0.4, 0.6],
        "The logits are divided by √K first; take them as they are.": [0, *[1, root] / (1 + root)],
        "This is −log p; the probability p is asked for.": [np.inf, *-np.log([0.25, 0.75])],
        "The impossible class counts in the sum; exp(−inf) adds 0 to it.": [0, 0.2, 0.6],
        "inf / inf is nan: take exp of the logits first; exp(−inf) is 0.": [np.nan, 0, 0],
        "This is 1 − p, the probability of the other classes; p is asked for.": [1, 0.75, 0.25]}
    answer, what = checks.call(softmax, logits), "The softmax with an impossible class"
    checks.expect_close(answer, [0.0, 0.25, 0.75], what, given=logits, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    # −inf is less than any logit.
    replaced = "−inf became a number that other logits can reach or pass; leave it as it is."
    low = "Far below 0 all exponentials are 0: subtract the largest logit there, too."
    hints = {
        replaced: lambda got: min(got[1], checks.call(softmax, [-np.inf, -1e4])[0]) > 1e-6,
        low: lambda got: np.isnan([got, checks.call(softmax, [-1e4, -1e4])]).all(),
        nan: lambda got: np.isnan(got).any(),
    }
    for logits in (np.array([-1e4, -np.inf]), np.array([-9000.0, -np.inf])):
        answer, what = checks.call(softmax, logits), "The softmax of a low logit and −inf"
        checks.expect_close(answer, [1.0, 0.0], what, given=logits, hints=hints)
    logits = np.array([[-np.inf, 1e4, -np.inf], [0.0, -np.inf, 0.0]])
    answer = checks.call(softmax, logits)
    right = [[0.0, 1.0, 0.0], [0.5, 0.0, 0.5]]
    checks.expect_close(answer, right, "The softmax with impossible classes", given=logits)
    single = logits[1].astype(np.float32)
    answer = checks.call(softmax, single)
    what = "The softmax with an impossible class, in float32,"
    checks.expect_close(answer, right[1], what, given=single)
    small = "A small number is added: it gives an impossible class a probability. Leave it out."
    hints, what = {small: lambda got: 0 < got[1] < 1e-3}, "The probability of an impossible class"
    checks.expect_close(answer, right[1], what, given=single, atol=0, hints=hints)
    logits = logits[:, :2].T
    answer = checks.call(softmax, logits, axis=0)
    what = "The softmax with impossible classes, along axis 0,"
    checks.expect_close(answer, [[0.0, 1.0], [1.0, 0.0]], what, given=logits)
    ### END HIDDEN TESTS


test_softmax_impossible_class(softmax)

# %% nbgrader={"grade": true, "grade_id": "test_softmax_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_softmax_lists(softmax):
    """Lists and whole numbers, and an array that is not square (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    e = np.exp([0.0, 2.0, 3.0])  # lists and whole numbers are array-likes, too
    slips = {"This divides by the root of the sum of squares.": e / np.sqrt(np.sum(e**2)),
        "Logits are divided by 3, the largest or their number.": e ** (1 / 3) / sum(e ** (1 / 3)),
        "These are odds, e / (sum − e); divide by the sum of all.": e / (e.sum() - e),
        "Logits minus the largest, divided by their sum: take exp first.": [0.75, 0.25, 0],
        "This is softmax(logits / 2); do not halve the logits.": np.sqrt(e) / np.sqrt(e).sum(),
        "This is rounded to 2 decimals; do not round.": [0.04, 0.26, 0.71]}
    small = "The shares are right, but do not add up to 1: divide by their sum, nothing else."
    cut = "The exponentials are cut to whole numbers: make an array of floats for them."
    hints = {small: lambda got: got.sum() > 0 and np.allclose(got / got.sum(), e / e.sum()),
        cut: lambda got: got.tolist() == [0, 0, 1]}
    answer = checks.call(softmax, [0, 2, 3])
    what = "The softmax of a list of whole numbers"
    checks.expect_close(answer, e / e.sum(), what, given="[0, 2, 3]", slips=slips, hints=hints)
    answer = checks.call(softmax, [0.0, 1.0986])
    checks.expect_close(answer, [0.25, 0.75], "The example on the card")
    ### BEGIN HIDDEN TESTS
    right = np.array([[1, np.e], [1, np.e**-2]]) / [[1 + np.e], [1 + np.e**-2]]
    answer = checks.call(softmax, [[0, 1], [2, 0]])
    checks.expect_close(answer, right, "The softmax of a list of lists", given="[[0, 1], [2, 0]]")
    answer = checks.call(softmax, np.array([[0, 1], [2, 0]]))
    what = "The softmax of an array of whole numbers"
    checks.expect_close(answer, right, what, given="[[0, 1], [2, 0]]")
    # Along each axis of an array that is not square.
    logits = np.array([[0, 1, 3], [2, -1, 0]])
    for axis, other, name in ((0, 1, "column"), (1, 0, "row")):
        down = np.exp(logits - logits.max(axis=axis, keepdims=True))
        across = np.exp(logits - logits.max(axis=other, keepdims=True))
        slips = {
            f"The sum runs along another axis than {axis}; it needs axis=axis.": (
                down / down.sum(axis=other, keepdims=True)
            ),
            f"The maximum runs along another axis than {axis}: a {name} has one of its own.": (
                across / across.sum(axis=axis, keepdims=True)
            ),
            f"Each {name} is shifted by its largest logit, but the sum is the whole array's.": (
                down / down.sum()
            ),
            "This divides by the sum of the whole array; each row or column has its own.": (
                np.exp(logits) / np.exp(logits).sum()
            ),
            f"`axis` is ignored: with axis={axis} each {name} should sum to 1.": (
                across / across.sum(axis=other, keepdims=True)
            ),
        }
        right = down / down.sum(axis=axis, keepdims=True)
        if axis == 0:
            slips["The axes were turned (.T, np.moveaxis), and not turned back."] = right.T
        answer, what = checks.call(softmax, logits, axis=axis), "The softmax of a 2 × 3 array"
        checks.expect_close(answer, right, what, given=(logits, axis), slips=slips)
    gone = "An axis of length 1 is gone (np.squeeze?); the answer has the shape of the logits."
    for shape in ((1, 2), (2, 1)):
        answer = checks.call(softmax, np.log([[1, 3]]).reshape(shape), axis=shape[0] - 2)
        what, right = "The softmax of a single row or column", np.array([0.25, 0.75])
        checks.expect_close(answer, right.reshape(shape), what, slips={gone: right})
    logits = np.array([[0.0], [2.0]])
    slips = {
        "One class has all the probability, 1; this is a sigmoid.": 1 / (1 + np.exp(-logits)),
        gone: np.ones(2),
        "The probability is shared by the batch; each row has a softmax of its own.": (
            np.exp(logits) / np.exp(logits).sum()
        ),
    }
    answer, what = checks.call(softmax, logits), "The softmax of two samples and a single class"
    checks.expect_close(answer, np.ones((2, 1)), what, given=logits, slips=slips)
    ### END HIDDEN TESTS


test_softmax_lists(softmax)

# %% [markdown]
# ### Two classes
#
# **Predict.** Fix the first logit at 0, and call the second one $\ell$. Which function of $\ell$ is the second probability?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_two_classes", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
second = np.asarray(softmax(np.stack([np.zeros_like(wide), wide], axis=1)))[:, 1]
two_class_error = np.abs(second - np.asarray(sigmoid(wide))).max()
back = np.abs(np.asarray(logit(second)) - wide).max()

# %% nbgrader={"grade": false, "grade_id": "demo_two_classes_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: two logits, and the sigmoid of their difference
plots.table(
    ("l", "softmax([0, l])", "sigmoid(l)", "log-odds of the second class"),
    [
        (
            f"{wide[i]:.1f}",
            f"{1 - second[i]:.4f}, {second[i]:.4f}",
            f"{np.asarray(sigmoid(wide))[i]:.4f}",
            f"{np.asarray(logit(second))[i]:.4f}",
        )
        for i in (0, 100, 200, 275, 400)
    ],
)

# %% [markdown]
# Divide the top and the bottom of $\frac{e^{\ell_2}}{e^{\ell_1} + e^{\ell_2}}$ by $e^{\ell_1}$: the sigmoid of $\ell_2 - \ell_1$ stands there. So with two classes the *difference* of the numbers that go into the softmax is the logit of the
# probability that comes out.
#
# ### Three classes, in a picture
#
# Three probabilities that add up to 1 are a point in a triangle; its corners are the sure answers. Lines of equal logit difference, before and after the softmax:

# %% nbgrader={"grade": false, "grade_id": "demo_simplex", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: from the plane of logits to the triangle of probabilities
corners = np.array([[0, 0], [1, 0], [0.5, 3**0.5 / 2]])  # of classes 1, 2 and 3
sweep = np.linspace(-9, 9, 241)
figure, (on_left, on_right) = plt.subplots(1, 2, figsize=(9.5, 4))
for level in range(-4, 5):
    for one, other, color, dash in ((level, sweep, "blue", "-"), (sweep, level, "orange", "--")):
        three = np.stack(np.broadcast_arrays(one, other, 0.0), axis=1)  # the third logit is 0
        look = {"color": plots.COLORS[color], "ls": dash, "lw": 2.4 if level == 0 else 0.9}
        on_left.plot(three[:, 0], three[:, 1], **look)
        on_right.plot(*(np.asarray(softmax(three)) @ corners).T, **look)
on_left.set(xlabel="first logit minus third", ylabel="second logit minus third")
on_left.set(xlim=(-5, 5), ylim=(-5, 5), title="The plane of logit differences …")
on_right.plot(*corners[[0, 1, 2, 0]].T, color="black", linewidth=1)
for k, (side, up) in enumerate((("right", -0.06), ("left", -0.06), ("center", 0.03))):
    on_right.annotate(f"class {k + 1}", corners[k], corners[k] + [0, up], ha=side)
on_right.set(title="… fits into the triangle of probabilities", aspect="equal", ylim=(-0.1, 0.98))
on_right.axis("off")
plots.show(figure, """Left: a grid of solid lines (first logit minus third is constant) and dashed
    ones (second minus third is constant). Right: the same lines in the triangle of probabilities:
    the solid ones meet in the corner of class 2, the dashed ones in that of class 1; the thick
    lines, difference 0, cross in the middle.""")

# %% [markdown]
# On a solid line $\ell_1 - \ell_3$ is fixed: the odds of class 1 against class 3 do not change, whatever class 2 does. From the definition of the softmax,
#
# $$\ell_i - \ell_j = \log \frac{p_i}{p_j}, \qquad\text{and}\qquad \ell_i = \log p_i + c \ \text{ with the same } c = \log\textstyle\sum_j e^{\ell_j} \text{ for all classes.}$$
#
# Logits are **log-probabilities up to one shared constant**; their differences are log-odds between two classes.
#
# ### Ten classes, on a real network
#
# Fashion-MNIST (Xiao et al. 2017) has small pictures of clothes. This network for them has three hidden layers, and no activation on its last layer. *Accuracy* is the share of pictures whose largest output is at the true class.

# %% nbgrader={"grade": false, "grade_id": "demo_data", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: some of the pictures
(train_images, train_kinds), (test_images, test_kinds) = data.fashion_mnist()
train_pixels, test_pixels = (tf.constant(images.reshape(-1, 784).astype("float32") / 255)
    for images in (train_images, test_images))
train_targets, test_targets = (np.eye(10, dtype="float32")[kinds]
    for kinds in (train_kinds, test_kinds))

figure, axes = plt.subplots(2, 10, figsize=(10, 2.5))
for kind, column in enumerate(axes.T):
    for axis, picture in zip(column, train_images[train_kinds == kind], strict=False):
        axis.imshow(255 - picture, cmap="gray", vmin=0, vmax=255)
        axis.axis("off")
    column[0].set_title(data.FASHION_CLASSES[kind], fontsize=8, loc="center")
figure.suptitle(f"{len(train_images):,} pictures to train on and {len(test_images):,} to test on, "
    f"ten classes of equal size", x=0.01, ha="left")
plots.show(figure, "Two pictures of each of the ten classes of Fashion-MNIST: "
    + ", ".join(data.FASHION_CLASSES) + ".")

# %% nbgrader={"grade": false, "grade_id": "demo_losses", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def fused(targets, outputs):
    """TensorFlow's stable cross-entropy from logits, one loss for each sample."""
    return tf.nn.softmax_cross_entropy_with_logits(targets, outputs)


def mean_fused(targets, outputs):
    """Its mean over the batch, which training makes small."""
    return tf.reduce_mean(fused(targets, outputs))


def right_answers(models):
    """100 where a network's largest output is at the true class, else 0: (networks, pictures)."""
    winners = np.stack([np.argmax(model(test_pixels), axis=1) for model in models])
    return 100.0 * (winners == test_kinds)

# %% nbgrader={"grade": false, "grade_id": "demo_network", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
hidden_layers = []
for _ in range(3):
    hidden_layers += [keras.layers.Dense(256, activation="relu"), keras.layers.Dropout(0.2)]
network = keras.Sequential([keras.Input((784,)), *hidden_layers, keras.layers.Dense(10)])

# %% nbgrader={"grade": false, "grade_id": "demo_network_fit", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
bar = training.Bar("Training the network", 12)
training.fit(
    network, train_pixels, train_targets, epochs=12, batch_size=128, learning_rate=1e-3,
    loss=mean_fused, after_epoch=bar.step,
)
bar.finish()

# %% nbgrader={"grade": false, "grade_id": "demo_network_logits", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Keep the network's logits for all pictures.
train_logits, test_logits = (network(pixels).numpy() for pixels in (train_pixels, test_pixels))

# %% nbgrader={"grade": false, "grade_id": "demo_network_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: how often the network is right
plots.table(
    ("", "accuracy"),
    [
        ("training pictures", f"{np.mean(train_logits.argmax(axis=1) == train_kinds):.3f}"),
        ("test pictures", f"{np.mean(test_logits.argmax(axis=1) == test_kinds):.3f}"),
    ],
)

# %% [markdown]
# Each line below is a claim about its logits, tried on all test pictures (in float64).

# %% nbgrader={"grade": false, "grade_id": "demo_meaning", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
last_hidden = keras.Sequential(network.layers[:-1])(test_pixels).numpy()
by_hand = last_hidden @ network.layers[-1].kernel.numpy() + network.layers[-1].bias.numpy()
linear_error = np.abs(by_hand - test_logits).max()

# %% nbgrader={"grade": false, "grade_id": "demo_meaning_constant", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Is the logit minus its log-probability the same for all classes of a picture?
exact_logits = test_logits.astype(float)
shares = np.asarray(softmax(exact_logits)).astype(float)
offsets = exact_logits - np.log(shares)
constant_spread = np.ptp(offsets, axis=1).max()  # 0 if a row has one shared constant

# %% nbgrader={"grade": false, "grade_id": "demo_meaning_rest", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# `others` is the logarithm of the other classes' summed exponentials; `moved` is what a constant
# added to all logits changes.
others = [np.logaddexp.reduce(np.delete(exact_logits, k, axis=1), axis=1) for k in range(10)]
one_against_rest = exact_logits - np.stack(others, axis=1)
rest_error = np.abs(np.asarray(sigmoid(one_against_rest)) - shares).max()
moved = np.abs(np.asarray(softmax(exact_logits + 100.0)) - shares).max()

# %% nbgrader={"grade": false, "grade_id": "demo_meaning_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: what the logits of the network are
plots.table(("Claim", "What the network says"), [
    ("the last layer's output is h·W + b, any real number",
     f"{test_logits.min():.1f} to {test_logits.max():.1f}; h·W + b by hand differs by at most "
     f"{linear_error:.1g}"),
    ("each logit is its log-probability plus one constant for the picture",
     f"that 'constant' varies within a picture by at most {constant_spread:.1g}, between pictures "
     f"from {offsets.min():.1f} to {offsets.max():.1f}"),
    ("a constant added to all logits changes nothing",
     f"+100 changes a probability by at most {moved:.1g}"),
    ("log-odds of a class against all others: its logit − logsumexp of the others",
     f"a sigmoid of that gives the softmax probability, to {rest_error:.1g}"),
])

# %% [markdown]
# With $K$ classes, then, a logit $\ell_i$ alone is not the log-odds of class $i$; $\ell_i - \log\sum_{j \ne i} e^{\ell_j}$ is.
#
# ### Does the winner stay the winner?
#
# The exponential grows, so softmax keeps the order of real numbers. A computer's *float32* has 24 binary digits, and rounds what is too small to 0. How often has the softmax the same winner, and the same order of all ten, for 20,000 rows of random logits?

# %% nbgrader={"grade": false, "grade_id": "demo_order", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
sizes = 10.0 ** np.arange(-9, 4.5, 0.5)
noise = np.random.default_rng(lessonkit.seed(5)).normal(size=(20_000, 10)).astype("float32")
same_winner, same_order, lost_gap = [], [], 0.0

# %% nbgrader={"grade": false, "grade_id": "demo_order_shares", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# For each size, compare winner and order. `lost_gap` is the largest gap between the best two
# logits that loses the winner.
for size in sizes:
    scaled = noise * np.float32(size)
    in_float32 = tf.nn.softmax(tf.constant(scaled)).numpy()
    kept, best_two = scaled.argmax(1) == in_float32.argmax(1), np.sort(scaled, axis=1)[:, -2:]
    lost_gap = max(lost_gap, np.diff(best_two)[~kept].max(initial=0.0))
    same_winner.append(kept.mean())
    ordered = np.take_along_axis(in_float32, scaled.argsort(axis=1), axis=1)
    same_order.append(np.mean(np.all(np.diff(ordered) > 0, axis=1)))
same_winner, same_order = np.array(same_winner), np.array(same_order)
network_agrees = np.mean(tf.nn.softmax(test_logits).numpy().argmax(1) == test_logits.argmax(1))

# %% nbgrader={"grade": false, "grade_id": "demo_order_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: whether the winner stays the same
safe = sizes[np.minimum.accumulate(same_winner[::-1])[::-1] == 1].min(initial=np.inf)
figure, axis = plt.subplots(figsize=(8, 3.2))
axis.semilogx(sizes, same_winner, "o-", color=plots.COLORS["blue"], label="same winner (argmax)")
axis.semilogx(
    sizes, same_order, "s--", color=plots.COLORS["red"], label="all ten in the same order"
)
axis.set(
    xlabel="size (standard deviation) of the logits", ylabel="share of rows", ylim=(-0.05, 1.1)
)
axis.set_title(f"In float32 the winner stays the same in all rows for sizes from {safe:.1g} up")
axis.legend(loc="lower center")
plots.show(
    figure,
    f"""Share of rows over the size of the logits, in float32. The same winner: rising to 1
    at size {safe:.1g} and staying there. The same order of all ten: highest at size
    {sizes[same_order.argmax()]:.1g} ({same_order.max():.3f} of the rows); it falls for tiny
    logits, where
    probabilities round to the same number, and for large ones, where they underflow to 0.""",
)

# %% [markdown]
# On the left, differences between probabilities fall below float32's last digit. On the right, small probabilities become exactly 0, all alike. So rank classes by their logits.
#
# ## 3. Losses: do not leave the logarithm
#
# A classifier is trained on the *cross-entropy*: minus the logarithm of the probability that it gave to the true class, in *nats* (the unit of natural logarithms). What if the softmax rounded that to 0?

# %% [markdown]
# ### Exercise: `log_softmax`
#
# | | |
# |---|---|
# | **Write** | the logarithm of the softmax, without going through the softmax |
# | **Why it matters** | a loss needs log-probabilities, and the logarithm of a probability that was rounded to 0 is −inf |
# | **Time, difficulty** | 5 minutes, ●●○ |
# | **Signature** | `log_softmax(logits, axis=-1)`: array of any shape with at least one axis, finite → array of the same shape |
# | **Example** | `log_softmax([0.0, -1000.0])` → `[0.0, -1000.0]`, although the second probability, $e^{-1000}$, is 0 on a computer |
#
# <details><summary>Hint 1: a logarithm of a quotient</summary>
#
# $\log\frac{e^{\ell_k}}{\sum_j e^{\ell_j}} = \ell_k - \log\sum_j e^{\ell_j}$. No exponential of $\ell_k$ is left.
# </details>
# <details><summary>Hint 2: and the sum?</summary>
#
# It overflows as in `softmax`, and the same subtraction repairs it: use `shifted`, the logits minus the largest one along the axis, in hint 1.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `return shifted - np.log(…)`, with the sum of `np.exp(shifted)` along `axis`, `keepdims=True`, inside the logarithm.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **−inf**: somewhere a probability was computed first and then rounded to 0. The softmax must not appear in this function.
# - **“operands could not be broadcast”**: `keepdims=True` is missing in the maximum or in the sum.
# </details>

# %% nbgrader={"grade": false, "grade_id": "log_softmax", "locked": false, "schema_version": 3, "solution": true, "task": false}
def log_softmax(logits, axis=-1):
    """Log-probabilities from logits: l_k - log sum_j exp(l_j), exact where a softmax is 0.

    Parameters
    ----------
    logits : array-like, at least one axis
        Unnormalised log-probabilities, finite.
    axis : int
        The axis of the classes.

    Returns
    -------
    array of the same shape
        Not positive; the exponentials sum to 1 along `axis`.

    References
    ----------
    Blanchard, Higham and Higham (2021), Accurately computing the log-sum-exp and softmax functions,
    IMA J. Numer. Anal. 41.
    """
    ### BEGIN SOLUTION
    logits = np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=axis, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_log_softmax_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_log_softmax_values(log_softmax):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    logits, right = np.log([1.0, 2.0, 5.0]), np.log([0.125, 0.25, 0.625])
    # By hand: the probabilities are 1/8, 2/8 and 5/8.
    slips = {"These are the probabilities; their logarithm is asked for.": [0.125, 0.25, 0.625],
        "The sign is wrong: logarithms of probabilities are negative.": -right,
        "This subtracts the largest logit only, not the log of the sum.": logits - np.log(5),
        "This subtracts the sum of the exponentials; subtract its logarithm.": logits - 8,
        "This is a logarithm to base 2; take the natural one (np.log).": right / np.log(2),
        "This is a logarithm to base 10; take the natural one (np.log).": right / np.log(10),
        "This subtracts the sum of the logits.": logits - np.sum(logits),
        "This is the logarithm of a sigmoid, class by class.": -np.log1p(np.exp(-logits)),
        "The largest logit was subtracted in the sum only.": logits - np.log(8 / 5),
        "This is the logarithm of the mean; take that of the sum.": right + np.log(3),
        "This is the logarithm of the sum alone; subtract it from the logits.": [np.log(8)] * 3,
        **{f"This is {k} times the log-softmax.": k * right for k in (0.5, 2)},
        "This takes the sum of logarithms, not the logarithm of the sum.": logits + np.log(2.5)}
    answer = checks.call(log_softmax, logits)
    checks.expect_close(answer, right, "The log-softmax of three logits", given=logits, slips=slips)
    ### BEGIN HIDDEN TESTS
    back = "[..., None] puts the axis back as the last one; keepdims=True leaves it where it was."
    error = str(checks.error_of(log_softmax, np.zeros((2, 3)), 0))
    misfit = "broadcast" in error or "ncompatible shapes" in error
    checks.expect(not misfit, "log_softmax raised an error along axis 0.", hint=back)
    rng = np.random.default_rng(206)
    counts = rng.integers(1, 100, size=(5, 4))
    right = np.log(counts / np.sum(counts, axis=1, keepdims=True))
    for constant in (0.0, 4.0, -3.5):
        logits = np.log(counts) + constant
        answer = checks.call(log_softmax, logits)
        what, shifted = "The log-softmax of rows of random logits", logits - logits.max(1)[:, None]
        down = logits - logits.max(axis=0)
        slips = {
            "The maximum of the batch (axis 0) is subtracted; each row has its own.": (
                down - np.log(np.exp(down).sum(axis=1, keepdims=True))
            ),
            "The sum runs over the whole array; each row has its own.": (
                np.log(counts / counts.sum())
            ),
            "The columns are normalised here; axis=−1 asks for the rows.": (
                np.log(counts / counts.sum(axis=0))
            ),
            "The sum of exponentials runs over the whole array; each row has its own.": (
                shifted - np.log(np.exp(shifted).sum())
            ),
            "The sum of exponentials runs over the batch (axis 0); each row has its own.": (
                shifted - np.log(np.exp(shifted).sum(axis=0))
            ),
        }
        checks.expect_close(answer, right, what, given=logits, atol=1e-5, slips=slips)
    ### END HIDDEN TESTS


test_log_softmax_values(log_softmax)

# %% nbgrader={"grade": true, "grade_id": "test_log_softmax_underflow", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_log_softmax_underflow(log_softmax):
    """Probabilities too small for the computer, and usual ones (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # The probabilities are 1 and 0 on any computer; their logarithms are not 0 and −inf.
    logits = np.array([0.0, -1000.0])
    answer, what = checks.call(log_softmax, logits), "The log-softmax of [0, −1000]"
    near = np.allclose(checks.call(log_softmax, logits / 200), [-0.0067, -5.0067], atol=1e-3)
    through = "exp(l) or a probability was rounded to 0 before its logarithm: do without either."
    small = "Clipping, or adding a small number, keeps log(p) from falling as far as it should."
    hints = {through: lambda got: near and got.tolist() == [0, -np.inf],
        "np.nan_to_num hides log(0): skip the softmax.": lambda g: near and -np.inf < g[1] < -1e9,
        "A probability of 0 became 1: skip the softmax.": lambda got: near and not got.any(),
        "The sum is 0: subtract the largest logit, not |logit|.": lambda g: all(g == np.inf),
        small: lambda got: -999 < got[1] < -5 and all(checks.call(log_softmax, 2 * logits) == got)}
    slips = {"log1p adds 1 to the sum; take np.log.": logits - np.log(2),
        "The softmax is applied twice.": np.array([0, -1]) - np.log1p(np.exp(-1)),
        "exp overflows: take it of logits minus the largest (not the smallest).": [-np.inf] * 2,
        "This is the log-softmax of −logits; the sign of the logits is wrong.": logits[::-1]}
    checks.expect_close(answer, logits, what, given=logits, slips=slips, hints=hints)
    checks.expect_close(checks.call(log_softmax, [0.0, -1e3]), [0, -1e3], "The example on the card")
    ### BEGIN HIDDEN TESTS
    for top in (0.0, 1.5):
        logits = np.array([0.0, -0.8, -2.7]) + top
        down = logits - top
        log_sum = np.log(np.sum(np.exp(down)))
        right = down - log_sum
        slips = {
            "The logarithm of the sum is one to base 2; take the natural one (np.log).": (
                down - log_sum / np.log(2)
            ),
            "The logarithm of the sum is one to base 10; take the natural one (np.log).": (
                down - log_sum / np.log(10)
            ),
            "The logarithm of the sum is halved, or is that of its root; subtract it as it is.": (
                down - log_sum / 2
            ),
            "The logarithm of the sum is subtracted twice; subtract it once.": down - 2 * log_sum,
            "The exponentials in the sum are squared; add them up as they are.": (
                down - np.log(np.sum(np.exp(2 * down)))
            ),
            "This is the logarithm of the root of the sum of squares; take that of the sum.": (
                down - np.log(np.sum(np.exp(2 * down))) / 2
            ),
            "This adds the logarithm of the sum; subtract it.": down + log_sum,
        }
        if top > 0:
            slips["The largest logit is subtracted twice."] = right - top
        for k in (1, 2, 3):
            slips[f"This is rounded to {k} decimals; do not round."] = right.round(k)
        answer = checks.call(log_softmax, logits)
        what = "The log-softmax of small numbers"
        checks.expect_close(answer, right, what, given=logits, slips=slips)
    # Two classes share the probability, so log 2 is taken from the third one's logit, too.
    logits, right = np.array([0.0, 0.0, -1000.0]), np.array([0.0, 0.0, -1000.0]) - np.log(2)
    patched = "Where the softmax is 0, the logarithm of the sum is missing: do not go through it."
    slips = {patched: [right[0], right[1], -1000.0]}
    answer, what = checks.call(log_softmax, logits), "The log-softmax of [0, 0, −1000]"
    checks.expect_close(answer, right, what, rtol=0, atol=2e-3, slips=slips)
    exponent = "An exponential is inf, or all are 0: subtract the largest logit, below 0 or not."
    # Near 10,000 the spacing of float32 numbers is 0.001: an honest float32 answer is off by that.
    for logits in (
        np.array([1e4, 0.0, -1e4]),
        np.array([-1e4, 0.0, 1e4]),
        np.array([-1e4, -9998.0, -1e4]),
        np.array([500.0, 0.0, 499.0]),
    ):
        spread = logits - np.max(logits)
        right = spread - np.log(np.sum(np.exp(spread)))
        answer = checks.call(log_softmax, logits)
        checks.expect(
            np.isfinite(answer).all(),
            "The log-softmax of large logits is not finite.",
            given=logits,
            got=answer,
            hint=exponent,
        )
        hints = {
            "Differences between logits are lost: clip nothing, subtract the largest instead.": (
                lambda got, logits=logits: np.any(np.abs(np.diff(got) - np.diff(logits)) > 1)
            )
        }
        what = "The log-softmax of large logits"
        checks.expect_close(answer, right, what, given=logits, atol=2e-3, hints=hints)
    rows = np.array([[1e4, 1e4 - 3], [-1e4, -1e4 + 2]])
    answer = checks.call(log_softmax, rows)
    right = -np.log1p(np.exp([[-3.0, 3.0], [2.0, -2.0]]))
    what = "The log-softmax of rows far apart"
    own = "The rows are far from each other: each row has a largest logit of its own."
    hints = {own: lambda got: np.allclose(got[0], right[0], atol=2e-3)}
    checks.expect_close(answer, right, what, given=rows, atol=2e-3, hints=hints)
    ### END HIDDEN TESTS


test_log_softmax_underflow(log_softmax)

# %% nbgrader={"grade": true, "grade_id": "test_log_softmax_axis", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_log_softmax_axis(log_softmax):
    """Along another axis (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # By hand: two equal classes in each row. Lists and whole numbers are array-likes, too.
    logits, what = [[0, 0]] * 4, "The log-softmax of each row of zeros"
    answer, right = checks.call(log_softmax, logits), np.full((4, 2), -np.log(2))
    slips = {"log1p adds 1 to the sum; take np.log.": np.full((4, 2), -np.log(3)),
        "This subtracts the sum of the exponentials; subtract its logarithm.": np.full((4, 2), -2),
        "The sum runs over the whole array; each row has its own.": np.full((4, 2), -np.log(8)),
        "This is log(1 + p); the logarithm of p is asked for.": np.full((4, 2), np.log(1.5))}
    checks.expect_close(answer, right, what, given=logits, slips=slips)
    logits = np.log([[1, 3], [4, 1], [2, 2], [1, 1]])  # the columns add up to 8 and 7
    slips = {"`axis` is ignored; axis=0 asks for columns.": logits - np.log([[4], [5], [4], [2]])}
    for name, down, across in (("sum", 0, 1), ("maximum", 1, 0)):
        shifted = logits - logits.max(axis=down, keepdims=True)
        log_sum = np.log(np.exp(shifted).sum(axis=across, keepdims=True))
        slips[f"The {name} runs along another axis than 0; it needs axis=axis."] = shifted - log_sum
    slips["The axes were turned (.T, np.moveaxis), not turned back."] = (logits - np.log([8, 7])).T
    answer, what = checks.call(log_softmax, logits, axis=0), "The log-softmax along axis 0"
    checks.expect_close(answer, logits - np.log([8, 7]), what, given=logits, slips=slips)
    ### BEGIN HIDDEN TESTS
    answer = checks.call(log_softmax, [[0, 0]] * 4, axis=0)
    checks.expect_close(answer, np.full((4, 2), -np.log(4)), "The log-softmax of columns of zeros")
    right = np.log([[1 / 8, 2 / 8, 5 / 8]])
    slips = {"An axis of length 1 is gone (np.squeeze?); logits keep their shape.": right[0]}
    answer = checks.call(log_softmax, np.log([[1, 2, 5]]))
    checks.expect_close(answer, right, "The log-softmax of a batch of one", slips=slips)
    logits, what = np.array([[0.0], [2.0]]), "The log-softmax of two samples and a single class"
    slips = {
        "One class has all the probability, 1; this is the logarithm of a sigmoid.": (
            -np.log1p(np.exp(-logits))
        ),
        "An axis of length 1 is gone (np.squeeze?); logits keep their shape.": np.zeros(2),
        "The probability is shared by the batch; each row has a softmax of its own.": (
            logits - np.log(np.exp(logits).sum())
        ),
    }
    answer = checks.call(log_softmax, logits)
    checks.expect_close(answer, np.zeros((2, 1)), what, given=logits, slips=slips)
    rng = np.random.default_rng(207)
    counts = rng.integers(1, 50, size=(3, 3, 3))
    for along in (0, 1, 2, -2):
        right = np.log(counts / np.sum(counts, axis=along, keepdims=True))
        answer = checks.call(log_softmax, np.log(counts), axis=along)
        checks.expect_close(
            answer, right, f"The log-softmax of a 3-D array along axis {along}", atol=1e-5
        )
    for dtype in (np.int64, np.float32):
        logits = np.array([[0, 1, 2], [3, -1, 0]], dtype)
        right = logits - np.log(np.sum(np.exp(logits), axis=1, keepdims=True, dtype=float))
        answer, what = checks.call(log_softmax, logits), f"The log-softmax of {np.dtype(dtype)}"
        checks.expect_close(answer, right, what, given=logits, atol=1e-5)
    ### END HIDDEN TESTS


test_log_softmax_axis(log_softmax)

# %% nbgrader={"grade": false, "grade_id": "demo_ways", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def loss_three_ways(gap, dtype):
    """Loss −log p of the second class at the logits (gap, 0), by TensorFlow."""
    pair_of_logits = tf.constant(np.stack([gap, np.zeros_like(gap)], axis=1), dtype)
    powers = tf.exp(pair_of_logits)
    log_shares = {
        "log of the softmax as written": tf.math.log(
            powers / tf.reduce_sum(powers, axis=1, keepdims=True)),
        "log of a stable softmax": tf.math.log(tf.nn.softmax(pair_of_logits)),
        "fused: log-softmax": tf.nn.log_softmax(pair_of_logits)}
    return {way: -values.numpy()[:, 1] for way, values in log_shares.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_ways_losses", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
gaps = {"float32": np.arange(0, 150, 0.5), "float16": np.arange(0, 30, 0.125)}
losses_by_way = {dtype: loss_three_ways(gap, dtype) for dtype, gap in gaps.items()}
breaks = {
    dtype: {
        way: gaps[dtype][~np.isfinite(values)].min(initial=np.inf) for way, values in ways.items()
    }
    for dtype, ways in losses_by_way.items()
}
at_1000 = loss_three_ways(np.array([1000.0]), "float32")
at_1000["your log_softmax"] = -np.asarray(log_softmax([[1000.0, 0.0]]))[:, 1]

# %% nbgrader={"grade": false, "grade_id": "demo_ways_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: the loss at logits that are 1000 apart
plots.table(
    ("loss of the second class at the logits 1000 and 0, whose exact value is 1000", "computed"),
    [(way, f"{float(value[0]):g}") for way, value in at_1000.items()],
)

# %% nbgrader={"grade": false, "grade_id": "demo_breaks", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: where a softmax breaks
figure, axes = plt.subplots(1, 2, figsize=(10.5, 3.6), sharey=True)
for axis, dtype in zip(axes, gaps, strict=True):
    truth = np.logaddexp(gaps[dtype], 0)  # in float64
    looks = (("red", "-"), ("orange", "--"), ("blue", "-"))
    for (way, values), (color, dash) in zip(losses_by_way[dtype].items(), looks, strict=True):
        error = np.abs(values.astype(float) - truth) / truth
        error = np.where(np.isfinite(error), np.clip(error, 1e-9, 1), 10)
        axis.semilogy(gaps[dtype], error, dash, color=plots.COLORS[color], label=way, linewidth=1.2)
    first, later = (breaks[dtype][way] for way in list(breaks[dtype])[:2])
    axis.set_title(f"{dtype}: the softmax breaks from {first:.1f},\na stable one from {later:.1f}")
    axis.set_xlabel("gap between the two logits")
axes[0].set(ylabel="relative error of the loss", ylim=(1e-9, 60))
ticks = ["1e-8", "1e-6", "1e-4", "0.01", "1", "inf, nan"]
axes[0].set_yticks([1e-8, 1e-6, 1e-4, 1e-2, 1, 10], ticks)
axes[0].legend(loc="center left", fontsize=8.5)
text = "Relative error of the loss over the gap between two logits."
for dtype in gaps:
    first = ", ".join(f"{gap:.1f} ({way})" for way, gap in breaks[dtype].items())
    text += f" In {dtype}, the first gap with inf or nan (inf: never) is {first}."
plots.show(figure, text)

# %% [markdown]
# A stable softmax is still useless for a loss: the logarithm of its 0 is −∞. In float16, common on graphics cards, a much smaller gap is enough. The repair is not a small
# number in place of 0 but *never to leave the logarithm*.
#
# Where the 0 begins depends on the library. Below about $10^{-38}$ float32 has only *subnormal* numbers, with fewer digits, down to $10^{-45}$. A library keeps them (NumPy does), or rounds them to 0 to be faster:

# %% nbgrader={"grade": false, "grade_id": "demo_subnormal", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
narrow = gaps["float32"].astype("float32")
zero_from = {
    "TensorFlow": narrow[
        tf.nn.softmax(np.stack([narrow, 0 * narrow], axis=1)).numpy()[:, 1] == 0
    ].min(),
    "NumPy": narrow[np.exp(-narrow) / (1 + np.exp(-narrow)) == 0].min(),
}

# %% nbgrader={"grade": false, "grade_id": "demo_subnormal_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: from where on a probability is 0
plots.table(
    ("stable softmax of (gap, 0) in float32", "second probability is 0 from a gap of"),
    [(library, f"{gap:.1f}") for library, gap in zero_from.items()],
)

# %% [markdown]
# ### Exercise: `cross_entropy_from_logits`
#
# | | |
# |---|---|
# | **Write** | the loss of each sample of a batch, from its labels and its logits |
# | **Why it matters** | this is the loss of nearly every classifier, and the reason why networks hand out logits and not probabilities |
# | **Time, difficulty** | 8 minutes, ●●○ |
# | **Signature** | `cross_entropy_from_logits(labels, logits)`: both (batch, classes) → (batch,) |
# | **Example** | `cross_entropy_from_logits([[0, 1]], [[0.0, 1.0986]])` → `[0.2877]`, which is $-\log 0.75$ |
#
# $$\text{loss} = -\sum_k y_k \log p_k, \qquad p = \mathrm{softmax}(\ell)$$
#
# A row of labels $y$ is *one-hot* (0 everywhere but at the true class) or *soft*: a probability for each class, sum 1. Logits are finite, and may be as large
# as ±10,000.
#
# <details><summary>Hint 1: what you already have</summary>
#
# $\log p$ is what `log_softmax` gives. You may call yours; this exercise is then only as good as that function.
# </details>
# <details><summary>Hint 2: almost the solution</summary>
#
# `shifted = logits - logits.max(axis=-1, keepdims=True)`, then `log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))`,
# then minus the sum of `labels * log_p` over the last axis.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“has another shape … your answer: ()”**: the sum or the mean went over the batch, too. Add up over `axis=-1` only.
# - **nan with large logits**: $0 \cdot \log 0$ is 0 · (−inf). Log-probabilities that never pass through the probabilities are finite.
# - **right for one-hot labels, wrong for soft ones**: `argmax` picks one class; soft labels weigh all of them.
# </details>

# %% nbgrader={"grade": false, "grade_id": "cross_entropy_from_logits", "locked": false, "schema_version": 3, "solution": true, "task": false}
def cross_entropy_from_logits(labels, logits):
    """Cross-entropy of each sample, -sum_k y_k log softmax(l)_k, stable for logits of any size.

    Parameters
    ----------
    labels : array-like, shape (batch, classes)
        One-hot or soft: each row is a distribution over the classes.
    logits : array-like, shape (batch, classes)
        Finite.

    Returns
    -------
    array, shape (batch,)
        In nats; never negative.

    References
    ----------
    Goodfellow, Bengio and Courville (2016), Deep Learning, section 6.2.2.3.
    """
    ### BEGIN SOLUTION
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=-1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return -(labels * log_p).sum(axis=-1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_cross_entropy_from_logits_one_hot", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_cross_entropy_from_logits_one_hot(cross_entropy_from_logits):
    """One-hot labels (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    p = np.array([[1, 2, 5], [9, 0.5, 0.5]]) / [[8], [10]]
    labels, logits = np.eye(3)[[1, 0]], np.log(p) + [[np.log(8.0)], [1.0]]
    right, given = -np.log([2 / 8, 9 / 10]), (labels, logits)  # by hand, of the true classes
    bits, again = np.logaddexp(0, logits) - labels * logits, p - np.log(np.exp(p).sum(1))[:, None]
    slips = {"The minus sign is missing: the loss is not negative.": -right,
        "This is the mean over the classes; add up over the classes.": right / 3,
        "This is the probability of the true class; take −log of it.": [2 / 8, 9 / 10],
        "The softmax is missing: these are minus logits.": -(labels * logits).sum(axis=1),
        "The softmax is applied twice.": -(labels * again).sum(axis=1),
        "This is a sigmoid cross-entropy; softmax takes the classes together.": bits.sum(axis=1),
        "This looks like the squared error.": ((labels - p) ** 2).sum(axis=1),
        "This is the loss of the likeliest class; the labels say which.": -np.log([5 / 8, 9 / 10]),
        "(1 − y) log(1 − p) is one term too many.": -np.log(np.where(labels, p, 1 - p)).sum(axis=1),
        "The largest logit is subtracted in the sum only.": right - logits.max(axis=1),
        "Labels and logits are swapped.": 1.5514447 * logits.sum(1) - (labels * logits).sum(1)}
    answer = checks.call(cross_entropy_from_logits, labels, logits)
    checks.expect_close(answer, right, "The cross-entropy of two samples", given=given, slips=slips)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(208)
    counts = rng.integers(1, 100, size=(20, 5))
    classes = rng.integers(0, 5, size=20)
    labels, logits = np.eye(5)[classes], np.log(counts) + rng.normal(size=(20, 1))
    right = np.log(np.sum(counts, axis=1)) - np.log(counts[np.arange(20), classes])
    answer = checks.call(cross_entropy_from_logits, labels, logits)
    checks.expect_close(
        answer, right, "The cross-entropy of random samples", given=(labels, logits), atol=1e-5
    )
    # A class with a high probability that is not the true one, and a batch of one.
    answer = checks.call(cross_entropy_from_logits, labels[:1], logits[:1])
    slips = {"A batch of one became a single number (np.squeeze?); keep the axis.": right[0]}
    what = "The cross-entropy of a batch of one"
    checks.expect_close(answer, right[:1], what, atol=1e-5, slips=slips)
    y, z = np.array([[1.0], [1.0], [1.0]]), np.array([[0.0], [2.0], [-3.0]])
    slips = {
        "One class has all the probability, 1; this is a sigmoid cross-entropy.": (
            np.log1p(np.exp(-z[:, 0]))
        )
    }
    answer, what = checks.call(cross_entropy_from_logits, y, z), "The loss for a single class"
    checks.expect_close(answer, np.zeros(3), what, given=(y, z), slips=slips)
    ### END HIDDEN TESTS


test_cross_entropy_from_logits_one_hot(cross_entropy_from_logits)

# %% nbgrader={"grade": true, "grade_id": "test_cross_entropy_from_logits_soft", "locked": true, "points": 0.75, "schema_version": 3, "solution": false, "task": false}
def test_cross_entropy_from_logits_soft(cross_entropy_from_logits):
    """Soft labels (0.75 points)."""
    import numpy as np

    from lessonkit import checks
    # By hand: the probabilities are 5/8, 2/8 and 1/8, whatever is added to all logits.
    y, p = np.array([[0.2, 0.7, 0.1]]), np.array([5, 2, 1]) / 8
    right, entropy, given = -(y @ np.log(p)), -np.sum(y * np.log(y)), (y, np.log([[5, 2, 1]]) + 1)
    slips = {"Only the most probable label counts here (argmax); all of them do.": [np.log(4)],
        "Only the first or the likeliest class counts; soft labels weigh all.": [np.log(8 / 5)],
        "Only the last or the least likely class counts; soft labels weigh all.": [np.log(8)],
        "This is the KL divergence; keep the labels' own entropy.": right - entropy,
        "This is the binary cross-entropy, averaged over the classes.": (
            -(y @ np.log(p) + (1 - y) @ np.log(1 - p)) / 3),
        "This is the logarithm of a mean probability; take a mean of logarithms.": -np.log(y @ p),
        **{f"This is a logarithm to base {k}; take np.log.": right / np.log(k) for k in (2, 10)},
        **{f"This is {k} times the loss; take the loss as it is.": k * right for k in (0.5, 2)},
        "The labels are smoothed by 0.1; do not.": 0.9 * right - 0.1 * np.log(p).mean()}
    answer = checks.call(cross_entropy_from_logits, *given)
    checks.expect_close(answer, right, "The loss of soft labels", given=given, slips=slips)
    answer = checks.call(cross_entropy_from_logits, [[0, 1]], [[0.0, 1.0986]])
    checks.expect_close(answer, [0.2877], "The example on the card", atol=1e-4)
    ### BEGIN HIDDEN TESTS
    import math

    rng = np.random.default_rng(209)
    weights, counts = rng.integers(1, 20, size=(2, 8, 4))
    labels, logits = weights / np.sum(weights, axis=1, keepdims=True), np.log(counts)
    right = [
        math.fsum(y * math.log(math.fsum(c) / n) for y, n in zip(row, c, strict=True))
        for row, c in zip(labels.tolist(), counts.tolist(), strict=True)
    ]
    inverse = -np.sum(counts / np.sum(counts, axis=1, keepdims=True) * np.log(labels), axis=1)
    argmax = np.log(np.sum(counts, axis=1)) - np.log(
        counts[np.arange(8), np.argmax(labels, axis=1)]
    )
    p = counts / counts.sum(axis=1, keepdims=True)
    shifted = logits - logits.max(axis=1, keepdims=True)
    slips = {
        "This is divided by the batch size; each sample has its own loss.": np.divide(right, 8),
        "The softmax runs over the whole array; each row is a sample of its own.": (
            -(labels * np.log(counts / counts.sum())).sum(axis=1)
        ),
        "The sum of exponentials runs over the whole array; each row has its own.": (
            -(labels * (shifted - np.log(np.exp(shifted).sum()))).sum(axis=1)
        ),
        "Each sample's labels meet all samples' logits; only its own count.": (
            -(labels @ np.log(p).T).sum(axis=1)
        ),
        "This is the binary cross-entropy, averaged over the classes.": (
            -(labels * np.log(p) + (1 - labels) * np.log(1 - p)).mean(axis=1)
        ),
        "Labels and predictions are the wrong way round.": inverse,
        "Only the most probable label counts here (argmax); all of them do.": argmax,
    }
    answer = checks.call(cross_entropy_from_logits, labels, logits)
    checks.expect_close(
        answer,
        right,
        "The cross-entropy with random soft labels",
        given=(labels, logits),
        slips=slips,
        atol=1e-5,
    )
    # The cross-entropy with itself is the entropy.
    answer = checks.call(cross_entropy_from_logits, labels, np.log(labels) + 2.0)
    right = -np.sum(labels * np.log(labels), axis=1)
    checks.expect_close(
        answer,
        right,
        "The cross-entropy of predictions that equal the labels",
        given=labels,
        atol=1e-5,
    )
    # A constant added to all logits of a sample changes nothing, nor does the classes' order.
    labels, logits = rng.dirichlet(np.ones(6), size=10), rng.normal(0.0, 3.0, size=(10, 6))
    before = checks.call(cross_entropy_from_logits, labels, logits)
    more = logits + rng.normal(0.0, 20.0, size=(10, 1))
    answer = checks.call(cross_entropy_from_logits, labels, more)
    what = "The cross-entropy after adding a constant to a sample's logits, compared with before,"
    checks.expect_close(answer, before, what, atol=1e-4)
    order = rng.permutation(6)
    answer = checks.call(cross_entropy_from_logits, labels[:, order], logits[:, order])
    what = "The cross-entropy after the classes changed places"
    checks.expect_close(answer, before, what, atol=1e-5)
    least = -np.sum(labels * np.log(labels), axis=1)
    what = "A cross-entropy is smaller than the entropy of its labels, which cannot be."
    given = (labels, logits)
    checks.expect(np.all(before > least - 1e-5), what, given=given, expected=least, got=before)
    ### END HIDDEN TESTS


test_cross_entropy_from_logits_soft(cross_entropy_from_logits)

# %% nbgrader={"grade": true, "grade_id": "test_cross_entropy_from_logits_large_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_cross_entropy_from_logits_large_values(cross_entropy_from_logits):
    """Very large numbers (surely right, surely wrong), and usual ones (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    y, z = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[1000.0, 0.0], [1000.0, 0.0]])
    answer, again, near = (checks.call(cross_entropy_from_logits, y, k * z) for k in (1, 2, 0.001))
    right, what, given = [0.0, 1000.0], "The cross-entropy of large logits", (y, z)
    checks.expect_shape(answer, (2,), what)
    infinite = "A probability was rounded to 0 before its logarithm, or an exponential overflowed."
    finite, sure = np.isfinite(answer).all(), "p is 0 here, and log(0) is patched: do without p."
    checks.expect(finite, f"{what} is not finite.", given=given, got=answer, hint=infinite)
    clipped = "Clipping p, or adding a small number, keeps the loss of a sure mistake from growing."
    slips = {"p is clipped at 1e-7, as in Keras without from_logits; clip none.": [0, 16.118096],
        "This is 1 − p or a squared error; take −log(p).": [0, 1],
        "This is −p of the true class; take −log(p).": [-1, 0],
        "This is a mean of sigmoid losses; take one softmax of all.": np.log(2) / 2 + [0, 500],
        "The labels do not count; subtract the true class's logit from log-sum-exp.": [1000, 1000]}
    hints = {"np.nan_to_num hides log(0): use log-softmax.": lambda got: got[1] > 1e30,
        sure: lambda got: not got.any() and np.allclose(near, [0.3132617, 1.3132617], 1e-3),
        clipped: lambda got: all(got == again) and abs(got[0]) < 0.01 and got[1] > 5}
    checks.expect_close(answer, right, what, given=given, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    # Soft labels and logits of usual size, for answers that are right for one-hot labels.
    y = np.array([[0.6, 0.3, 0.1], [1.0, 0.0, 0.0], [0.3, 0.3, 0.4]])
    log_p = np.log([[1, 2, 5], [9, 0.5, 0.5], [1, 3, 4]]) - np.log([[8], [10], [8]])
    slips = {
        "A label that is not 0 counts in full; soft labels are weights.": (
            -((y > 0) * log_p).sum(axis=1)
        ),
        "The labels' entropy is added; leave it out.": (
            -(y * log_p + y * np.log(np.where(y > 0, y, 1))).sum(axis=1)
        ),
        "A factor (1 − p)² is one too many (focal loss).": (
            -(y * (1 - np.exp(log_p)) ** 2 * log_p).sum(axis=1)
        ),
        "Labels below 1 count for nothing; soft labels are weights.": -log_p[:, 0] * [0, 1, 0],
        "Labels above 0.5 count in full, others not; soft labels are weights.": (
            -log_p[:, 0] * [1, 1, 0]
        ),
        "The labels are squared; they are the weights as they are.": -(y**2 * log_p).sum(axis=1),
        "The weights are the labels' square roots; take the labels.": (
            -(np.sqrt(y) * log_p).sum(axis=1)
        ),
    }
    for k in (1, 2, 3):
        slips[f"This is rounded to {k} decimals; do not round."] = (
            -(y * log_p).sum(axis=1).round(k)
        )
    answer = checks.call(cross_entropy_from_logits, y, log_p)
    what = "The cross-entropy with soft labels"
    checks.expect_close(answer, -(y * log_p).sum(axis=1), what, given=(y, log_p), slips=slips)
    labels = np.array([[0.0, 1.0, 0.0], [0.25, 0.25, 0.5], [1.0, 0.0, 0.0]])
    logits = np.array([[1e4, -1e4, 0.0], [-1e4, -1e4, 1e4], [1e4, -1e4, -1e4]])
    right = [2e4, 1e4, 0.0]
    answer = checks.call(cross_entropy_from_logits, labels, logits)
    finite = np.isfinite(answer).all()
    what = "The cross-entropy of large logits is not finite."
    checks.expect(finite, what, given=(labels, logits), got=answer, hint=infinite)
    checks.expect_close(answer, right, "The cross-entropy of large logits", given=(labels, logits))
    answer = checks.call(cross_entropy_from_logits, [[0.0, 1.0]], [[0.0, -90.0]])
    checks.expect_close(
        answer, [90.0], "The cross-entropy of a probability that float64 holds and float32 does not"
    )
    # Two classes share the probability, so the third one's loss is log 2 more than 1,000.
    answer = checks.call(cross_entropy_from_logits, [[0, 0, 1]], [[0.0, 0.0, -1000.0]])
    patched = "Where the softmax is 0, the logarithm of the sum is missing: do not go through it."
    what, right = "The loss of a class far below two others", [1000 + np.log(2)]
    checks.expect_close(answer, right, what, rtol=0, atol=2e-3, slips={patched: [1000.0]})
    # Each row has a largest logit of its own.
    rows = np.array([[1e4, 1e4 - 3], [-1e4, -1e4 + 2]])
    answer, what = (
        checks.call(cross_entropy_from_logits, [[0, 1], [1, 0]], rows),
        "The loss of rows far apart",
    )
    own = "The rows are far from each other: each row has a largest logit of its own."
    hints = {own: lambda got: np.isclose(got[0], right[0], atol=2e-3)}
    right = np.log1p(np.exp([3.0, 2.0]))
    checks.expect_close(answer, right, what, given=rows, atol=2e-3, hints=hints)
    ### END HIDDEN TESTS


test_cross_entropy_from_logits_large_values(cross_entropy_from_logits)

# %% nbgrader={"grade": true, "grade_id": "test_cross_entropy_from_logits_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_cross_entropy_from_logits_lists(cross_entropy_from_logits):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # Lists and whole numbers are array-likes, too. By hand: probabilities 1/2, and e² of e² + 1.
    right, down = np.log([2, 1 + np.exp(-2)]), np.log([1 + np.exp(-3), 1 + np.exp(1)])
    y, z = np.array([[0, 1], [1, 0]]), np.array([[3, 3], [2, 0]])
    log_p, plus = np.array([[0, 0], [0, -2]]) - right[:, None], np.log1p(np.exp(z))
    slips = {"This is the mean over the batch; a loss for each sample is asked for.": right.mean(),
        "This is the sum over the batch; a loss for each sample is asked for.": right.sum(),
        "The softmax runs over the batch (axis 0); each row is a sample of its own.": down,
        "This adds up over the batch (axis 0); add up over the classes.": right[::-1],
        "Keras takes the logits for probabilities here: set from_logits=True.": [right[0], 1e-7],
        "The labels go through a softmax; leave them.": -(log_p * np.exp(y)).sum(1) / (1 + np.e),
        "This is a sigmoid of the true class alone; softmax needs all.": ((plus - z) * y).sum(1),
        "The classes are not added up yet.": -log_p * np.array([[0, 1], [1, 0]]),
        "The sum over the classes keeps its axis; leave keepdims out.": right[:, None],
        "Each sample's labels meet all samples' logits; only its own count.": -log_p.T[::-1]}
    answer = checks.call(cross_entropy_from_logits, [[0, 1], [1, 0]], [[3, 3], [2, 0]])
    given, what = "[[0, 1], [1, 0]] and [[3, 3], [2, 0]]", "The cross-entropy for lists"
    checks.expect_close(answer, right, what, given=given, slips=slips, atol=1e-9)
    ### BEGIN HIDDEN TESTS
    pair = (np.array([[0, 0, 1], [0, 1, 0]]), np.array([[0, 1, 2], [-1, 0, 1]]))
    right = np.log(1 + np.e + np.e**2) - np.array([2.0, 1.0])
    answer = checks.call(cross_entropy_from_logits, *pair)
    down = pair[1] - pair[1].max(axis=0)
    slips = {
        "The maximum of the batch (axis 0) is subtracted; each row has its own.": (
            -(pair[0] * (down - np.log(np.exp(down).sum(axis=1, keepdims=True)))).sum(axis=1)
        )
    }
    what = "The cross-entropy for arrays of whole numbers"
    checks.expect_close(answer, right, what, given=pair, slips=slips)
    answer = checks.call(cross_entropy_from_logits, [[0, 1, 0]], [[0.5, 0.5, 0.5]])
    checks.expect_close(
        answer, [np.log(3)], "The cross-entropy for whole-number labels and decimal logits"
    )
    pair = tuple(array.astype(np.float32) for array in pair)
    answer = checks.call(cross_entropy_from_logits, *pair)
    checks.expect_close(answer, right, "The cross-entropy for float32 arrays", given=pair)
    ### END HIDDEN TESTS


test_cross_entropy_from_logits_lists(cross_entropy_from_logits)

# %% [markdown]
# Your function on the real network:

# %% nbgrader={"grade": false, "grade_id": "demo_loss", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
test_losses = np.asarray(cross_entropy_from_logits(test_targets, test_logits))
train_losses = np.asarray(cross_entropy_from_logits(train_targets, train_logits))
blank = np.asarray(cross_entropy_from_logits(test_targets, np.zeros_like(test_logits)))
worst = int(test_losses.argmax())

# %% nbgrader={"grade": false, "grade_id": "demo_loss_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: mean losses of the network
plots.table(
    ("", "mean loss (nats)"),
    [
        (
            "all logits 0: ten equal probabilities",
            f"{blank.mean():.3f} (log 10 = {np.log(10):.3f})",
        ),
        ("the network, training pictures", f"{train_losses.mean():.3f}"),
        ("the network, test pictures", f"{test_losses.mean():.3f}"),
        (
            f"its worst test picture: says {data.FASHION_CLASSES[test_logits[worst].argmax()]}, is "
            f"{data.FASHION_CLASSES[test_kinds[worst]]}",
            f"{test_losses[worst]:.3f}",
        ),
    ],
)

# %% [markdown]
# ### The gradient

# %% [markdown]
# ### Exercise: `cross_entropy_gradient`
#
# | | |
# |---|---|
# | **Write** | the derivative of each sample's cross-entropy to its own logits |
# | **Why it matters** | it is the signal that trains the last layer, and in the usual case it is as simple as *prediction minus label* |
# | **Time, difficulty** | 8 minutes, ●●● |
# | **Signature** | `cross_entropy_gradient(labels, logits)`: both (batch, classes) → (batch, classes) |
# | **Example** | `cross_entropy_gradient([[0, 1]], [[0.0, 1.0986]])` → `[[0.25, -0.25]]` |
#
# The loss of one sample is $L = -\sum_k y_k \log p_k$ with $\log p_k = \ell_k - \log\sum_j e^{\ell_j}$. The labels $y$ may add up to *any* number, not only to 1.
#
# <details><summary>Hint 1: the derivative of the log-probabilities</summary>
#
# $\partial \log p_k / \partial \ell_i$ is $1 - p_i$ for $i = k$ and $-p_i$ otherwise: a 1 where the two meet, minus $p_i$ everywhere.
# </details>
# <details><summary>Hint 2: weigh by the labels and add up</summary>
#
# $\partial L / \partial \ell_i = -\sum_k y_k (1_{i=k} - p_i) = -y_i + p_i \sum_k y_k$. When is that $p - y$?
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# Compute `p` (stable, each row on its own) and return `p * labels.sum(axis=-1, keepdims=True) - …`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“This looks like p − y”**: right as long as each row of labels adds up to 1; hint 2 says what replaces p in general.
# - **“divided by the batch size”**: each sample's loss has a derivative of its own; the mean over the batch comes later.
# </details>

# %% nbgrader={"grade": false, "grade_id": "cross_entropy_gradient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def cross_entropy_gradient(labels, logits):
    """Derivative of each sample's cross-entropy -sum_k y_k log softmax(l)_k to its logits.

    Parameters
    ----------
    labels : array-like, shape (batch, classes)
        Any numbers; a row need not add up to 1.
    logits : array-like, shape (batch, classes)
        Finite.

    Returns
    -------
    array, shape (batch, classes)
        Each row sums to 0.

    References
    ----------
    Bishop (2006), Pattern Recognition and Machine Learning, section 4.3.4 (labels that sum to 1).
    """
    ### BEGIN SOLUTION
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    return p * labels.sum(axis=-1, keepdims=True) - labels
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_cross_entropy_gradient_one_hot", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_cross_entropy_gradient_one_hot(cross_entropy_gradient):
    """One-hot labels (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    y = np.array([[0, 1, 0], [0.5, 0, 0.5], [1, 0, 0], [0, 0, 1]])
    p = np.array([[1, 2, 5], [2, 2, 4], [6, 1, 1], [1, 4, 3]]) / 8
    z, right, parts = np.log(p * [[8], [4], [8], [2]]), p - y, {"2": 2, "the number of classes": 3}
    jacobian = p * right - p * np.sum(p * right, axis=1, keepdims=True)
    parts |= {"the batch size": 4, "the number of entries": 12}
    slips = {"The sign is wrong: the gradient is positive for wrong classes.": -right,
        **{f"This is divided by {k}; leave it as it is.": right / n for k, n in parts.items()},
        "These are the probabilities; labels are missing.": p, "This is log p − y.": np.log(p) - y,
        "This is logits minus labels; the softmax of the logits is meant.": z - y,
        "This is the derivative to the probabilities, −y / p, not to the logits.": -y / p,
        "The softmax is differentiated twice, or this is of a squared error.": jacobian,
        "This is twice the derivative of a squared error.": 2 * jacobian,
        "This is a sigmoid minus the labels.": 1 / (1 + np.exp(-z)) - y,
        "Each p is multiplied by its own label; multiply it by the row's label sum.": y * (p - 1),
        "The exponentials are not divided by their sum.": np.exp(z) - y}
    answer, given = checks.call(cross_entropy_gradient, y, z), (y, z)
    checks.expect_close(answer, right, "The gradient of four samples", given=given, slips=slips)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(211)
    counts, classes = rng.integers(1, 60, size=(7, 4)), rng.integers(0, 4, size=7)
    labels, logits = np.eye(4)[classes], np.log(counts) + rng.normal(0.0, 3.0, size=(7, 1))
    right = counts / np.sum(counts, axis=1, keepdims=True)
    right[np.arange(7), classes] -= 1
    answer = checks.call(cross_entropy_gradient, labels, logits)
    checks.expect_close(
        answer, right, "The gradient of random samples", given=(labels, logits), atol=1e-5
    )
    # Rows of different label sums: 2, 1 and 0.5.
    y = np.array([[2.0, 0.0, 0.0], [0.0, 0.25, 0.75], [0.0, 0.0, 0.5]])
    p, sums = np.array([[1, 2, 5], [2, 2, 4], [6, 1, 1]]) / 8, y.sum(axis=1, keepdims=True)
    centred = (p - y) - (p - y).mean(axis=1, keepdims=True)
    slips = {
        "p is multiplied by the mean of the rows' label sums; each row has its own.": (
            p * sums.mean() - y
        ),
        "p is multiplied by the label sum of the whole batch; each row has its own.": (
            p * sums.sum() - y
        ),
        "p is multiplied by the first row's label sum; each row has its own.": p * sums[0] - y,
        "This is p − y less its mean in each row; multiply p by the row's label sum.": centred,
    }
    answer, what = checks.call(cross_entropy_gradient, y, np.log(p)), "The gradient of three rows"
    checks.expect_close(answer, p * sums - y, what, slips=slips)
    y, z = np.array([[1.0], [0.5]]), np.array([[0.0], [2.0]])
    slips = {
        "One class has all the probability, 1, whatever its logit; this is a sigmoid.": (
            1 / (1 + np.exp(-z)) - y
        ),
        "p is 1 here, but the labels need not be: multiply it by the row's label sum.": 1 - y,
        "An axis of length 1 is gone (np.squeeze?); the answer has the shape of the logits.": (
            np.zeros(2)
        ),
    }
    answer, what = checks.call(cross_entropy_gradient, y, z), "The gradient for a single class"
    checks.expect_close(answer, np.zeros((2, 1)), what, given=(y, z), slips=slips)
    ### END HIDDEN TESTS


test_cross_entropy_gradient_one_hot(cross_entropy_gradient)

# %% nbgrader={"grade": true, "grade_id": "test_cross_entropy_gradient_any_labels", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_cross_entropy_gradient_any_labels(cross_entropy_gradient):
    """Labels that do not sum to 1 (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    y, logits, p = np.array([[2.0, 0, 0], [0, 2, 1]]), np.array([[0.0] * 3, [1.0] * 3]), 1 / 3
    total, right = np.array([[2], [3]]), np.array([[-4, 2, 2], [3, -3, 0]]) / 3  # by hand: p = 1/3
    short = "This looks like p − y, which is right only where each row of labels adds up to 1."
    slips = {short: p - y, "This is a sigmoid minus the labels.": 1 / (1 + np.exp(-logits)) - y}
    slips["This multiplies p by the labels' mean; multiply by their sum."] = p * total / 3 - y
    slips["The labels are added; they are subtracted."] = p * total + y
    slips["The labels were divided by their sum; that times p, minus y, is right."] = p - y / total
    slips["The sum of the labels multiplies the labels, too; only p carries it."] = (p - y) * total
    slips["Each p is multiplied by its own label; multiply it by the row's label sum."] = p * y - y
    slips["A factor p (1 − p) is one too many."] = right * p * (1 - p)
    slips["The labels of the whole batch are added up; take a row's."] = y.sum() * p - y
    slips["The labels are added up over the batch (axis 0); take a row's."] = y.sum(axis=0) * p - y
    slips["This counts the labels that are not 0; add them up."] = (total - 1) * p - y
    answer, what = checks.call(cross_entropy_gradient, y, logits), "The gradient for any labels"
    checks.expect_close(answer, right, what, given=(y, logits), slips=slips)
    answer = checks.call(cross_entropy_gradient, [[0, 1]], [[0.0, 1.0986]])
    checks.expect_close(answer, [[0.25, -0.25]], "The example on the card")
    ### BEGIN HIDDEN TESTS
    import math

    def loss(y, row):
        log_sum = math.log(math.fsum(math.exp(v) for v in row))
        return math.fsum(k * (log_sum - v) for k, v in zip(y, row, strict=True))

    # Central differences of the loss, in float64, with a step of 1e-5: good to about 1e-9.
    rng = np.random.default_rng(212)
    labels, logits = rng.uniform(-1.0, 2.0, size=(4, 5)), rng.normal(0.0, 2.0, size=(4, 5))
    labels[1] = 0.0
    right = np.zeros((4, 5))
    for i, j in np.ndindex(4, 5):
        step = 1e-5 * (np.arange(5) == j)
        right[i, j] = (loss(labels[i], logits[i] + step) - loss(labels[i], logits[i] - step)) / 2e-5
    p = np.exp(logits) / np.sum(np.exp(logits), axis=1, keepdims=True)
    answer = checks.call(cross_entropy_gradient, labels, logits)
    what = "The gradient for labels that do not add up to 1, compared with finite differences,"
    slips = {short: p - labels}
    slips["The labels of the whole batch are added up; take a row's."] = labels.sum() * p - labels
    size = np.abs(labels).sum(axis=1, keepdims=True)
    slips["The labels' sizes are added up; negative labels count as negative."] = size * p - labels
    total = labels.sum(axis=1, keepdims=True)
    slips["Where a row of labels adds up to 0, p counts once; it counts 0 times."] = (
        np.where(total == 0, 1, total) * p - labels
    )
    slips["Labels below 0 are cut off; take them as they are."] = (
        np.maximum(labels, 0).sum(axis=1, keepdims=True) * p - np.maximum(labels, 0)
    )
    checks.expect_close(answer, right, what, given=(labels, logits), slips=slips, atol=1e-5)
    # Rows that add up to −2, 0 and 1.
    labels = np.array([[-2.0, 0.5, -0.5], [1.0, -1.0, 0.0], [0.25, 0.25, 0.5]])
    p = np.array([[1, 2, 5], [2, 2, 4], [6, 1, 1]]) / 8
    total = np.array([[-2], [0], [1]])
    right = total * p - labels
    slips = {
        "The sign of the labels' sum is lost (np.abs); a negative sum counts as negative.": (
            np.abs(total) * p - labels
        ),
        "A negative sum of labels counts as 0; take it as it is.": (
            np.maximum(total, 0) * p - labels
        ),
        "Where labels add up to 0, the gradient is −y, not 0.": right * [[1], [0], [1]],
        "A sum of labels that is not positive counts as 1; take it as it is.": (
            np.where(total > 0, total, 1) * p - labels
        ),
    }
    answer = checks.call(cross_entropy_gradient, labels, np.log(p))
    what = "The gradient for negative labels"
    checks.expect_close(answer, right, what, given=(labels, p), slips=slips)
    ### END HIDDEN TESTS


test_cross_entropy_gradient_any_labels(cross_entropy_gradient)

# %% nbgrader={"grade": true, "grade_id": "test_cross_entropy_gradient_large_values", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_cross_entropy_gradient_large_values(cross_entropy_gradient):
    """Very large numbers, in lists (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    answer = checks.call(cross_entropy_gradient, [[0, 1], [1, 0]], [[1000, 0], [999, 0]])
    over = "exp(1000) overflows, and inf/inf is nan: subtract the largest logit of each row."
    log = "log(0), or 1 / p for p = 0, gives nan: in a tape take tf.nn.log_softmax; or see hint 2."
    q, lost = 0.7310586, np.isnan(answer).tolist()  # q: the sigmoid of 1
    nan = over if lost == [[True, False]] * 2 else log if np.all(lost) else ""
    given, what = "[[0, 1], [1, 0]] and [[1000, 0], [999, 0]]", "The gradient at large logits"
    checks.expect(not np.any(lost), f"{what} holds nan.", given=given, got=answer, hint=nan)
    zero = "The gradient of a mistake is 0: is p clipped, a number added, or p (1 − p) a factor?"
    slips = {"The labels go through a softmax, too; leave them.": [[q, -q], [1 - q, q - 1]],
        "This is the loss; its derivative to the logits is asked for.": [1000, 0],
        **{f"This is the {k.__name__} over the batch; each sample has its own row.":
            k([[1, -1], [0, 0]], axis=0) for k in (np.sum, np.mean)},
        "The softmax runs over the batch (axis 0); take it row by row.": [[q, -0.5], [-q, 0.5]],
        "The softmax runs over the whole array; take it row by row.": [[q, -1], [-q, 0]],
        "The softmax is applied twice.": np.array([[1, -1], [-1, 1]]) / [[1.3678794], [3.7182818]]}
    checks.expect_close(answer, [[1.0, -1.0], [0.0, 0.0]], what, given=given, slips=slips,
        hints={zero: lambda got: not got.any()})
    ### BEGIN HIDDEN TESTS
    labels = np.array([[0.0, 1.0, 0.0], [0.25, 0.25, 0.5], [0.0, 1.0, 0.0]])
    logits = np.array([[1e4, -1e4, 0.0], [-1e4, -1e4, -9999.0], [np.log(2.0), 0.0, 0.0]])
    p = np.array([[1.0, 0.0, 0.0], np.array([1.0, 1.0, np.e]) / (2 + np.e), [0.5, 0.25, 0.25]])
    answer = checks.call(cross_entropy_gradient, labels, logits)
    # The largest logit of the second row is not the batch's.
    hint = "A largest logit of the whole batch leaves 0/0 in other rows: each row has its own."
    if np.isnan(checks.call(cross_entropy_gradient, labels[1:2], logits[1:2])).any():
        hint = "Far below 0 all exponentials are 0: subtract the largest logit, below 0 or not."
    if np.isnan(answer)[:2].tolist() != [[False] * 3, [True] * 3]:
        hint = over if np.isnan(answer[0]).any() else ""
    is_number = not np.isnan(answer).any()
    checks.expect(is_number, f"{what} holds nan.", given=logits, got=answer, hint=hint)
    slips = {
        "Logits are clipped, so that different ones become equal: subtract the largest instead.": (
            np.array([[1, 0, 0], np.ones(3) / 3, p[2]]) - labels
        ),
        "The winning class (argmax) stands in for the probabilities.": (
            np.array([[1, 0, 0], [0, 0, 1], [1, 0, 0]]) - labels
        ),
        "1 is subtracted where a label is 1, and nothing elsewhere; subtract the labels.": (
            p - (labels == 1)
        ),
        "1 is subtracted at the largest label only (argmax); subtract all labels.": (
            p - [[0, 1, 0], [0, 0, 1], [0, 1, 0]]
        ),
        "The labels are squared before they are added up; add them up as they are.": (
            p * (labels**2).sum(axis=1, keepdims=True) - labels
        ),
        "The largest label multiplies p; the sum of the labels does.": (
            p * labels.max(axis=1, keepdims=True) - labels
        ),
        "Labels are cut to whole numbers; take them as they are.": (
            p * [[1], [0], [1]] - (labels == 1)
        ),
        "Only the first sample has a gradient; every sample has one.": (
            (p - labels) * [[1], [0], [0]]
        ),
    }
    for k in (1, 2, 3):
        slips[f"This is rounded to {k} decimals; do not round."] = (p - labels).round(k)
    slips |= {
        "The sizes of the labels' squares are added up under a root; add up the labels.": (
            p * np.linalg.norm(labels, axis=1, keepdims=True) - labels
        ),
    }
    checks.expect_close(answer, p - labels, what, given=(labels, logits), slips=slips)
    answer = checks.call(cross_entropy_gradient, [[1, 0], [0, 1]], [[0, 1000], [0, 1000]])
    first = "An exponential overflows, and inf/inf is nan: subtract the largest logit, wherever "
    hints = {first + "in the row it is.": lambda got: np.isnan(got).any()}
    checks.expect_close(answer, [[-1.0, 1.0], [0.0, 0.0]], what, hints=hints)
    labels, logits = np.array([[0, 1, 0], [1, 1, 0]]), np.array([[2, 1, 0], [-1, 0, 1]])
    p = np.exp(logits) / np.sum(np.exp(logits), axis=1, keepdims=True)
    right = labels.sum(axis=1, keepdims=True) * p - labels
    answer, given = checks.call(cross_entropy_gradient, labels, logits), (labels, logits)
    checks.expect_close(answer, right, "The gradient for small whole numbers", given=given)
    given = labels.astype(np.float32), logits.astype(np.float32)
    answer = checks.call(cross_entropy_gradient, *given)
    checks.expect_close(answer, right, "The gradient for float32 arrays", given=given)
    ### END HIDDEN TESTS


test_cross_entropy_gradient_large_values(cross_entropy_gradient)

# %% [markdown]
# Compare your gradient with finite differences of the loss, and with TensorFlow's gradient tape on two ways to write it: the definition, $-\sum_k y_k \log p_k$, and
# `tf.nn.softmax_cross_entropy_with_logits`. Once with labels that add up to 1, once with two ones in a row.

# %% nbgrader={"grade": false, "grade_id": "demo_gradients", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def definition(y, z):
    return -tf.reduce_sum(y * tf.nn.log_softmax(z), axis=-1)


def tape_of(function, y, z):
    with tf.GradientTape() as tape:
        total = function(tf.constant(y), z := tf.Variable(z))
    return tape.gradient(total, z).numpy()

# %% nbgrader={"grade": false, "grade_id": "demo_gradients_differences", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Finite differences move one logit at a time up and down, by `width`.
def differences_of(y, z, width=1e-5):
    rises = [definition(y, z + row) - definition(y, z - row) for row in width * np.eye(z.shape[1])]
    return np.stack(rises, axis=1) / (2 * width)

# %% nbgrader={"grade": false, "grade_id": "demo_gradients_data", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The data: random logits, and both kinds of labels.
some_logits = np.random.default_rng(lessonkit.seed(6)).normal(0, 2, size=(200, 5))
one_label, two_labels = np.tile([0.0, 1, 0, 0, 0], (200, 1)), np.tile([0.0, 1, 0, 1, 0], (200, 1))
off, some_shares = {}, np.asarray(softmax(some_logits))

# %% nbgrader={"grade": false, "grade_id": "demo_gradients_compared", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# How far is each gradient from the finite differences?
for sums, y in (("add up to 1", one_label), ("add up to 2", two_labels)):
    found = {"your cross_entropy_gradient": np.asarray(cross_entropy_gradient(y, some_logits))}
    found |= {"p − y": some_shares - y, "tape, definition": tape_of(definition, y, some_logits)}
    found["tape, fused function"] = tape_of(fused, y, some_logits)
    off[sums] = {k: np.abs(v - differences_of(y, some_logits)).max() for k, v in found.items()}
rows = [(name, *(f"{by[name]:.0e}" for by in off.values())) for name in found]
plots.table(("largest difference to finite differences, labels …", *off), rows)

# %% [markdown]
# Where labels add up to 1, the gradient is $p - y$. TensorFlow's fused function is programmed as $p - y$ whatever they add up to; its documentation asks for rows that are distributions, but nothing checks it: a silent trap.
#
# What if softmax and logarithm stay apart, and the tape goes through both?

# %% nbgrader={"grade": false, "grade_id": "demo_apart", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def apart_loss(y, z):
    return -tf.reduce_sum(y * tf.math.log(tf.nn.softmax(z)), axis=-1)


def tape_in_float32(function, gap):
    with tf.GradientTape() as tape:
        z = tf.constant([[gap, 0.0]])
        tape.watch(z)
        value = function(tf.constant([[0.0, 1.0]]), z)
    return value.numpy()[0], tape.gradient(value, z).numpy()[0]

# %% nbgrader={"grade": false, "grade_id": "demo_apart_gaps", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Compute loss and gradient of both forms at growing gaps.
two_forms, apart_is_finite = {}, {}
for gap in (5.0, 50.0, 95.0, 150.0):
    (value, slope), together = tape_in_float32(apart_loss, gap), tape_in_float32(fused, gap)
    two_forms[gap] = ((value, slope), together)
    apart_is_finite[gap] = bool(np.isfinite(np.append(slope, value)).all())

# %% nbgrader={"grade": false, "grade_id": "demo_apart_compared", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: both forms at growing gaps
heads = ("gap", "softmax, then log: loss", "gradient", "fused: loss", "gradient")
cells = {gap: sum(forms, ()) for gap, forms in two_forms.items()}
show = {0: "{:.4g}".format, 1: lambda slope: np.array2string(slope, precision=3)}
rows = [(f"{gap:.0f}", *(show[np.ndim(cell)](cell) for cell in row)) for gap, row in cells.items()]
plots.table(heads, rows)

# %% [markdown]
# One sample with a gradient of nan, and after the next step every weight that it reaches is nan.
#
# ## 4. The silent bug
#
# `_with_logits` in a function's name, or `from_logits=True` in Keras, says what the function expects. Nothing in an array of ten numbers says whether it holds logits or probabilities.
#
# **Predict.** Three networks start with the same weights and see the same batches: (A) logits to a loss that expects logits, (B) probabilities to a loss that expects logits, (C) logits to a loss that expects probabilities.
# Which of them learn? How will the loss of B look?

# %% [markdown]
# *Your prediction:*
#
# …

# %% [markdown]
# Each is trained from 16 seeds, on 3,000 pictures. The learning rate decays to 0, so that the loss ends *flat* (as in lesson 01: less than 2 % lower in the last tenth of the epochs than in the tenth before).

# %% nbgrader={"grade": false, "grade_id": "demo_many", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def train_many(pixels, targets, loss_of, epochs, rate=3e-3, runs=8, label=""):
    """Train 32 hidden units from each seed; on data of its own if `pixels` is 3-D."""

    def small_network():
        return keras.Sequential([keras.Input((pixels.shape[-1],)),
            keras.layers.Dense(32, activation="relu"), keras.layers.Dense(10)])

    steps = epochs * -(-pixels.shape[-2] // 128)
    return training.fit_seeds(
        small_network, pixels, targets, lessonkit.seeds(runs), epochs=epochs, batch_size=128,
        loss=loss_of, learning_rate=keras.optimizers.schedules.CosineDecay(rate, steps),
        separate=pixels.ndim == 3, label=label)

# %% nbgrader={"grade": false, "grade_id": "demo_bug_losses", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def probabilities_for_logits(y, outputs):
    return tf.reduce_mean(fused(y, tf.nn.softmax(outputs)))


def logits_for_probabilities(y, outputs):
    return tf.reduce_mean(keras.losses.categorical_crossentropy(y, outputs, from_logits=False))

# %% nbgrader={"grade": false, "grade_id": "demo_bug_training", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
bug_arms = {
    "A: logits, as expected": mean_fused,
    "B: probabilities for logits": probabilities_for_logits,
    "C: logits for probabilities": logits_for_probabilities,
}
bug_pixels, bug_targets = train_pixels[:3000], train_targets[:3000]

# %% nbgrader={"grade": false, "grade_id": "demo_bug_runs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Train the networks, and test them.
bug_models, bug_losses, bug_right = {}, {}, {}
for name, loss_of in bug_arms.items():
    bug_models[name], bug_losses[name] = train_many(
        bug_pixels, bug_targets, loss_of, 20, 1e-3, runs=16, label=name
    )
    bug_right[name] = right_answers(bug_models[name])

# %% nbgrader={"grade": false, "grade_id": "demo_bug_costs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Compare A with B and with C. `loss_floor` is a lower bound for the loss of B.
name_a, name_b, name_c = bug_arms
cost_b, cost_c = (
    evidence.compare(bug_right[name_a], bug_right[name], comparisons=2) for name in (name_b, name_c)
)
loss_floor = float(np.log(np.e + 9) - 1)  # of a softmax of numbers between 0 and 1, ten of them

# %% nbgrader={"grade": false, "grade_id": "demo_bug_training_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: accuracy with each loss
plots.table(
    ("", "accuracy, mean of 16 seeds", "late fall of the loss"),
    [
        (name, f"{bug_right[name].mean():.1f} %", f"{100 * training.late_fall(losses):.1f} %")
        for name, losses in bug_losses.items()
    ],
)

# %% nbgrader={"grade": false, "grade_id": "demo_bug_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: how the losses are drawn
bug_styles = dict(
    zip(bug_arms, (("blue", "-", "o"), ("red", "--", "s"), ("orange", ":", "^")), strict=True)
)


def draw_bug_losses(axis):
    for name, (color, style, _) in bug_styles.items():
        axis.semilogy(
            np.arange(1, 21), bug_losses[name].T, style, color=plots.COLORS[color], linewidth=1
        )
        last = bug_losses[name][:, -1].mean()
        axis.text(20.4, last, name[0], color=plots.COLORS[color], va="center")
    axis.axhline(np.log(10), color="black", linewidth=0.8)
    axis.text(20, np.log(10) * 1.08, "log 10: tells nothing apart", fontsize=8.5, ha="right")
    axis.axhline(loss_floor, color="black", linestyle="--", linewidth=0.8)
    axis.text(20, loss_floor * 0.84, f"{loss_floor:.3f}: floor of B", fontsize=8.5, ha="right")
    axis.set(xlabel="epoch", ylabel="loss that the network is trained on")
    axis.set(yticks=[0.3, 1, 3, 10], yticklabels=["0.3", "1", "3", "10"])
    axis.set_title(f"The loss gives B away: it cannot fall below {loss_floor:.2f}")

# %% nbgrader={"grade": false, "grade_id": "demo_bug_picture", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: what the silent bugs cost
figure, (on_left, on_right) = plt.subplots(1, 2, figsize=(10.5, 3.8))
for k, (name, (color, _, marker)) in enumerate(bug_styles.items()):
    places = k + np.linspace(-0.15, 0.15, 16)
    on_left.plot(
        places, bug_right[name].mean(axis=1), marker, color=plots.COLORS[color], label=name
    )
on_left.axhline(10, color="black", linewidth=0.8)
on_left.text(-0.2, 12, "chance", fontsize=8.5)
on_left.legend(fontsize=8.5, loc="lower left", bbox_to_anchor=(0, 0.2))
on_left.set(xticks=range(3), xticklabels="ABC", ylim=(0, 100))
on_left.set_ylabel("accuracy on test pictures (%)")
on_left.set_title(f"A against B, 16 seeds:\n{cost_b.words(1, ' points')}")
draw_bug_losses(on_right)
ends = ", ".join(f"{name[0]} {losses[:, -1].mean():.2f}" for name, losses in bug_losses.items())
plots.show(
    figure,
    f"""Left: accuracies of 16 networks each; A against B: {cost_b.words(1, " points")};
    A against C: {cost_c.words(1, " points")}. Right: the training losses, with lines at log 10
    and at {loss_floor:.3f}, the floor of B; at the end {ends}.""",
)

# %% [markdown]
# Nothing failed, nothing was printed. B looks like a network that one should tune. C's loss is far above log 10 even where it beats chance: Keras divides the ten numbers by their sum and clips them to $10^{-7}$, so a true class below 0 costs 16.1, with no gradient to mend it. How to notice:
#
# 1. **The floor.** B's second softmax gets numbers between 0 and 1, so the true class gets $e^1 / (e^1 + 9 e^0)$ at best: a loss of $\log(e + 9) - 1$.
# 2. **Recompute** the loss of a batch with a function that you trust, and compare it with what training reports.
# 3. **Look at the range.** Numbers between 0 and 1 that add up to 1 are not logits. Negative numbers are not probabilities.
#
# If Keras can see that the numbers come straight from a softmax, it warns, and uses the softmax's *input*. How far does that go?

# %% nbgrader={"grade": false, "grade_id": "demo_guard", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
import warnings

y_batch, logits_batch = test_targets[:256], network(test_pixels[:256])
softmax_layer = keras.layers.Softmax()
expects_logits = keras.losses.CategoricalCrossentropy(from_logits=True)
expects_probabilities = keras.losses.CategoricalCrossentropy(from_logits=False)

# %% nbgrader={"grade": false, "grade_id": "demo_guard_ways", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The calls that we try, as functions:
ways_to_call = {"logits, from_logits=True": lambda: expects_logits(y_batch, logits_batch),
    "output of a Softmax layer, from_logits=True":
        lambda: expects_logits(y_batch, softmax_layer(logits_batch)),
    "the same probabilities times 1.0, from_logits=True":
        lambda: expects_logits(y_batch, 1.0 * softmax_layer(logits_batch)),
    "output of a Softmax layer, tf.nn…_with_logits":
        lambda: tf.reduce_mean(fused(y_batch, softmax_layer(logits_batch))),
    "logits, from_logits=False": lambda: expects_probabilities(y_batch, logits_batch)}

# %% nbgrader={"grade": false, "grade_id": "demo_guard_calls", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Try each, and count its warnings; your function gives the `reference`.
reference, guard = float(np.mean(np.asarray(
    cross_entropy_from_logits(y_batch, logits_batch.numpy())))), {}
for name, call_it in ways_to_call.items():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        guard[name] = float(call_it()), len(caught)

# %% nbgrader={"grade": false, "grade_id": "demo_guard_silent", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# A call is silent if it is wrong without a warning.
silent = [name for name, (value, warned) in guard.items()
          if abs(value - reference) > 0.01 and not warned]
plots.table((f"a batch; your function says {reference:.3f}", "loss", "right?", "warning?"),
            [(name, f"{value:.3f}", "yes" if abs(value - reference) < 0.01 else "no",
              "yes" if warned else "no") for name, (value, warned) in guard.items()])

# %% [markdown]
# Where the table says "no, no", only the name tells a reader what goes in.
#
# ## 5. One softmax or many sigmoids?
#
# Softmax makes the classes share one probability. That fits if each picture shows exactly one thing. If it can show several, or none, each label is a yes-or-no question of its own.

# %% [markdown]
# ### Exercise: `sigmoid_cross_entropy`
#
# | | |
# |---|---|
# | **Write** | the loss of independent yes-or-no questions, one for each entry |
# | **Why it matters** | a picture can show two things at once; then the classes must not compete for one probability |
# | **Time, difficulty** | 6 minutes, ●●○ |
# | **Signature** | `sigmoid_cross_entropy(labels, logits)`: two arrays of the same shape → array of that shape |
# | **Example** | `sigmoid_cross_entropy([1.0, 0.0], [1.0986, 1.0986])` → `[0.2877, 1.3863]`: $-\log 0.75$ and $-\log 0.25$ |
#
# $$\text{loss} = -y \log \sigma(\ell) - (1 - y) \log (1 - \sigma(\ell)), \qquad 0 \le y \le 1$$
#
# Nothing is added up: one loss for each entry. Logits may be as large as ±10,000.
#
# <details><summary>Hint 1: get rid of the sigmoid</summary>
#
# $\log \sigma(\ell) = -\log(1 + e^{-\ell})$, and $1 - \sigma(\ell) = \sigma(-\ell)$. Put both into the loss; what is left is $\log(1 + e^{\ell}) - y\,\ell$.
# </details>
# <details><summary>Hint 2: the logarithm that overflows</summary>
#
# $\log(1 + e^{\ell}) = \max(\ell, 0) + \log(1 + e^{-|\ell|})$: the exponent on the right is never positive.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `np.maximum(logits, 0) + np.log1p(np.exp(…)) - labels * logits`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **inf or nan for large logits**: the sigmoid was rounded to exactly 0 or 1, and log(0) is −inf. Do not compute the sigmoid at all.
# - **“has another shape”**: a sum or mean is left in the function; the answer has one loss for each entry.
# </details>

# %% nbgrader={"grade": false, "grade_id": "sigmoid_cross_entropy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sigmoid_cross_entropy(labels, logits):
    """Cross-entropy of independent yes-or-no labels, entry by entry, stable for logits of any size.

    Parameters
    ----------
    labels : array-like, any shape
        0, 1 or a probability in between.
    logits : array-like, the same shape
        Log-odds, finite.

    Returns
    -------
    array of the same shape
        In nats; never negative.

    References
    ----------
    The formula is the one in the documentation of tf.nn.sigmoid_cross_entropy_with_logits.
    """
    ### BEGIN SOLUTION
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.maximum(logits, 0) - labels * logits + np.log1p(np.exp(-np.abs(logits)))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_sigmoid_cross_entropy_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_sigmoid_cross_entropy_values(sigmoid_cross_entropy):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    y, p = np.array([[1, 0, 1], [0, 0.5, 1]]), np.array([[0.75, 0.75, 0.2], [0.2, 0.75, 0.5]])
    raw, s = (y, np.log(p / (1 - p))), p / (1 - p) / (p / (1 - p)).sum(axis=1, keepdims=True)
    got, right = checks.call(sigmoid_cross_entropy, *raw), -y * np.log(p) - (1 - y) * np.log(1 - p)
    slips = {  # by hand: logits log 3, −log 4 and 0 are probabilities 3/4, 1/5 and 1/2
        "Only entries with label 1 cost; add −(1 − y) log(1 − p).": -y * np.log(p),
        "The sign is wrong: the loss is not negative.": -right,
        "This uses a softmax; entries do not compete.": -y * np.log(s),
        "This uses a softmax in both terms; a sigmoid of each logit is meant.": (
            -y * np.log(s) - (1 - y) * np.log(1 - s)),
        "Labels 0 and 1 are swapped.": -(1 - y) * np.log(p) - y * np.log(1 - p),
        "The sigmoid is applied twice: the loss takes logits.": np.log1p(np.exp(p)) - y * p}
    for axis, name in ((None, "all entries"), (0, "the batch"), (1, "each row")):
        slips[f"This is the mean over {name}; each entry has its own loss."] = right.mean(axis=axis)
        slips[f"This is the sum over {name}; each entry has its own loss."] = right.sum(axis=axis)
    checks.expect_close(got, right, "The loss of six entries", given=raw, slips=slips)
    answer = checks.call(sigmoid_cross_entropy, [1.0, 0.0], [1.0986, 1.0986])
    checks.expect_close(answer, [0.2877, 1.3863], "The example on the card", atol=1e-4)
    ### BEGIN HIDDEN TESTS
    import math

    rng = np.random.default_rng(213)
    raw = (rng.uniform(size=(6, 7)), rng.normal(0.0, 4.0, size=(6, 7)))
    yes = np.array([[math.log(1 + math.exp(-v)) for v in row] for row in raw[1].tolist()])
    no = np.array([[math.log(1 + math.exp(v)) for v in row] for row in raw[1].tolist()])
    right = raw[0] * yes + (1 - raw[0]) * no
    for kind in (np.float64, np.float32):
        answer = checks.call(sigmoid_cross_entropy, *(part.astype(kind) for part in raw))
        what = f"The loss of random entries of type {kind.__name__}"
        checks.expect_close(answer, right, what, given=raw, atol=1e-5)
    ### END HIDDEN TESTS


test_sigmoid_cross_entropy_values(sigmoid_cross_entropy)

# %% nbgrader={"grade": true, "grade_id": "test_sigmoid_cross_entropy_large_values", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_sigmoid_cross_entropy_large_values(sigmoid_cross_entropy):
    """Very large numbers, and soft labels (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    labels, logits = np.array([1.0, 0.0, 0.0, 1.0]), np.array([1.0, 1.0, -2.0, -2.0]) * 1000
    near, right = checks.call(sigmoid_cross_entropy, labels, logits / 1000), logits * [0, 1, 0, -1]
    fine = np.shape(near) == (4,) and np.allclose(near, np.log1p(np.exp([-1, 1, -2, 2])), 1e-3)
    exact = "The sigmoid is rounded to exactly 0 or 1, or an exponential overflows: see hint 2."
    big = np.finfo(float).max
    small = "Clipping, or adding a small number, keeps the loss of a sure mistake from growing."
    hints = {exact: lambda got: fine and not np.isfinite(got).all(),
        "log(0), inf or nan was replaced; see hint 2.": lambda got: fine and got.max() in (0, big),
        small: lambda got: fine and -0.1 < got[0] < 1 and min(got[1], got[3]) < 900,
        "In one of the terms a logit is clipped.": lambda got: fine and not 0 <= got[0] <= 1}
    slips = {"Keras clips p at 1e-7: set from_logits=True.": [0, 15.942385, 0, 16.118095],
        "exp(−logit) overflows for logits far below 0; see hint 2.": [0, 1e3] + [np.inf] * 2,
        **{f"This is a logarithm to base {k}; take np.log.": right / np.log(k) for k in (2, 10)},
        "The second term, −(1 − y) log(1 − p), has the wrong sign.": right * [1, -1, 1, 1],
        **{f"The loss is divided by {k}; leave it as it is.": right / k for k in (2, 4)}}
    answer, what = checks.call(sigmoid_cross_entropy, labels, logits), "The loss at large logits"
    checks.expect_close(answer, right, what, given=(labels, logits), slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    # Soft labels, for answers that are right for yes and no.
    y, z = np.array([0.25, 0.7, 0.5, 1.0]), np.array([1.0, -2.0, 3.0, 0.5])
    tail = np.exp(-np.abs(z))
    yes, no = np.log1p(np.exp(-z)), np.log1p(np.exp(z))
    share = y[:3]
    entropy = -np.append(share * np.log(share) + (1 - share) * np.log(1 - share), 0.0)
    slips = {
        "log(1 + exp(−|logit|)) is missing.": np.maximum(z, 0) - y * z,
        "log(1 + exp(−|logit|)) is subtracted; add it.": np.maximum(z, 0) - y * z - np.log1p(tail),
        "exp(−|logit|) is added as it is; add log(1 + exp(−|logit|)), np.log1p of it.": (
            np.maximum(z, 0) - y * z + tail
        ),
        "A label between 0 and 1 counts as neither yes nor no; it is a weight.": yes * (y == 1),
        "A label of 0.5 counts as neither yes nor no; it is a weight.": (
            (y * yes + (1 - y) * no) * (y != 0.5)
        ),
        "This is the KL divergence; keep the entropy.": y * yes + (1 - y) * no - entropy,
        "The labels are squared; the weights are y and 1 − y.": y**2 * yes + (1 - y) ** 2 * no,
        "Labels below 1 count as 0; they are weights.": np.where(y == 1, yes, no),
        "2y − 1 shrinks the logit of a soft label; both sides are weighted instead.": (
            np.logaddexp(0, (1 - 2 * y) * z)
        ),
        "A label above 0.5 counts as 1, others as 0; they are weights.": np.where(y > 0.5, yes, no),
        "Labels from 0.5 on count as 1, others as 0; they are weights.": np.where(y < 0.5, no, yes),
        "Labels above 0 count as 1; they are weights.": np.where(y > 0, yes, no),
        "Both sides count in full; labels are weights.": np.where(y > 0, yes, 0) + (y < 1) * no,
    }
    for k in (1, 2, 3):
        slips[f"This is rounded to {k} decimals; do not round."] = (y * yes + (1 - y) * no).round(k)
    answer, soft = checks.call(sigmoid_cross_entropy, y, z), "The loss for soft labels"
    checks.expect_close(answer, y * yes + (1 - y) * no, soft, given=(y, z), slips=slips)
    raw = (np.array([[0.0, 1.0], [0.25, 0.25]]), np.array([[1e4, -1e4], [1e4, -1e4]]))
    answer = checks.call(sigmoid_cross_entropy, *raw)
    checks.expect_close(answer, [[1e4, 1e4], [7500.0, 2500.0]], what, given=raw, hints=hints)
    raw = (np.array([0.0, 1.0]), np.array([50.0, -50.0]))
    answer = checks.call(sigmoid_cross_entropy, *raw)
    what = "The loss where 1 − sigmoid is rounded to 0"
    checks.expect_close(answer, [50.0, 50.0], what, given=raw, hints=hints)
    y, z = np.zeros(3), np.array([33.0, 35.0, 36.0])
    digits = "Near p = 1, the subtraction 1 − p loses its digits: see hints 1 and 2."
    hints = {digits: lambda got: np.allclose(got, z, rtol=0, atol=1)}
    answer, what = checks.call(sigmoid_cross_entropy, y, z), "The loss where sigmoid is nearly 1"
    checks.expect_close(answer, z, what, given=(y, z), rtol=2e-5, hints=hints)
    ### END HIDDEN TESTS


test_sigmoid_cross_entropy_large_values(sigmoid_cross_entropy)

# %% nbgrader={"grade": true, "grade_id": "test_sigmoid_cross_entropy_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_sigmoid_cross_entropy_lists(sigmoid_cross_entropy):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    y, z = np.array([[1, 0, 0.25, 0.5], [1.0, 2.0, -2.0, 3.0]])
    plus, p, tail = np.log1p(np.exp(z)), 1 / (1 + np.exp(-z)), np.exp(-np.abs(z))
    slips = {"For negative logits there is |logit| too much.": plus - y * z + np.maximum(-z, 0),
        "This is the derivative of the loss, σ − y; the loss itself is asked for.": p - y,
        "This is the squared error.": (p - y) ** 2, "label · logit is not subtracted.": plus,
        "np.max takes one logit for all; take np.maximum(logits, 0).": 3 - y * z + np.log1p(tail),
        "log(1 + exp(−y · logit)) is for labels −1 and 1.": np.log1p(np.exp(-y * z)),
        "log1p adds 1 to the 1 + exp(−|logit|).": np.log(2 + tail) + np.maximum(z, 0) - y * z,
        "Labels and logits are the wrong way round.": np.log1p(np.exp(y)) - y * z,
        "The sign of y · logit is wrong: it is subtracted.": plus + y * z,
        "Only entries with label 0 cost; add −y log p.": (1 - y) * plus,
        "max(logit, 0) is missing.": plus - y * z - np.maximum(z, 0),
        "The 1 in log(1 + exp(−|logit|)) is missing.": np.maximum(z, 0) - y * z - np.abs(z),
        "This is −log p, whatever the label; 1 − y should weigh −log(1 − p).": plus - z}
    slips["y multiplies max(logit, 0); multiply the logit."] = plus - y * np.maximum(z, 0)
    answer = checks.call(sigmoid_cross_entropy, [1, 0, 0.25, 0.5], [1, 2, -2, 3])
    checks.expect_close(answer, plus - y * z, "The loss for lists", given=(y, z), slips=slips)
    ### BEGIN HIDDEN TESTS
    right = np.log([[1 + 1 / np.e, 1 + np.e], [2.0, 1 + np.e**2]])
    raw = ([[1, 0], [1, 1]], [[1, 1], [0, -2]])
    answer = checks.call(sigmoid_cross_entropy, *raw)
    checks.expect_close(answer, right, "The loss for lists of lists of whole numbers", given=raw)
    answer = checks.call(sigmoid_cross_entropy, np.array(raw[0]), np.array(raw[1], float))
    checks.expect_close(answer, right, "The loss for whole-number labels and decimal logits")
    answer = checks.call(sigmoid_cross_entropy, np.array([1, 0], np.uint8), np.array([1.0, 1.0]))
    checks.expect_close(answer, right[0], "The loss for labels of type uint8")
    answer = checks.call(sigmoid_cross_entropy, np.zeros((2, 1, 3)), np.zeros((2, 1, 3)))
    gone = "An axis of length 1 is gone (np.squeeze?); the answer has the shape of the logits."
    right, slips = np.full((2, 1, 3), np.log(2)), {gone: np.full((2, 3), np.log(2))}
    checks.expect_close(answer, right, "The loss of a 3-D array", slips=slips)
    slips = {"A single number became an array with an axis; keep the shape.": [np.log(2)]}
    answer, what = checks.call(sigmoid_cross_entropy, 1.0, 0.0), "The loss of a single number"
    checks.expect_close(answer, np.log(2), what, slips=slips)
    slips = {"An array of one entry became a single number; keep the shape.": np.log(2)}
    answer, what = checks.call(sigmoid_cross_entropy, [1], [0]), "The loss of one entry in a list"
    checks.expect_close(answer, [np.log(2)], what, slips=slips)
    ### END HIDDEN TESTS


test_sigmoid_cross_entropy_lists(sigmoid_cross_entropy)

# %% [markdown]
# We make such pictures: three places side by side, each empty in a third of the cases, each garment shrunk to half its size.

# %% nbgrader={"grade": false, "grade_id": "demo_compose", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def compose(images, kinds, n, rng):
    """Pictures (n, 588) of zero to three garments, and labels (n, 10), any number in a row."""
    half = images.reshape(-1, 14, 2, 14, 2).mean(axis=(2, 4)).astype("float32") / 255
    chosen, present = rng.integers(len(images), size=(n, 3)), rng.random((n, 3)) < 2 / 3
    pictures = np.concatenate(
        [half[chosen[:, k]] * present[:, k, None, None] for k in range(3)], axis=2)
    truth = np.zeros((n, 10), "float32")
    for k in range(3):
        truth[np.flatnonzero(present[:, k]), kinds[chosen[present[:, k], k]]] = 1
    return tf.constant(pictures.reshape(n, 588)), truth

# %% nbgrader={"grade": false, "grade_id": "demo_compose_sets", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Training, held-back and test scenes are made from different pictures.
compose_rng = np.random.default_rng(lessonkit.seed(7))
scenes, scene_truth = compose(train_images[:10_000], train_kinds[:10_000], 6_000, compose_rng)
held_scenes, held_truth = compose(train_images[10_000:], train_kinds[10_000:], 2_000, compose_rng)
test_scenes, test_truth = compose(test_images, test_kinds, 3_000, compose_rng)

# %% nbgrader={"grade": false, "grade_id": "demo_compose_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: scenes with several labels
figure, axes = plt.subplots(2, 4, figsize=(10, 2.6))
for axis, picture, truth in zip(axes.flat, scenes, scene_truth, strict=False):
    axis.imshow(1 - picture.numpy().reshape(14, 42), cmap="gray", vmin=0, vmax=1)
    axis.set_title(
        " + ".join(np.array(data.FASHION_CLASSES)[truth > 0]) or "nothing", fontsize=8, loc="center"
    )
    axis.set(xticks=[], yticks=[])
counts = np.bincount(scene_truth.sum(axis=1).astype(int), minlength=4) / len(scene_truth)
labels_text = ", ".join(f"{k} in {share:.0%}" for k, share in enumerate(counts))
figure.suptitle(f"Labels per picture: {labels_text}", x=0.01, ha="left")
plots.show(
    figure,
    "Eight composed pictures with three places each; their titles name the garments, or none. "
    f"Number of labels in all pictures: {labels_text}.",
)

# %% [markdown]
# Two networks, same start, same batches, eight seeds. One has ten sigmoids and your loss (in TensorFlow's words). The other has a softmax, and shares the probability equally between a picture's labels; its loss leaves out pictures without a label, whose rows add up to 0: section 3's trap.
# A class counts as present above a *threshold*, for each network the one that is best on 2,000 further pictures.

# %% nbgrader={"grade": false, "grade_id": "demo_two_heads", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def yes_or_no(y, outputs):
    """Ten questions a picture: the sum of their losses."""
    losses = tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=outputs)
    return tf.reduce_mean(tf.reduce_sum(losses, axis=1))

# %% nbgrader={"grade": false, "grade_id": "demo_two_heads_shared", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def shared(y, outputs):
    """One probability, shared by the labels of a picture; only over pictures that have any."""
    count = tf.reduce_sum(y, axis=1)
    losses = fused(y / tf.maximum(count, 1.0)[:, None], outputs)
    return tf.reduce_sum(tf.where(count > 0, losses, 0.0)) / tf.reduce_sum(
        tf.cast(count > 0, "float32")
    )

# %% nbgrader={"grade": false, "grade_id": "demo_two_heads_right_sets", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def right_sets(model, activation):
    """100 where exactly the right set of labels is above the threshold, for each test picture."""
    held, chances = activation(model(held_scenes)).numpy(), activation(model(test_scenes)).numpy()
    thresholds = np.linspace(0.02, 0.98, 49)
    on_held = [np.all((held > each) == held_truth, axis=1).mean() for each in thresholds]
    return 100.0 * np.all((chances > thresholds[np.argmax(on_held)]) == test_truth, axis=1)

# %% nbgrader={"grade": false, "grade_id": "demo_multilabel", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
heads = {"ten sigmoids": (yes_or_no, tf.sigmoid), "one softmax": (shared, tf.nn.softmax)}
head_models, sets, head_falls = {}, {}, {}
for name, (loss_of, activation) in heads.items():
    head_models[name], losses = train_many(scenes, scene_truth, loss_of, 20, label=name)
    sets[name] = np.stack([right_sets(model, activation) for model in head_models[name]])
    head_falls[name] = training.late_fall(losses)
how_many = test_truth.sum(axis=1).astype(int)
# The empty pictures are one and the same picture: no sample, so it is left out of the comparison.
sets_gain = evidence.compare(*(right[:, how_many > 0] for right in sets.values()))

# %% nbgrader={"grade": false, "grade_id": "demo_multilabel_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: right sets, with sigmoids and with a softmax
plots.table(
    ("pictures with at least one label", "right sets, mean of 8 seeds", "late fall of the loss"),
    [
        (name, f"{right[:, how_many > 0].mean():.1f} %", f"{100 * head_falls[name]:.1f} %")
        for name, right in sets.items()
    ],
)

# %% nbgrader={"grade": false, "grade_id": "demo_multilabel_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: sigmoids against softmax
figure, axis = plt.subplots(figsize=(8, 3.3))
groups = {"any label": how_many > 0} | {
    f"{k} label{'s' * (k > 1)}": how_many == k for k in (1, 2, 3)
}
groups["no label\n(one picture)"] = how_many == 0
told = {}
looks = zip(("blue", "red"), "os", (-0.18, 0.18), strict=True)
for (name, right), (color, marker, side) in zip(sets.items(), looks, strict=True):
    by_seed = np.array([right[:, chosen].mean(axis=1) for chosen in groups.values()])
    places = np.arange(len(groups)) + side
    axis.bar(places, by_seed.mean(axis=1), 0.34, color=plots.COLORS[color], alpha=0.35, label=name)
    axis.plot(places, by_seed, marker, color=plots.COLORS[color], markersize=3)
    for place, value, top in zip(places, by_seed.mean(axis=1), by_seed.max(axis=1), strict=True):
        axis.text(place, top + 3, f"{value:.0f}", ha="center", fontsize=9)
    told[name] = ", ".join(f"{value:.0f}" for value in by_seed.mean(axis=1))
axis.set(xticks=np.arange(len(groups)), xticklabels=groups, ylim=(0, 130))
axis.set_ylabel("exactly the right\nset of labels (%)")
axis.set_title(f"Sigmoids against softmax, pictures with a label: {sets_gain.words(1, ' points')}")
axis.legend(ncols=2, loc="upper center")
plots.show(
    figure,
    f"""Test pictures with exactly the right set of labels, in per cent, for {", ".join(groups)}:
    {"; ".join(f"{name}: {values}" for name, values in told.items())}.""",
)

# %% [markdown]
# A softmax shares out a probability of 1, whatever there is to see: with three labels each gets a third at best, and an empty picture gets as much as any other.
#
# Your `sigmoid_cross_entropy` says which questions cost the first sigmoid network most:

# %% nbgrader={"grade": false, "grade_id": "demo_costs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
costs = np.asarray(
    sigmoid_cross_entropy(test_truth, head_models["ten sigmoids"][0](test_scenes).numpy())
)
dearest = costs.mean(axis=0).argsort()[::-1]

# %% nbgrader={"grade": false, "grade_id": "demo_costs_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: the questions that cost most and least
plots.table(
    ("question", "mean cost (nats)", "share of pictures with it"),
    [
        (
            f"is there a {data.FASHION_CLASSES[k]}?",
            f"{costs[:, k].mean():.3f}",
            f"{test_truth[:, k].mean():.0%}",
        )
        for k in (*dearest[:3], *dearest[-2:])
    ],
)

# %% [markdown]
# And the other way round: pictures that show exactly one thing, given to ten sigmoids.

# %% nbgrader={"grade": false, "grade_id": "demo_one_of_ten", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
sigmoid_models, _ = train_many(
    bug_pixels, bug_targets, yes_or_no, 20, 1e-3, runs=16, label="ten sigmoids"
)

# %% nbgrader={"grade": false, "grade_id": "demo_one_of_ten_shares", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
sigmoid_right = right_answers(sigmoid_models)
yes = np.stack([tf.sigmoid(model(test_pixels)).numpy() for model in sigmoid_models])
exactly_one = np.mean((yes > 0.5).sum(axis=2) == 1)
low_sum, high_sum = np.quantile(yes.sum(axis=2), [0.05, 0.95])
softmax_gain = evidence.compare(bug_right[name_a], sigmoid_right)

# %% nbgrader={"grade": false, "grade_id": "demo_one_of_ten_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: ten sigmoids where one class is right
plots.table(
    (
        "one garment in each picture; mean of 16 seeds",
        "ten sigmoids",
        "one softmax (A of section 4)",
    ),
    [
        (
            "accuracy of the largest output",
            f"{sigmoid_right.mean():.1f} %",
            f"{bug_right[name_a].mean():.1f} %; {softmax_gain.words(1, ' points')}",
        ),
        ("pictures with exactly one class above ½", f"{exactly_one:.0%}", "(at most one, always)"),
        (
            "sum of the ten probabilities (5 % to 95 % of the pictures)",
            f"{low_sum:.2f} to {high_sum:.2f}",
            "1, always",
        ),
    ],
)

# %% [markdown]
# The ten sigmoids are not a distribution: nobody told them that exactly one class is right. If you know that, use a softmax.
#
# ## 6. What logits know beyond the winner
#
# A label says "shirt". A network's logits say "shirt, perhaps a coat, surely no sandal". Dividing them by a **temperature** $T > 1$ before the softmax makes the small print larger. Move the slider.

# %% nbgrader={"grade": false, "grade_id": "demo_widget", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: move the slider
import ipywidgets

typical = shares.max(axis=1).argsort()[len(shares) // 4]  # a quarter of all are less sure


def draw_shares(axis, heat):
    warm = np.asarray(softmax(exact_logits[typical] / heat))
    bars = axis.barh(data.FASHION_CLASSES, warm, color=plots.COLORS["blue"])
    bars[test_kinds[typical]].set_color(plots.COLORS["red"])
    axis.set(xlim=(0, 1), xlabel="probability", ylim=(9.5, -0.5))
    return warm


def draw_temperature(T):
    figure, (on_left, on_right) = plt.subplots(1, 2, figsize=(7.5, 3.2), width_ratios=(1, 2))
    on_left.imshow(255 - test_images[typical], cmap="gray")
    on_left.axis("off")
    top = draw_shares(on_right, T).max()
    on_right.set_title(f"T = {T:.1f}: largest probability {top:.2f}")
    return figure, f"A picture and ten probabilities at T = {T:.1f}; the largest is {top:.2f}."


slider = ipywidgets.FloatLogSlider(1.0, min=-1, max=1.5, step=0.05, readout_format=".2f")
plots.explore(draw_temperature, T=slider)

# %% nbgrader={"grade": false, "grade_id": "demo_temperatures", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: cold and hot softmaxes
figure, axes = plt.subplots(1, 4, figsize=(11, 3.1), sharey=True)
largest = {}
for axis, heat in zip(axes, (0.2, 1.0, 4.0, 20.0), strict=True):
    largest[heat] = draw_shares(axis, heat).max()
    axis.set_title(f"T = {heat:g}: largest {largest[heat]:.2f}")
figure.suptitle("Cold picks the winner, hot makes all alike; in between, the rest has an order")
plots.show(
    figure,
    f"""The probabilities of one picture, a {data.FASHION_CLASSES[test_kinds[typical]]} (its bar is
    red), at temperatures 0.2, 1, 4 and 20; the largest probability is
    {", ".join(f"{value:.2f}" for value in largest.values())}.""",
)

# %% [markdown]
# Ba and Caruana (2014) trained shallow networks on the logits of deep ones, Hinton, Vinyals and Dean (2015) on their softened probabilities: *distillation*. Does a shallow student learn better from a deep teacher's logits than from labels?

# %% [markdown]
# ### Exercise: `distillation_loss`
#
# | | |
# |---|---|
# | **Write** | the loss that makes a student network imitate a teacher's softened probabilities |
# | **Why it matters** | it shows what logits know beyond the winning class |
# | **Time, difficulty** | 8 minutes, ●●● |
# | **Signature** | `distillation_loss(student_logits, teacher_logits, temperature)`: two arrays (batch, classes) and a number > 0 → one number |
# | **Example** | `distillation_loss([[0.0, 0.0]], [[5.0, 1.0]], 2.0)` → `2.7726`, which is $2^2 \cdot \log 2$ |
#
# A temperature $T$ divides the logits: softmax(logits / T) is flatter for $T > 1$. The loss is $T^2$ times the mean over the batch of the cross-entropy
# between softmax(teacher / T), as soft labels, and softmax(student / T). Logits may be as large as ±10,000.
#
# <details><summary>Hint 1: what is the label, what is the prediction?</summary>
#
# The teacher's probabilities take the place of the labels, the student's logits that of the logits: $-\sum_k q_k \log p_k$, with $q$ from the teacher, $p$ from the student.
# </details>
# <details><summary>Hint 2: pieces that you know</summary>
#
# Divide both by the temperature first. Then $q$ is a softmax and $\log p$ a log-softmax, each row on its own.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `q = softmax(teacher / temperature)`, `log_p = log_softmax(student / temperature)`; add up `q * log_p` over the last axis, take the mean over the batch,
# and multiply by `-temperature**2`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“has another shape … your answer: (2,)”**: take the mean over the batch at the end.
# - **right at T = 1 only**: the factor $T^2$ is missing, or one of the two was not divided by $T$.
# - **an answer that is smaller than expected by the same amount for any student**: that is the KL divergence; the teacher's entropy stays in.
# </details>

# %% nbgrader={"grade": false, "grade_id": "distillation_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def distillation_loss(student_logits, teacher_logits, temperature):
    """T^2 times the mean cross-entropy between softmax(teacher / T) and softmax(student / T).

    Parameters
    ----------
    student_logits, teacher_logits : array-like, shape (batch, classes)
        Finite.
    temperature : float
        T > 0; 1 leaves the logits as they are.

    Returns
    -------
    float
        The loss of the batch.

    References
    ----------
    Hinton, Vinyals and Dean (2015), Distilling the knowledge in a neural network,
    arXiv:1503.02531, section 2.
    """
    ### BEGIN SOLUTION
    student = np.asarray(student_logits, dtype=float) / temperature
    teacher = np.asarray(teacher_logits, dtype=float) / temperature
    e = np.exp(teacher - teacher.max(axis=-1, keepdims=True))
    q = e / e.sum(axis=-1, keepdims=True)
    shifted = student - student.max(axis=-1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return -(temperature**2) * np.mean((q * log_p).sum(axis=-1))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_distillation_loss_values", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_distillation_loss_values(distillation_loss):
    """Values computed by hand (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    t = np.array([[1, 2, 5], [2, 2, 4], [1, 2, 5]]) / 8  # by hand: shares of the teacher
    s = np.array([[5, 5, 5], [9, 3, 3], [5, 5, 5]]) / 15  # and of the student
    right = (np.log(3) + np.log(5) - np.log(3) / 4 + np.log(3)) / 3
    swapped, hard = -np.sum(s * np.log(t)) / 3, -np.sum(np.log(s[:, 2])) / 3
    slips = {"Student and teacher are the wrong way round.": swapped,
        "The softmax runs over the batch.": -np.sum(t / t.sum(0) * np.log(s / s.sum(0))) / 3,
        "The teacher's winning class is the label here (argmax); use its probabilities.": hard,
        "This is the sum over the batch; take its mean.": 3 * right,
        "This is the mean over the classes, too; add up over them.": right / 3,
        "The sign is wrong: the loss is positive.": -right,
        "This is the KL divergence; keep the teacher's entropy.": right + np.sum(t * np.log(t)) / 3,
        "This is the squared error between the logits.": np.mean((np.log(t) - np.log(s)) ** 2),
        "This is half the loss; leave out the factor 1/2.": right / 2,
        "This is one loss for each sample; take their mean.": -np.sum(t * np.log(s), axis=1),
        **{f"A hard loss is mixed in ({w}).": w * hard + (1 - w) * right for w in (0.1, 0.5, 0.9)}}
    raw, what = (np.log(s), np.log(t), 1.0), "The distillation loss of three samples at T = 1"
    checks.expect_close(checks.call(distillation_loss, *raw), right, what, given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(214)
    for n_samples in (1, 5, 6):
        t, s = rng.integers(1, 30, size=(2, n_samples, 4))
        q, p = t / np.sum(t, axis=1, keepdims=True), s / np.sum(s, axis=1, keepdims=True)
        right = -np.mean(np.sum(q * np.log(p), axis=1))
        pair = np.log(s) + 1.0, np.log(t) - 2.0
        answer, what = checks.call(distillation_loss, *pair, 1.0), "The loss of random samples"
        slips = {
            "The student's logits stand for its log-probabilities; take their log-softmax.": (
                -np.mean(np.sum(q * pair[0], axis=1))
            ),
            "This divides by the number of classes; take the mean over the samples.": (
                right * n_samples / 4
            ),
            "The student's exponentials are not divided by their sum.": (
                -np.mean(np.sum(q * (pair[0] - pair[0].max(axis=1, keepdims=True)), axis=1))
            ),
        }
        checks.expect_close(answer, right, what, given=pair, atol=1e-5, slips=slips)
    # At T = 3, for answers that are right at T = 1.
    student, teacher = np.array([[0.0, 1, 3], [2, 0, -1]]), np.array([[2.0, 1, -1], [0, 3, 1]])

    def loss(of_student, of_teacher):
        """The loss with logits multiplied by these factors, without the factor T²."""
        p, q = np.exp(student * of_student), np.exp(teacher * of_teacher)
        p, q = (part / part.sum(axis=1, keepdims=True) for part in (p, q))
        return -np.mean(np.sum(q * np.log(p), axis=1))

    root, right = 3**-0.5, 9 * loss(1 / 3, 1 / 3)
    slips = {
        "The teacher's logits are not divided by the temperature.": 9 * loss(1 / 3, 1),
        "The student's logits are not divided by the temperature.": 9 * loss(1, 1 / 3),
        "The teacher's logits are divided by the temperature twice.": 9 * loss(1 / 3, 1 / 9),
        "The student's logits are divided by the temperature twice.": 9 * loss(1 / 9, 1 / 3),
        "The student's logits are multiplied by the temperature; divide them by it.": (
            9 * loss(3, 1 / 3)
        ),
        "The teacher's logits are multiplied by the temperature; divide them by it.": (
            9 * loss(1 / 3, 3)
        ),
        "The logits are divided by the root of the temperature; divide them by T.": (
            9 * loss(root, root)
        ),
    }
    factors = {"T³": 27, "T⁴": 81, "T": 3, "the root of T": 3**0.5, "1 / T": 1 / 3}
    for name, factor in factors.items():
        slips[f"This multiplies by {name}; the factor is T²."] = factor * right / 9
    answer, what = checks.call(distillation_loss, student, teacher, 3.0), "The loss at T = 3"
    checks.expect_close(answer, right, what, given=(student, teacher, 3.0), slips=slips)
    ### END HIDDEN TESTS


test_distillation_loss_values(distillation_loss)

# %% nbgrader={"grade": true, "grade_id": "test_distillation_loss_temperature", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_distillation_loss_temperature(distillation_loss):
    """The temperature, and its square (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    t, s = np.array([[[1.0, 2, 5], [1, 1, 2]], [[1, 1, 1], [3, 1, 1]]])
    right = 4 * (np.log(3) + np.log(5) - np.log(3) / 4) / 2
    slips = {"The factor T² is missing.": right / 4, "This is divided by T²; multiply.": right / 16}
    powers = -2 * np.sum(t / np.linalg.norm(t, axis=1, keepdims=True) * np.log(s / [[3], [5]]))
    slips["Powers of probabilities do not add up to 1; divide the teacher's logits by T."] = powers
    powers_of_shares = {  # by hand: at T = 2, logits of 2 · log(n) are softened to shares of n
        "The teacher's logits are not divided by the temperature.": (t**2, s),
        "The student's logits are not divided by the temperature.": (t, s**2),
        "Neither student nor teacher is divided by the temperature.": (t**2, s**2),
        "The student's logits are divided by the temperature twice.": (t, s**0.5),
        "All logits are divided by the temperature twice, or by its square.": (t**0.5, s**0.5),
        "The logits are multiplied by the temperature; divide them by it.": (t**4, s**4)}
    for sentence, (q, p) in powers_of_shares.items():
        q, p = q / np.sum(q, axis=1, keepdims=True), p / np.sum(p, axis=1, keepdims=True)
        slips[sentence] = -4 * np.mean(np.sum(q * np.log(p), axis=1))
    raw, what = (2 * np.log(s), 2 * np.log(t), 2.0), "The loss of two samples at T = 2"
    checks.expect_close(checks.call(distillation_loss, *raw), right, what, given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(216)
    for warmth in (3.0, 8.0, 0.5):
        t, s = rng.integers(1, 30, size=(2, 5, 4))
        q, p = t / np.sum(t, axis=1, keepdims=True), s / np.sum(s, axis=1, keepdims=True)
        right = -(warmth**2) * np.mean(np.sum(q * np.log(p), axis=1))
        pair = warmth * np.log(s) + 1.0, warmth * np.log(t) - 2.0
        answer = checks.call(distillation_loss, *pair, warmth)
        what = "The distillation loss at another temperature"
        checks.expect_close(answer, right, what, given=(*pair, warmth), atol=1e-5)
    ### END HIDDEN TESTS


test_distillation_loss_temperature(distillation_loss)

# %% nbgrader={"grade": true, "grade_id": "test_distillation_loss_perfect_student", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_distillation_loss_perfect_student(distillation_loss):
    """A student that equals its teacher (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    # By hand: divided by T = 3, the logits are 0 and log 3, so the shares are 1 : 3.
    teacher = np.array([[0.0, 3 * np.log(3)], [3 * np.log(3) - 2, -2.0]])
    entropy = np.log(4) - 0.75 * np.log(3)
    no_softmax = -9 * np.mean(np.sum(teacher / 3 * np.log([[1 / 4, 3 / 4], [3 / 4, 1 / 4]]), 1))
    factors = {"T": 3, "2 T": 6, "T⁴": 81, "2^T": 8, "1 + T": 4, "T² + 1": 10}
    slips = {"The factor T² is missing.": entropy,
        **{f"This multiplies by {k}; the factor is T².": v * entropy for k, v in factors.items()},
        "The student's softmax is applied twice.": 9 * np.logaddexp(0, 0.5) - 27 / 8,
        "The temperature has no effect; it divides the logits.": np.log(28) - 27 / 28 * np.log(27),
        "The teacher's logits are the labels here; take their softmax.": no_softmax,
        "T divides the student's log-probabilities, not logits.": np.log(28**3 / 27 ** (9 / 4))}
    zero = "This is 0, as a divergence or a squared error is; a cross-entropy is not."
    hints = {zero: lambda got: abs(got) < 1e-6}
    given, what = (teacher + 4.0, teacher, 3.0), "The loss of a perfect student"
    answer = checks.call(distillation_loss, *given)
    checks.expect_close(answer, 9 * entropy, what, given=given, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    # By hand: at T = 2, the student's shares are 1/3 and 2/3, the teacher's 1/4 and 3/4.
    student, teacher = np.array([[0.0, 2 * np.log(2)]]), np.array([[0.0, 2 * np.log(3)]])
    slips = {
        "The student does not count: this is the teacher's entropy.": 4 * entropy,
        "The teacher does not count: this is the student's entropy.": 4 * (
            np.log(3) - 2 / 3 * np.log(2)
        ),
        "Student and teacher are the wrong way round.": 4 * (np.log(4) - 2 / 3 * np.log(3)),
    }
    answer = checks.call(distillation_loss, student, teacher, 2.0)
    what, right = "The loss of another student", 4 * (np.log(3) - 3 / 4 * np.log(2))
    checks.expect_close(answer, right, what, given=(student, teacher, 2.0), slips=slips)
    rng = np.random.default_rng(215)
    teacher = rng.normal(0.0, 3.0, size=(6, 4))
    least = checks.call(distillation_loss, teacher, teacher, 4.0)
    what = (
        "The loss of a perfect student after adding a constant to its rows, compared with before,"
    )
    shifted = teacher + rng.normal(0.0, 5.0, size=(6, 1))
    answer = checks.call(distillation_loss, shifted, teacher, 4.0)
    checks.expect_close(answer, least, what, atol=1e-4)
    other = checks.call(distillation_loss, teacher + rng.normal(size=(6, 4)), teacher, 4.0)
    what = "A student that differs from its teacher has a smaller loss than one that equals it."
    checks.expect(np.all(other > least), what)
    ### END HIDDEN TESTS


test_distillation_loss_perfect_student(distillation_loss)

# %% nbgrader={"grade": true, "grade_id": "test_distillation_loss_large_values", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_distillation_loss_large_values(distillation_loss):
    """Very large numbers, and usual ones (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # A sure teacher, a student that is surely wrong; lists and whole numbers are array-likes, too.
    answer = checks.call(distillation_loss, [[0, 2000]], [[2000, 0]], 2)
    nan = "A probability or a sum was rounded to 0, or an exponential overflowed."
    given, what = "[[0, 2000]], [[2000, 0]] and 2", "The loss at large logits"
    finite, sure = np.isfinite(answer).all(), "p is 0 here, and log(0) is patched: do without p."
    checks.expect(finite, f"{what} is not finite.", given=given, got=answer, hint=nan)
    clipped = "Clipping (Keras' losses clip, too), or adding a small number, limits this loss."
    again, near = (checks.call(distillation_loss, [[0, k]], [[k, 0]], 2) for k in (4000, 4))
    hints = {clipped: lambda got: 20 < got < 4000 and again == got,
        sure: lambda got: np.isclose(near, 7.554088, 1e-3) and (got == 0 or got > 1e30)}
    slips = {f"This is a logarithm to base {k}; take np.log.": 4000 / np.log(k) for k in (2, 10)}
    twice = "The teacher's softmax is applied twice; divide its logits by T, not its probabilities."
    once = "The teacher's softmax is applied twice; take it once."
    slips |= {twice: 4000 / (1 + np.exp(-0.5)), once: 4000 / (1 + np.exp(-1))}
    checks.expect_close(answer, 4000.0, what, given=given, slips=slips, hints=hints)
    answer = checks.call(distillation_loss, [[0.0, 0.0]], [[5.0, 1.0]], 2.0)
    checks.expect_close(answer, 2.7726, "The example on the card")
    ### BEGIN HIDDEN TESTS
    student = np.array([[0, 2, 4], [6, -2, 0], [4, 4, 0], [2, 0, 6]])
    teacher = np.array([[2, 0, -4], [0, 2, 2], [0, 6, 0], [2, 2, 0]])
    q, p = (np.exp(z / 2) / np.exp(z / 2).sum(axis=1, keepdims=True) for z in (teacher, student))
    each = -4 * np.sum(q * np.log(p), axis=1)
    slips = {
        "Only the first sample counts here; take the mean over the batch.": each[0],
        "Only the last sample counts here; take the mean over the batch.": each[-1],
        "This is the largest loss of the batch; take the mean over it.": each.max(),
        "This is the median of the batch; take the mean over it.": np.median(each),
        "The mean over the batch is taken too early; take that of the samples' losses.": (
            -4 * np.sum(q.mean(axis=0) * np.log(p).mean(axis=0))
        ),
    }
    t, s = np.exp(teacher / 2), np.exp(student / 2)
    for name, total in (("the whole array", None), ("the batch", 0)):
        for who, q, p in (
            ("Each", t / t.sum(axis=total), s / s.sum(axis=total)),
            ("The teacher's", t / t.sum(axis=total), s / s.sum(axis=1, keepdims=True)),
            ("The student's", t / t.sum(axis=1, keepdims=True), s / s.sum(axis=total)),
        ):
            sentence = f"{who} softmax runs over {name}; each row is a sample of its own."
            slips[sentence] = -4 * np.mean(np.sum(q * np.log(p), axis=1))
    answer = checks.call(distillation_loss, student, teacher, 2)
    what = "The loss of four samples at a temperature of 2"
    checks.expect_close(answer, each.mean(), what, given=(student, teacher), slips=slips)
    # Each row has a largest logit of its own.
    far, flat = np.array([[1e4, 1e4 - 4], [-1e4, -1e4 + 4]]), np.array([[0, 4], [4, 0]])
    own = "All exponentials of a row are 0, or one overflows: subtract from each row its own "
    hints = {own + "largest logit, below 0 or not.": lambda got: not np.isfinite(got).all()}
    less, more = np.log1p(np.exp(-2)), np.log1p(np.exp(2))
    right = 4 * (less / (1 + np.exp(2)) + more / (1 + np.exp(-2)))
    for who, pair in (("student", (far, flat)), ("teacher", (flat, far))):
        answer, one = checks.call(distillation_loss, *pair, 2), f"The loss of a {who} far from 0"
        checks.expect_close(answer, right, one, given=(*pair, 2), hints=hints)
    student, teacher = np.array([[0.0], [2.0]]), np.array([[1.0], [-3.0]])
    p, q = np.array([1, np.e]) / (1 + np.e), np.array([np.e**2, 1]) / (1 + np.e**2)
    slips = {
        "One class has all the probability, 1; this is a sigmoid cross-entropy.": 4 * np.mean(
            np.log1p(np.exp(student / 2)) - student / 2 / (1 + np.exp(-teacher / 2))
        ),
        "An axis of length 1 is gone (np.squeeze?): the batch is taken for the classes.": (
            -4 * np.sum(q * np.log(p))
        ),
    }
    answer, one = checks.call(distillation_loss, student, teacher, 2), "The loss of a single class"
    checks.expect_close(answer, 0.0, one, given=(student, teacher), slips=slips)
    # Two classes share the probability, so the third one's log-probability is log 2 less.
    answer = checks.call(distillation_loss, [[0, 0, -2000]], [[0, 0, 4000]], 2)
    patched = "Where the softmax is 0, the logarithm of the sum is missing: do not go through it."
    right, slips, what = 4000 + 4 * np.log(2), {patched: 4000.0}, "The loss at large logits"
    checks.expect_close(answer, right, what, rtol=0, atol=1e-2, slips=slips, hints=hints)
    student = np.array([[1e4, -1e4, 0.0], [0.0, 0.0, 0.0]])
    teacher = np.array([[1e4, 0.0, -1e4], [-1e4, 1e4, 1e4]])
    answer = checks.call(distillation_loss, student, teacher, 5.0)
    checks.expect(
        np.isfinite(answer).all(), "The loss at large logits is not finite.", got=answer, hint=nan
    )
    checks.expect_close(
        answer, 25 * np.log(3) / 2, "The loss at large logits", given=(student, teacher, 5.0)
    )
    answer = checks.call(distillation_loss, np.array([[0, 500]]), np.array([[500, 0]]), 0.5)
    checks.expect_close(answer, 250.0, "The loss at a temperature below 1")
    # Divided by T = 1000, these logits are 1 and 0; a power of 1 and 0 would change nothing.
    answer = checks.call(distillation_loss, [[0, 1000]], [[1000, 0]], 1000)
    p = np.exp(1) / (1 + np.exp(1))
    right, q = -1e6 * (p * np.log(1 - p) + (1 - p) * np.log(p)), 1 - p
    slips = {
        "A power is taken of the teacher's probabilities; divide its logits by T.": -1e6 * np.log(q)
    }
    checks.expect_close(answer, right, "The loss at a high temperature", slips=slips)
    student, teacher = np.array([[0, 1, 2], [3, -1, 0]]), np.array([[1, 0, -2], [0, 1, 1]])
    q, p = (np.exp(z / 2) / np.exp(z / 2).sum(axis=1, keepdims=True) for z in (teacher, student))
    right = -4 * np.mean(np.sum(q * np.log(p), axis=1))
    answer = checks.call(distillation_loss, student, teacher, 2)
    q, p = (np.exp(z // 2) / np.exp(z // 2).sum(axis=1, keepdims=True) for z in (teacher, student))
    slips = {"// drops decimals; divide by T with /.": -4 * np.mean(np.sum(q * np.log(p), axis=1))}
    given, what = (student, teacher), "The loss of small whole numbers"
    checks.expect_close(answer, right, what, given=given, slips=slips)
    pair = student.astype(np.float32), teacher.astype(np.float32)
    answer = checks.call(distillation_loss, *pair, 2.0)
    checks.expect_close(answer, right, "The loss of float32 logits", given=pair)
    ### END HIDDEN TESTS


test_distillation_loss_large_values(distillation_loss)

# %% [markdown]
# ### The experiment
#
# - **Teacher:** the network from section 2, trained on all 12,000 pictures.
# - **Students:** 32 hidden units. Same initial weights, pictures and batches; only the targets differ: labels; the teacher's probabilities at $T$ = 1 or 4; or its logits (minus their mean), by squared error, as Ba and Caruana did.
# - **Four budgets:** 500 pictures (each seed its own) or all; few or ten times as many steps. Eight seeds, and sixteen for the few pictures with labels and logits; intervals widened for four comparisons.
#
# **Predict.** In which budgets does a student on logits beat one on labels?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_distil", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def softened(heat):
    """The teacher's probabilities, and the loss of a student that imitates them."""
    return tf.nn.softmax(
        train_logits / heat
    ).numpy(), lambda y, outputs: heat**2 * mean_fused(y, outputs / heat)


def squared(y, outputs):
    return tf.reduce_mean((y - outputs) ** 2)

# %% nbgrader={"grade": false, "grade_id": "demo_distil_targets", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Each kind of student has its targets and its loss.
centred = train_logits - train_logits.mean(axis=1, keepdims=True)
lessons_to_learn = {
    "labels": (train_targets, mean_fused),
    "T = 1": softened(1.0),
    "T = 4": softened(4.0),
    "logits": (centred, squared),
}

# %% nbgrader={"grade": false, "grade_id": "demo_distil_own", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# For the small budgets, each seed draws its own pictures.
own = np.stack(
    [np.random.default_rng(s).choice(12_000, 500, replace=False) for s in lessonkit.seeds(16)]
)

# %% nbgrader={"grade": false, "grade_id": "demo_distil_training", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Each budget has its number of epochs.
budgets = {
    "500 pictures, 188 steps": 47,
    "500 pictures, 1,880 steps": 470,
    "12,000 pictures, 188 steps": 2,
    "12,000 pictures, 1,880 steps": 20,
}
students, student_losses = {}, {}

# %% nbgrader={"grade": false, "grade_id": "demo_distil_runs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
for budget, name in training.progress(
    [(b, n) for b in budgets for n in lessons_to_learn], "16 kinds of students"
):
    targets, loss_of = lessons_to_learn[name]
    few = budget.startswith("500")
    # twice the seeds for the arms that decide, where each seed has pictures of its own
    runs = 16 if few and name in ("labels", "logits") else 8
    examples = (tf.gather(each, own[:runs]) if few else each for each in (train_pixels, targets))
    students[budget, name], student_losses[budget, name] = train_many(
        *examples, loss_of, budgets[budget], runs=runs
    )

# %% nbgrader={"grade": false, "grade_id": "demo_distil_gains", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
student_right = {key: right_answers(models) for key, models in students.items()}


def gain_of(budget, name):
    """How much better students on these targets are than those on labels, seed by seed."""
    right = student_right[budget, name]
    return evidence.compare(right, student_right[budget, "labels"][: len(right)], comparisons=4)


gains = {(b, n): gain_of(b, n) for b in budgets for n in lessons_to_learn if n != "labels"}
logit_gains = {budget: gains[budget, "logits"] for budget in budgets}

# %% nbgrader={"grade": false, "grade_id": "demo_distil_falls", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def fall_of(budget, name):
    """How much the loss still falls at the end; two epochs are too few to say."""
    losses = student_losses[budget, name]
    return f"{100 * training.late_fall(losses):.1f} %" if losses.shape[1] >= 20 else "–"

# %% nbgrader={"grade": false, "grade_id": "demo_distil_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: students of labels and of logits
plots.table(
    ("accuracy (%), mean over seeds", *lessons_to_learn, "late fall of the loss: labels", "logits"),
    [
        (
            budget,
            *(f"{student_right[budget, name].mean():.1f}" for name in lessons_to_learn),
            fall_of(budget, "labels"),
            fall_of(budget, "logits"),
        )
        for budget in budgets
    ],
)

# %% nbgrader={"grade": false, "grade_id": "demo_distil_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: students on logits against students on labels
figure, axis = plt.subplots(figsize=(8.5, 4))
axis.axhline(0, color="black", linewidth=0.8)
arms = (("T = 1", "sky", "^", -0.2), ("T = 4", "orange", "s", 0.0), ("logits", "blue", "o", 0.2))
for name, color, marker, side in arms:
    found = [gains[budget, name] for budget in budgets]
    reach = [[each.value - each.low for each in found], [each.high - each.value for each in found]]
    axis.errorbar(
        np.arange(4) + side,
        [each.value for each in found],
        reach,
        fmt=marker,
        capsize=3,
        color=plots.COLORS[color],
        markersize=8 if name == "logits" else 5,
        label=name,
    )
axis.set(xticks=range(4), xticklabels=[budget.replace(", ", ",\n") for budget in budgets])
axis.set_ylabel("gain over students\non labels (points)")
wins = [budget for budget, gain in logit_gains.items() if gain.outcome == evidence.BETTER]
axis.set_title(f"Logits beat labels with: {'; '.join(wins) or 'none of the budgets'}")
axis.legend(title="trained on")
told = "; ".join(f"{budget}: {gain.words(1, ' points')}" for budget, gain in logit_gains.items())
plots.show(figure, f"Gain in accuracy over students on labels, with intervals. Logits: {told}.")

# %% nbgrader={"grade": false, "grade_id": "demo_distil_losses", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the losses of all students
figure, axes = plt.subplots(1, 2, figsize=(8.5, 2.8))
for axis, name in zip(axes, ("labels", "logits"), strict=True):
    for budget, color in zip(list(budgets)[1::2], ("blue", "orange"), strict=True):
        losses = student_losses[budget, name]
        epochs = np.linspace(0, 1, losses.shape[1])
        axis.semilogy(epochs, losses.mean(axis=0), color=plots.COLORS[color], label=budget)
    axis.set(xlabel="share of the training", ylabel="training loss", title=f"Students on {name}")
axes[0].legend(fontsize=8.5)
plots.show(
    figure,
    "Mean training losses of the long runs. Late fall: "
    + "; ".join(
        f"{budget}: {fall_of(budget, 'labels')} on labels, {fall_of(budget, 'logits')} on logits"
        for budget in list(budgets)[1::2]
    )
    + ".",
)

# %% [markdown]
# An interval that crosses 0 decides nothing. Two effects may compete. Where labels are few, the teacher's numbers bring in what it learned from pictures that the student never sees. But ten logits are *more* to fit than one winner: squared error counts hopeless classes as much as likely ones, which takes more steps, and more units. (To test that, make the students wider.)
#
# Did the students do what they were told to? Your `distillation_loss`:

# %% nbgrader={"grade": false, "grade_id": "demo_distil_check", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
long_run = list(budgets)[1]
student_logits = {
    name: students[long_run, name][0](test_pixels).numpy() for name in lessons_to_learn
}
student_logits["the teacher itself"] = test_logits


def distance(each, heat):
    return float(np.asarray(distillation_loss(each, test_logits, heat)))

# %% nbgrader={"grade": false, "grade_id": "demo_distil_check_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: how far the students are from their teacher
plots.table(
    (f"distillation loss on test pictures ({long_run}), at", *student_logits),
    [
        (f"T = {heat:g}", *(f"{distance(each, heat):.2f}" for each in student_logits.values()))
        for heat in (1.0, 4.0)
    ],
)

# %% [markdown]
# ### Are the probabilities honest? (optional)
#
# If a network says 0.8, is it right in 80 % of those cases? That is *calibration*.
#
# <details><summary>How to read the next figure</summary>
#
# A *reliability diagram* (Guo et al. 2017, [arXiv:1706.04599](https://arxiv.org/abs/1706.04599)) compares the largest probability, bin by bin, with the share that is right. Below the diagonal a network is surer than it is right. The *expected calibration error* is the mean distance between the two, over the pictures.
# </details>

# %% nbgrader={"grade": false, "grade_id": "demo_reliability", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def reliability(all_logits):
    """Mean confidence and share of right answers in ten bins; expected calibration error."""
    likely = np.asarray(softmax(all_logits.astype(float)))
    confidence, is_right = likely.max(axis=1), likely.argmax(axis=1) == test_kinds
    bins = np.minimum((10 * confidence).astype(int), 9)
    # Too few pictures in a bin say nothing.
    used = [k for k in range(10) if np.sum(bins == k) >= 10]
    points = np.array([(confidence[bins == k].mean(), is_right[bins == k].mean()) for k in used])
    off = [np.sum(confidence[bins == k]) - np.sum(is_right[bins == k]) for k in range(10)]
    return points, np.abs(off).sum() / len(bins)

# %% nbgrader={"grade": false, "grade_id": "demo_reliability_measured", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Compare the teacher, two kinds of students and bug B.
measured = {"the teacher": [network]}
measured |= {f"student, {name}": students[long_run, name] for name in ("labels", "T = 1")}
measured["bug B of section 4"] = bug_models[name_b]
calibration = {
    name: [reliability(model(test_pixels).numpy()) for model in many]
    for name, many in measured.items()
}
ece_of = {name: np.mean([ece for _, ece in found]) for name, found in calibration.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_reliability_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: how sure, and how often right
figure, axis = plt.subplots(figsize=(8, 4.2))
axis.plot([0, 1], [0, 1], color="black", linewidth=0.8)
styles = (("black", "o-"), ("red", "s--"), ("sky", "^-"), ("orange", "D:"))
for (name, found), (color, style) in zip(calibration.items(), styles, strict=True):
    for seed, (points, _) in enumerate(found[:2]):
        label = f"{name}: {ece_of[name]:.3f}" if seed == 0 else None
        axis.plot(
            *points.T, style, color=plots.COLORS[color], markersize=4, linewidth=1.3, label=label
        )
axis.set(xlabel="largest probability (mean of a bin)", ylabel="share of right answers")
axis.set(xlim=(0.15, 1.02), ylim=(0, 1.02))
by_labels, by_teacher = (ece_of[f"student, {name}"] for name in ("labels", "T = 1"))
axis.set_title(
    f"Calibration error of students: {by_labels:.3f} on labels, {by_teacher:.3f} at T = 1"
)
axis.legend(fontsize=9, loc="upper left", title="calibration error, mean of seeds")
errors = ", ".join(f"{name} {value:.3f}" for name, value in ece_of.items())
plots.show(
    figure,
    f"""Share of right answers over the largest probability, with the diagonal of perfect
    calibration. Expected calibration errors: {errors}.""",
)

# %% [markdown]
# ## 7. The claims
#
# The rules that decide, then the verdicts. Comparisons are lesson 01's, paired over seeds and test pictures.

# %% nbgrader={"grade": false, "grade_id": "demo_rules", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claims 2.1 and 2.2
def claim_2_1(middle, round_trip, rising):
    holds = abs(middle) < 1e-6 and round_trip < 1e-6 and rising
    sentence = f"|logit(0.5)| = {abs(middle):.1g}; the sigmoid takes it back to {round_trip:.1g}"
    return evidence.Verdict("2.1", "holds" if holds else "does not hold", sentence, round_trip)


def claim_2_2(linear_error, lowest, highest):
    raw = linear_error < 1e-3 and lowest < 0 and highest > 1
    sentence = (
        f"w·x + b by hand differs by {linear_error:.1g} at most; from {lowest:.0f} to {highest:.0f}"
    )
    return evidence.Verdict("2.2", "holds" if raw else "does not hold", sentence, linear_error)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_statistical", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 2.3
def claim_2_3(two_class_error, constant_spread):
    the_same = two_class_error < 1e-6 and constant_spread < 1e-6
    sentence = (
        f"softmax([0, l]) and sigmoid(l) differ by {two_class_error:.1g} at most; with ten classes "
        f"a logit is its log-probability plus one constant, to {constant_spread:.1g}"
    )
    return evidence.Verdict(
        "2.3", "does not hold" if the_same else "holds", sentence, two_class_error
    )

# %% nbgrader={"grade": false, "grade_id": "demo_rules_5", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 2.5
def claim_2_5(rest_error):
    sentence = (f"logit minus logsumexp of the others, through a sigmoid: {rest_error:.1g} from "
                f"the softmax at most")
    return evidence.Verdict(
        "2.5", "holds" if rest_error < 1e-5 else "does not hold", sentence, rest_error
    )

# %% nbgrader={"grade": false, "grade_id": "demo_rules_2", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 2.4
def claim_2_4(network_agrees, smallest_share, lost_gap):
    sentence = (
        f"same winner in {network_agrees:.1%} of the test pictures; of random logits in at least "
        f"{smallest_share:.1%} of the rows; the winner is lost at gaps up to {lost_gap:.1g}"
    )
    if network_agrees == 1 and smallest_share == 1:
        verdict = "holds"
    elif lost_gap < 1e-6:
        verdict = "holds only if the best two logits differ by more than float32 can tell apart"
    else:
        verdict = "does not hold"
    return evidence.Verdict("2.4", verdict, sentence, lost_gap)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_fused", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 2.6
def claim_2_6(apart_from, fused_from):
    apart, fused = (
        "never" if np.isinf(gap) else f"from a gap of {gap:.0f}" for gap in (apart_from, fused_from)
    )
    sentence = f"in float32 the loss is inf or nan: apart {apart}, together {fused}"
    needed = fused_from > apart_from
    return evidence.Verdict("2.6", "does not hold" if needed else "holds", sentence, apart_from)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_6", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 2.10
def claim_2_10(least_apart, scale):
    sentence = (
        f"with the logit's scale at {scale:.2f}, the two curves are at most {least_apart:.4f} apart"
    )
    return evidence.Verdict(
        "2.10", "holds" if least_apart < 0.01 else "does not hold", sentence, least_apart
    )

# %% nbgrader={"grade": false, "grade_id": "demo_rules_3", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 2.7
def claim_2_7(gain):
    verdict = {evidence.BETTER: "holds", evidence.WORSE: "does not hold"}.get(
        gain.outcome, gain.outcome
    )
    sentence = f"right sets of labels, sigmoids against softmax: {gain.words(1, ' points')}"
    return evidence.Verdict("2.7", verdict, sentence, gain.value, gain.low, gain.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_with_logits", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 2.8
def claim_2_8(silent, calls, cost_b, cost_c):
    costs = {"probabilities for logits": cost_b, "logits for probabilities": cost_c}
    if silent == 0:
        verdict = "holds"
    else:
        harmful = any(cost.outcome == evidence.BETTER for cost in costs.values())
        verdict = "does not hold" if harmful else evidence.NOT_TOLD_APART
    sentence = f"{silent} of {calls} calls are wrong without a warning; the right call against "
    sentence += "; against ".join(
        f"{name}: {cost.words(1, ' points')}" for name, cost in costs.items()
    )
    return evidence.Verdict("2.8", verdict, sentence, cost_b.value, cost_b.low, cost_b.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_4", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 2.9
def claim_2_9(gains):
    """`gains`: of students on logits over students on labels, by budget."""
    wins = [budget for budget, gain in gains.items() if gain.outcome == evidence.BETTER]
    if len(wins) == len(gains):
        verdict = "holds"
    elif wins:
        verdict = f"holds only if the budget is {' or '.join(wins)} (of those tried)"
    elif any(gain.outcome == evidence.WORSE for gain in gains.values()):
        verdict = "does not hold"
    else:
        verdict = evidence.NOT_TOLD_APART
    sentence = "; ".join(f"{budget}: {gain.words(1, ' points')}" for budget, gain in gains.items())
    best = max(gains.values(), key=lambda gain: gain.low)
    return evidence.Verdict("2.9", verdict, sentence, best.value, best.low, best.high)

# %% nbgrader={"grade": false, "grade_id": "demo_claims", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
claims = {
    "2.1": "logit maps (0, 1) to the reals; 0.5 goes to 0",
    "2.2": "in deep learning, logits are the raw outputs w·x + b of the last layer",
    "2.3": "the statistical logit has nothing to do with it",
    "2.4": "argmax of the logits and of the softmax agree",
    "2.5": "the log-odds of one softmax class, put through a sigmoid, give its probability back",
    "2.6": "softmax and cross-entropy are computed together only for efficiency",
    "2.7": "softmax for one label of many; for several labels one sigmoid each",
    "2.8": "_with_logits in a name is redundant",
    "2.9": "a shallow student learns better from a deep teacher's logits than from labels",
    "2.10": "the logit (Berkson 1944) draws nearly the curve of the probit (Bliss 1934)",
}

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts_numbers", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# In float32, from which gap on is the loss inf or nan?
apart_from, fused_from = (
    breaks["float32"][way] for way in ("log of a stable softmax", "fused: log-softmax")
)

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
evidence.show(
    [
        claim_2_1(middle, round_trip, bool(np.all(np.diff(chance_odds) > 0))),
        claim_2_2(linear_error, test_logits.min(), test_logits.max()),
        claim_2_3(two_class_error, constant_spread),
        claim_2_4(network_agrees, same_winner.min(), lost_gap),
        claim_2_5(rest_error),
        claim_2_6(apart_from, fused_from),
        claim_2_7(sets_gain),
        claim_2_8(len(silent), len(guard), cost_b, cost_c),
        claim_2_9(logit_gains),
        claim_2_10(least_apart, best_scale),
    ],
    claims,
)

# %% [markdown]
# Go back to your predictions. Where were you wrong?
#
# ## What to remember
#
# 1. With two classes the difference of the logits is the log-odds. With $K$ classes, logits are log-probabilities up to one shared constant.
# 2. Subtract the largest logit before you exponentiate, and never take the logarithm of a softmax.
# 3. The gradient of softmax and cross-entropy is $p - y$, if the labels add up to 1.
# 4. Exactly one label: softmax. Any number of labels: one sigmoid each.
# 5. A loss cannot see whether it gets logits or probabilities. Compare it with log K, and with its floor.
#
# ## Where it breaks
#
# - Small networks, one teacher, one size of student, a fifth of Fashion-MNIST's training pictures. Costs and gains move with these, with the learning rate and with the length of training.
#
# ## Further reading
#
# - Bliss (1934), *The method of probits*, Science 79, 38–39. Berkson (1944), *Application of the logistic function to bio-assay*, JASA 39, 357–365. Cramer (2003), *Logit Models from Economics and Other Fields*, chapter 9.
# - Bridle (1990), *Probabilistic interpretation of feedforward classification network outputs*, in *Neurocomputing*, Springer: softmax gets its name.
# - Ba and Caruana (2014), *Do deep nets really need to be deep?*, [arXiv:1312.6184](https://arxiv.org/abs/1312.6184). Hinton, Vinyals and Dean (2015), *Distilling the knowledge in a neural network*, [arXiv:1503.02531](https://arxiv.org/abs/1503.02531).
# - Xiao, Rasul and Vollgraf (2017), *Fashion-MNIST*, [arXiv:1708.07747](https://arxiv.org/abs/1708.07747).
