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
# # Variational autoencoders: how can a Gaussian make an image?
#
# After this lesson you can
#
# - **explain** how a Gaussian becomes a ring, a boot or a wardrobe of garments, and why the Gaussian is a choice,
# - **move** a random step out of the way of the gradient, and **measure** what that gains,
# - **compute** the evidence lower bound, and **check** its parts against samples,
# - **train** a variational autoencoder with a step that you wrote, and **show** what its KL term does,
# - **judge** the model by a tighter bound, and as an anomaly detector.
#
# **Time:** 85 minutes, more than half of it for eight exercises (10 points). **You need:** the lessons `02_logits_and_softmax` and `04_anomaly_detection`, means and variances, and the density of a Gaussian.
#
# Where an experiment stops with `NotImplementedError`, an exercise above it is still open.

# %% [markdown]
# ## Recall
#
# Answer in your head, then unfold.
#
# 1. (Lesson 02) A pixel is dark, its target 0, and the network's logit for it is 1000. What is the sigmoid cross-entropy, and how is it computed without an overflow?
#
# <details><summary>Answer</summary>
#
# It is 1000. The sigmoid would be exactly 1 in float32 and $\log(1-1)$ would be −∞, so one never goes through the probability: $\max(l,0)-ly+\log(1+e^{-|l|})$ takes the logit $l$ as it is.
# </details>
#
# 2. (Lesson 04) An autoencoder has seen normal pictures only. What is its anomaly score, and for which anomalies does it fail?
#
# <details><summary>Answer</summary>
#
# The reconstruction error: what it has not learnt to draw, it draws badly. It fails where the anomalies are *simpler* than the normal class.
# </details>

# %% [markdown]
# ## The question
#
# > *In a variational autoencoder the latent state is Gaussian: a bell around 0, the same in all directions. How can such a thing generate an image? Why assume that it is Gaussian? And how does backpropagation make the encoder's outputs Gaussian?*
#
# The *latent state*, or **code** $z$, is a handful of hidden numbers: an **encoder** network goes from pictures to codes, a **decoder** from codes to pictures. Answers in circulation: *images have Gaussian causes; training enforces it, because the KL divergence* (section 4) *pulls the activations towards a Gaussian; the noise is scaled by* $\sqrt{\exp(\log\sigma^2)}$*; and the same model is an anomaly detector, too.*
#
# **Predict.** Write down, before you run anything:
#
# - Two numbers are drawn from a standard normal. Can a fixed function turn them into points that lie on a ring? Into points that draw a boot?
# - A variational autoencoder is trained *without* its KL term. What changes: the reconstructions, or new pictures made from Gaussian noise?

# %% [markdown]
# *Your prediction (double-click to write):*
#
# …

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import lessonkit

lessonkit.start(seed=5)  # before TensorFlow is imported: quiet start, seeds, plot style

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
import tensorflow_probability as tfp

from lessonkit import data, evidence, plots, training

# %% [markdown]
# ## 1. A function of a Gaussian
#
# No images yet, no network. Draw $z$ from a two-dimensional standard normal and compute
#
# $$g(z) = \frac{z}{10} + \frac{z}{\lVert z \rVert}.$$
#
# Every point is pushed out to distance 1 and keeps a tenth of its own (the example is Doersch's, 2016).

# %% nbgrader={"grade": false, "grade_id": "demo_ring", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: a bell, and the ring that a function makes of it
z_plane = np.random.default_rng(lessonkit.seed(1)).normal(size=(20_000, 2))


def ring(z):
    return z / 10 + z / np.linalg.norm(z, axis=1, keepdims=True)


radius = np.linalg.norm(ring(z_plane), axis=1)
near_centre = {name: np.mean(np.linalg.norm(points, axis=1) < 1) for name,
    points in (("before", z_plane), ("after", ring(z_plane)))}
angle = np.arctan2(z_plane[:1500, 1], z_plane[:1500, 0])

figure, axes = plt.subplots(1, 2, figsize=(8, 3.9))
for axis, points, name in zip(axes, (z_plane, ring(z_plane)), ("before", "after"), strict=True):
    axis.scatter(*points[:1500].T, c=angle, cmap="twilight", s=6)
    axis.set(aspect="equal", xlabel="first coordinate", ylabel="second coordinate",
        title=f"{name.capitalize()}: {near_centre[name]:.0%} of the points within distance 1")
plots.show(figure, f"Left: 1,500 points of a two-dimensional standard normal, densest in the "
    f"middle, coloured by their direction. Right: the same points after g: a ring\n    with radii "
    f"from {radius.min():.2f} to {radius.max():.2f}, empty inside, each colour still in its "
    f"direction.")

# %% [markdown]
# A ring is nothing like a bell. Yet each point of it is a Gaussian point, moved. How far does this go?
#
# **As far as you like.** The cumulative distribution function $\Phi$ of a standard normal turns $z_1$ into a number that is uniform on (0, 1), and any quantile function turns such a number into a sample of *its* distribution. In two dimensions: $\Phi(z_1)$ picks a height by the distribution of heights, and $\Phi(z_2)$ a place along the row there. Take for the distribution the brightness of a picture. The distance from it is the share of the points that would have to move; the best that luck allows is what 20,000 points drawn from the pixels themselves have. Ten draws each:

# %% nbgrader={"grade": false, "grade_id": "demo_boot_function", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
(train_images, train_labels), (test_images, test_labels) = data.fashion_mnist()
boot = train_images[train_labels == 9][0] / 255.0
density = boot / boot.sum()
cdf = tfp.distributions.Normal(np.float64(0), np.float64(1)).cdf

# %% nbgrader={"grade": false, "grade_id": "demo_boot_quantile", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def quantile_in(cumulative, u):
    """Place on a row of pixels, given cumulative shares (points, pixels) that end at 1."""
    pixel = np.minimum(np.sum(cumulative < u[:, None], axis=1), cumulative.shape[1] - 1)
    upper = np.take_along_axis(cumulative, pixel[:, None], axis=1)[:, 0]
    lower = np.where(pixel > 0, np.take_along_axis(cumulative, np.maximum(pixel - 1, 0)[:, None],
        axis=1)[:, 0], 0.0)
    return pixel + (u - lower) / (upper - lower)

# %% nbgrader={"grade": false, "grade_id": "demo_boot_draw", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def draw_boot(u):
    """From two uniform numbers each to a point (across, down) of the picture."""
    heights = np.cumsum(density.sum(axis=1))[None] / density.sum()
    down = quantile_in(np.repeat(heights, len(u), axis=0), u[:, 0])
    rows = density[np.minimum(down.astype(int), 27)]
    return np.stack([quantile_in(np.cumsum(rows, axis=1) / rows.sum(axis=1, keepdims=True),
        u[:, 1]), down], axis=1)

# %% nbgrader={"grade": false, "grade_id": "demo_boot", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def distance_to_boot(points):
    """Share of the points that would have to move to match the picture: 0 equal, 1 disjoint."""
    down, across = points[:, 1], points[:, 0]
    counts, _, _ = np.histogram2d(down, across, bins=28, range=((0, 28), (0, 28)))
    return 0.5 * np.abs(counts / len(points) - density).sum()


# %% nbgrader={"grade": false, "grade_id": "demo_boot_sources", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Points come from three sources; the last two go through the function.
def from_pixels(rng):
    down, across = np.divmod(rng.choice(784, 20_000, p=density.ravel()), 28)
    return np.stack([across, down], axis=1) + 0.5


sources = {
    "the pixels themselves": from_pixels,
    "a Gaussian": lambda rng: draw_boot(cdf(rng.normal(size=(20_000, 2))).numpy()),
    "a uniform": lambda rng: draw_boot(rng.uniform(size=(20_000, 2))),
}

# %% nbgrader={"grade": false, "grade_id": "demo_boot_distances", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# For each source, keep all ten distances, and the first draw for the figure.
boot_points, boot_distance = {}, {}
for number, (name, draw) in enumerate(sources.items()):
    rng = np.random.default_rng(lessonkit.seed(2 + number))
    draws = [draw(rng) for _ in range(10)]
    boot_points[name] = draws[0]
    boot_distance[name] = np.array([distance_to_boot(points) for points in draws])
by_luck = boot_distance["the pixels themselves"]

# %% nbgrader={"grade": false, "grade_id": "demo_boot_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: a boot of 20,000 points
figure, axes = plt.subplots(1, 3, figsize=(10.5, 4.3))
axes[0].imshow(boot, cmap="gray_r")
axes[0].set_title("A picture, taken as a density")
for axis, name in zip(axes[1:], ("a Gaussian", "a uniform"), strict=True):
    axis.scatter(*boot_points[name][:6000].T, s=1, color="black")
    axis.set(xlim=(0, 28), ylim=(28, 0), aspect="equal")
    axis.set_title(f"From {name}: distance {boot_distance[name].mean():.4f}")
for axis in axes:
    axis.grid(False)
    axis.set(xlabel="pixel across", ylabel="pixel down")
title = f"Points drawn from the pixels themselves have {by_luck.mean():.4f}"
figure.suptitle(title, x=0.01, ha="left")
plots.show(figure, f"""An ankle boot of Fashion-MNIST, and two clouds of points that draw the same
    boot: one made from Gaussian, one from uniform numbers. Mean distances from the picture:
    {", ".join(f"{name} {values.mean():.4f}" for name, values in boot_distance.items())}.""")

# %% [markdown]
# *How can a Gaussian make this?* By a function. *Why a Gaussian?* A uniform *latent variable* (one that nobody observes) draws the same boot. The distribution that codes are drawn from before any picture is seen is called the **prior**. It is a **choice**: any continuous one would do if the function is free to undo it. Section 5 tries others; sections 2 and 4 show what makes the Gaussian *convenient*.
#
# **From the boot to the decoder.** Here 20,000 codes made *one* picture, each a point of ink. A *decoder* has 784 outputs: *one* code makes a whole picture. But it is the ring again: a picture is a point in a space with 784 axes, and a smooth function of two numbers bends the plane into a two-dimensional *sheet* in that space. Training has to lay the sheet through the pictures.
#
# To look at the sheet, one wants codes spread as the prior is: evenly in probability.

# %% [markdown]
# ### Exercise: `latent_grid`
#
# | | |
# |---|---|
# | **Write** | a square grid of two-dimensional codes, evenly spaced in *probability* |
# | **Why it matters** | with it you look at what a decoder makes of the whole latent plane, in section 5 |
# | **Time, difficulty** | 6 minutes, ●○○ |
# | **Signature** | `latent_grid(n, latent_range)`: integer $n\ge2$, number in (0, 1) → (n·n, 2) |
# | **Example** | `latent_grid(2, 0.5)` → `[[-0.6745, -0.6745], [-0.6745, 0.6745], [0.6745, -0.6745], [0.6745, 0.6745]]` |
#
# `latent_range` is the share of the standard normal's probability that the grid spans on each axis, taken from the middle: for 0.5, from the 25 % quantile (−0.6745) to the 75 % quantile (0.6745). The $n$ probabilities between
# the two ends are evenly spaced; their quantiles are not: they crowd where the density is high. All pairs follow row by row: the first coordinate changes slowest.
#
# <details><summary>Hint 1: from probabilities to codes</summary>
#
# First the probabilities, then their quantiles. The quantile function undoes the cumulative distribution function: the 50 % quantile of a standard normal is 0.
# </details>
# <details><summary>Hint 2: the two functions</summary>
#
# `np.linspace(low, high, n)` with `low = (1 - latent_range) / 2` and `high = (1 + latent_range) / 2`. The quantile function is `tfp.distributions.Normal(0.0, 1.0).quantile`, or
# `scipy.stats.norm.ppf`.
# </details>
# <details><summary>Hint 3: all pairs, almost the solution</summary>
#
# With the quantiles in `z`, `first, second = np.meshgrid(z, z, indexing="ij")` makes two n × n tables; ravel both and put them side by side with `np.stack([…, …], axis=1)`. Or write two loops:
# `[[a, b] for a in z for b in z]`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **inf at the corners**: the probabilities run from 0 to 1; the quantiles of 0 and 1 are infinite.
# - **“the first coordinate changes fastest”**: `np.meshgrid` without `indexing="ij"` swaps the axes.
# - **the shape (n, n, 2)**: flatten the first two dimensions.
# </details>

# %% nbgrader={"grade": false, "grade_id": "latent_grid", "locked": false, "schema_version": 3, "solution": true, "task": false}
def latent_grid(n, latent_range):
    """Grid of two-dimensional codes at evenly spaced quantiles of the standard normal distribution.

    Parameters
    ----------
    n : int
        Number of codes along each axis, at least 2.
    latent_range : float
        Share of the probability between the two ends of an axis, in (0, 1).

    Returns
    -------
    array, shape (n * n, 2)
        All pairs of the n quantiles, row by row: the first coordinate changes slowest.
    """
    ### BEGIN SOLUTION
    shares = np.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n)
    z = tfp.distributions.Normal(np.float64(0), np.float64(1)).quantile(shares).numpy()
    return np.stack(np.meshgrid(z, z, indexing="ij"), axis=-1).reshape(n * n, 2)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_latent_grid_order", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_latent_grid_order(latent_grid):
    """The order of the codes (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    right = 0.67448975 * (s := np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]]))  # 25 and 75 %
    slips = {"The first coordinate changes fastest; it should change slowest.": right[:, ::-1],
        "erfinv takes 2p − 1, not p.": np.where(right < 0, 0.3186394, 1.1503494),
        "The points are there, but not flattened: (n·n, 2) is asked for.": right.reshape(2, 2, 2),
        "The two tables follow each other; put them side by side (axis=-1).": right[[0, 3, 1, 1]],
        "These are probabilities; a code is the quantile of one.": 0.5 + s / 4,
        "latent_range is taken for the largest code; it is a probability.": s / 2,
        "Half of latent_range is taken for the largest code; it is a probability.": s / 4,
        "The lower end is missing; start at (1 − latent_range) / 2.": np.maximum(right, 0),
        "Only pairs (a, a) are there.": right[::3], "Besides (a, b) give (b, a).": right[[0, 1, 3]],
        "The pairs (a, a) are missing.": right[1:3], "Transpose: each row is one code.": right.T,
        "Only one code: np.arange stops before the end, or return is inside a loop.": right[:1],
        "Only the lowest first coordinate is there: is return inside the loop?": right[:2]}
    for axis, flip in ("first axis is", [-1, 1]), ("second axis is", [1, -1]), ("axes are", -1):
        slips[f"The {axis} upside down: go from low to high."] = right * flip
    checks.expect_close(checks.call(latent_grid, 2, 0.5), right, "latent_grid(2, 0.5)", slips=slips,
        hints={"The quantiles of 0 and 1 are infinite.": lambda got: np.isinf(got).any()})
    ### BEGIN HIDDEN TESTS
    for n in (3, 6):
        answer = checks.call(latent_grid, n, 0.9)
        checks.expect_shape(answer, (n * n, 2), "A larger grid")
        for axis, name in ((0, "first"), (1, "second")):
            table = answer.reshape(n, n, 2)[:, :, axis]
            along = table[:, :1] if axis == 0 else table[:1]
            what = f"The {name} coordinate of a larger grid does not run along its own axis only."
            checks.expect(np.allclose(table, along, atol=1e-5), what, given=(n, 0.9), got=table)
            what = f"The {name} coordinate of a larger grid does not run upwards."
            checks.expect(np.all(np.diff(np.ravel(along)) > 0), what, given=(n, 0.9), got=along)
    ### END HIDDEN TESTS


test_latent_grid_order(latent_grid)

# %% nbgrader={"grade": true, "grade_id": "test_latent_grid_quantiles", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_latent_grid_quantiles(latent_grid):
    """Evenly spaced quantiles (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    s, c = np.array([[0, -1], [-1, 0], [0, 0], [1, 0], [0, 1]]), 1.2815516
    codes = {"right": s @ [0.5244005, c],  # quantiles from a table: 10, 30, 50, 70 and 90 %
        "This is the logistic quantile, log(p / (1 − p)).": s @ [0.8472979, 2.1972246],
        "The factor √2 is missing: z = √2 · erfinv(2p − 1).": s @ [0.3708072, 0.9061938],
        "The codes are evenly spaced; their probabilities should be.": s @ [0.6407758, c],
        "These are the quantiles of the middles of five equal parts.": s @ [0.4124631, 0.9153651],
        "The upper end is missing; include it.": [-1.28155, -0.64335, -0.20189, 0.20189, 0.64335],
        "The ends should be the quantiles of (1 ± latent_range) / 2.": s @ [0.3853205, 0.8416212],
        "The square holds latent_range; each axis should.": s @ [0.59359, 1.6184168],
        "The tails hold latent_range here; the middle should.": s @ [0.1256613, 0.2533471],
        "Both ends are missing; linspace holds them.": s @ [0.3406948, 0.7279133],
        "The ends are ½ ± latent_range; take ½ of it on each side.": [np.nan, -c, 0, c, np.nan],
        "Invert this distribution function.": [0.53983, 0.61791, 0.69146, 0.75804, 0.81594]}
    slips = {text: np.array([[a, b] for a in z for b in z]) for text, z in codes.items()}
    slips["latent_range is not used: 0.5 gives the same grid."] = checks.call(latent_grid, 5, 0.5)
    right, answer = slips.pop("right"), checks.call(latent_grid, 5, 0.8)
    checks.expect_close(answer, right, "latent_grid(5, 0.8)", slips=slips)
    ### BEGIN HIDDEN TESTS
    from statistics import NormalDist

    def pairs(z):
        return np.array([[a, b] for a in z for b in z])

    # With these, low + step + step + … passes the upper end, or falls short of it, by rounding.
    fractional = ((7, 0.5), (10, 0.5), (3, 0.8), (4, 0.3), (6, 0.3), (7, 0.6))
    for n, share in fractional:
        low, step = (1 - share) / 2, share / (n - 1)
        z = [NormalDist().inv_cdf(low + step * i) for i in range(n)]
        p = low + step * n
        above = NormalDist().inv_cdf(p) if p < 1 else np.nan
        slips = {
            "One code too many along each axis, for some n and ranges: np.arange with a "
            "fractional step rounds, so its count is not sure; np.linspace(start, end, n) gives "
            "n values.": pairs([*z, above]),
            "One code too few along each axis, for some n and ranges: a count that comes from "
            "a fractional step (np.arange, int, a while loop) rounds; np.linspace(start, end, n) "
            "gives n values.": pairs(z[:-1]),
        }
        slips["latent_range is not used: another range gives the same grid."] = checks.call(
            latent_grid, n, 0.85
        )
        answer, what = checks.call(latent_grid, n, share), "A grid of another size and range"
        if p > 1 and answer.shape == ((n + 1) ** 2, 2):  # a probability above 1: nan, inf or none
            answer = np.where(np.isfinite(answer) & (np.abs(answer) < 9), answer, np.nan)
        checks.expect_close(answer, pairs(z), what, given=(n, share), atol=1e-5, slips=slips)
    for n, share in ((4, 0.3), (7, 0.99), (10, 0.62), (2, 0.05)):
        z = [NormalDist().inv_cdf((1 - share) / 2 + share * i / (n - 1)) for i in range(n)]
        even = pairs(np.linspace(z[0], z[-1], n))
        slips = {"The codes are evenly spaced, not their probabilities.": even} if n > 2 else {}
        same = "latent_range is not used: other ranges give the same grid."
        slips[same] = checks.call(latent_grid, n, 0.85)
        answer, what = checks.call(latent_grid, n, share), "A grid of another size and range"
        right = pairs(z)
        most = min(answer.max(), right.max() - 0.01)
        slips["The codes are clipped, or their probabilities; a quantile has no bound."] = (
            right.clip(-most, most)
        )
        checks.expect_close(answer, right, what, given=(n, share), atol=1e-5, slips=slips)
    z = NormalDist().inv_cdf(0.99995)
    hints = {"The codes are clipped; a quantile has no bound.": lambda got: got.max() < z - 0.3}
    answer, what = checks.call(latent_grid, 2, 0.9999), "A grid that reaches far out"
    checks.expect_close(answer, pairs([-z, z]), what, atol=0.01, hints=hints)
    ### END HIDDEN TESTS


test_latent_grid_quantiles(latent_grid)

# %% nbgrader={"grade": false, "grade_id": "demo_grid", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the grid, and its cells
grid = np.asarray(latent_grid(12, 0.98)).astype(float)
lines = grid[:12, 1]
inside = np.histogram2d(*z_plane.T, bins=(lines, lines))[0] / len(z_plane)
even = np.linspace(lines[0], lines[-1], 12)
evenly = np.histogram2d(*z_plane.T, bins=(even, even))[0] / len(z_plane)

figure, axes = plt.subplots(1, 3, figsize=(10.5, 3.7))
for axis, points, name in zip(axes, (grid, ring(grid), draw_boot(cdf(grid).numpy())),
    ("The grid", "through the ring's function", "through the boot's function"), strict=True):
    for step in (points.reshape(12, 12, 2), points.reshape(12, 12, 2).swapaxes(0, 1)):
        axis.plot(step[..., 0].T, step[..., 1].T, color=plots.COLORS["sky"], linewidth=0.6)
    axis.scatter(*points.T, c=np.arange(144), cmap="twilight", s=12)
    axis.set(aspect="equal", title=name, xlabel="first coordinate", ylabel="second coordinate")
axes[2].invert_yaxis()
figure.suptitle(f"Each cell of the grid holds {inside.min():.1%} to {inside.max():.1%} of the "
    f"samples (evenly spaced codes: {evenly.min():.1%} to {evenly.max():.1%})", x=0.01, ha="left")
plots.show(figure, f"""A 12 by 12 grid of codes, crowded in the middle, and the same grid after the
    two functions: torn open at the centre and bent around the ring, and filling the boot. Each cell
    holds between {inside.min():.1%} and {inside.max():.1%} of 20,000 samples.""")

# %% [markdown]
# ## 2. The noise comes from outside
#
# To find a decoder that draws the training pictures, one needs for each picture $x$ the codes that it may come from. The *encoder* answers with a distribution, $q(z|x)=\mathcal N\big(\mu(x),\sigma^2(x)\big)$: it computes two vectors, $\mu$ and
# $\log\sigma^2$, and these are *numbers*, the same at each call. The Gaussian is what one *does* with them:
#
# $$z=\mu+\sigma\epsilon, \qquad \epsilon\sim\mathcal N(0,1), \qquad \sigma=\sqrt{\exp(\log\sigma^2)}=\exp\big(\tfrac12\log\sigma^2\big).$$
#
# The only random thing, $\epsilon$, is an input like $x$. For a given $\epsilon$ the code is a smooth function of $\mu$ and $\log\sigma^2$, so the gradient passes through (Kingma and Welling 2014): the **reparameterisation**.

# %% [markdown]
# ### Exercise: `reparameterize`
#
# | | |
# |---|---|
# | **Write** | the last line: a sample of $\mathcal N(\mu,\sigma^2)$ made of standard normal noise |
# | **Why it matters** | it is the line that lets a gradient through a random step |
# | **Time, difficulty** | 3 minutes, ●○○ |
# | **Signature** | `reparameterize(mean, log_var, noise)`: three arrays of one shape → array of that shape |
# | **Example** | `reparameterize([[1.0, 0.0]], [[0.0, 1.3863]], [[0.5, -1.0]])` → `[[1.5, -2.0]]` (1.3863 = log 4: the standard deviation is 2) |
#
# The noise is an argument: the function draws nothing itself. With the same noise it gives the same sample.
#
# <details><summary>Hint 1: stretch, then shift</summary>
#
# Multiply the noise by the standard deviation, and add the mean.
# </details>
# <details><summary>Hint 2: which power of e?</summary>
#
# $\log\sigma^2=2\log\sigma$, so $\log\sigma$ is half of `log_var`.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `return mean + tf.exp(…) * noise`, with half of the log-variance in the exponential.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“looks like σ = exp(log_var)”**: that is the variance; its square root is the standard deviation.
# - **nan**: a log-variance may be negative; it has no square root. Take the exponential first.
# - **another answer at each call**: use the noise that is given instead of drawing your own.
# </details>

# %% nbgrader={"grade": false, "grade_id": "reparameterize", "locked": false, "schema_version": 3, "solution": true, "task": false}
def reparameterize(mean, log_var, noise):
    """Sample of a Gaussian, as a function of its parameters and of standard normal noise.

    Parameters
    ----------
    mean, log_var : array-like, any shape
        Mean and logarithm of the *variance* of each coordinate.
    noise : array-like, the same shape
        Standard normal noise.

    Returns
    -------
    array of the same shape
        The sample; differentiable in `mean` and `log_var` if TensorFlow is used.

    References
    ----------
    Kingma and Welling (2014), Auto-encoding variational Bayes, arXiv:1312.6114, section 2.4.
    """
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    ### BEGIN SOLUTION
    return mean + tf.exp(log_var / 2) * noise
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_reparameterize_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_reparameterize_values(reparameterize):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    mean, noise, std = np.array([[[1.0, 0, -2]], [[1.5, -1, 4]], [[2, 3, 0.5]]])
    given = (mean, log_var := 2 * np.log(std), noise)
    slips = {"This looks like σ = exp(log_var); it is exp(log_var / 2).": mean + std**2 * noise,
        "log_var is used as the standard deviation itself.": mean + log_var * noise,
        "Half of log_var is taken; the exponential is missing.": mean + log_var / 2 * noise,
        "Halve the log-variance before the exponential, not after.": mean + std**2 / 2 * noise,
        "The sign in the exponential is wrong: it is exp(log_var / 2).": mean + noise / std,
        "No root of log_var: it is exp(log_var / 2).": mean + noise * [1.17741, 1.4823, np.nan],
        "The noise is subtracted; as a habit, add it.": mean - std * noise,
        "The noise is not scaled by the standard deviation.": mean + noise,
        "The noise stands in the exponent; multiply by it instead.": mean + std**noise,
        "This is the mean alone; the noise is not used.": mean, "The mean is missing.": std * noise,
        "The mean is scaled, too; only the noise should be.": std * (mean + noise)}
    slips |= {f"The noise is clipped to ±{c}; use it as it is.": mean + std * noise.clip(-c, c)
        for c in (1, 2, 3)}
    answer = checks.call(reparameterize, *given)
    checks.expect_close(answer, [[4.0, -3.0, 0.0]], "The sample", given=given, slips=slips)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(501)
    for shape in ((4, 3), (1, 16), (6,)):
        mean, noise = rng.normal(size=(2, *shape))
        std = rng.uniform(0.1, 4.0, shape)
        answer = checks.call(reparameterize, mean, np.log(std**2), noise)
        checks.expect_close(answer, mean + std * noise, f"A sample of shape {shape}", atol=1e-5)
    ### END HIDDEN TESTS


test_reparameterize_values(reparameterize)

# %% nbgrader={"grade": true, "grade_id": "test_reparameterize_noise", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_reparameterize_noise(reparameterize):
    """The noise that is given, and its factor (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    # The same noise gives the same sample; without noise it is the mean, whatever the variance.
    mean, log_var = np.array([[3.0, -1.0], [0.5, 2.0]]), np.array([[-2.0, 2.0], [4.0, -6.0]])
    slips = {"The first argument is the mean, the second the log-variance.": log_var,
        "The first row's mean is used for all; each row has its own.": mean[[0, 0]],
        "The arguments are mean, log_var, noise, in this order.": mean + log_var,
        "Mean and standard deviation have changed places.": np.exp(log_var / 2),
        "The mean is scaled here; only the noise should be.": np.exp(log_var / 2) * mean}
    n = np.array([[0.5, -2.0], [3.0, 1.0]])
    plus, again, minus = (checks.call(reparameterize, mean, log_var, z) for z in (n, n, -n))
    what = "The same noise gives another result the second time: draw none, use what is given."
    checks.expect(np.array_equal(plus, again, equal_nan=True), what, got=(plus, again))
    what = "Noise and −noise give the same sample: use the noise that is given."
    checks.expect(not np.array_equal(plus, minus), what, got=plus)
    answer = checks.call(reparameterize, mean, log_var, np.zeros((2, 2)))
    what = "The sample for a noise of 0"
    checks.expect_close(answer, mean, what, given=(mean, log_var), slips=slips)
    ### BEGIN HIDDEN TESTS
    # Mirrored noise gives the mirrored sample; the factor of the noise is the standard deviation.
    noise = np.random.default_rng(502).normal(size=(2, 2))
    plus, minus = (checks.call(reparameterize, mean, log_var, part) for part in (noise, -noise))
    what = "The middle between the samples for noise and −noise"
    checks.expect_close((plus + minus) / 2, mean, what, atol=1e-5)
    factor = np.log(np.maximum(np.abs((plus - minus) / (2 * noise)), 1e-30))
    scales = {"The sign in the exponential is wrong: it is exp(log_var / 2).": np.exp(-log_var / 2)}
    scales["σ is the softplus of log_var here; it is exp(log_var / 2)."] = np.log1p(np.exp(log_var))
    half = np.log1p(np.exp(log_var / 2))
    scales["σ is the softplus of log_var / 2 here; it is exp(log_var / 2)."] = half
    scales["This is a power of 2; e is asked for: exp(log_var / 2)."] = 2 ** (log_var / 2)
    scales["Halve the log-variance once; this is the root of σ."] = np.exp(log_var / 4)
    scales["σ is the sigmoid of log_var here; it is exp(log_var / 2)."] = 1 / (1 + np.exp(-log_var))
    scales["This is a power of 10; e is asked for: exp(log_var / 2)."] = 10 ** (log_var / 2)
    scales["log_var loses its sign; a variance below 1 has a negative logarithm."] = np.exp(
        np.abs(log_var) / 2
    )
    scales["A negative log_var counts as 0 here; use it as it is."] = np.exp(log_var.clip(0) / 2)
    scales["The exponential takes the ½ alone; it takes log_var / 2."] = np.exp(0.5) * abs(log_var)
    scales["The standard deviation counts twice: mean + σ · noise is asked for."] = 2 * np.exp(
        log_var / 2
    )
    scales["Halve the log-variance instead of doubling it."] = np.exp(2 * log_var)
    scales["The standard deviation is halved; the ½ belongs to log_var only."] = (
        np.exp(log_var / 2) / 2
    )
    scales["This is a power of 2, and log_var is not halved: take exp(log_var / 2)."] = 2**log_var
    scales["This is a power of 10, and log_var is not halved: take exp(log_var / 2)."] = 10**log_var
    scales["σ is the root of |log_var| here; it is exp(log_var / 2)."] = np.sqrt(np.abs(log_var))
    scales["1 is subtracted from the standard deviation (expm1?); take exp."] = np.abs(
        np.expm1(log_var / 2)
    )
    line = np.maximum(np.abs(1 + log_var / 2), 1e-30)
    scales["σ is 1 + log_var / 2 here; it is exp(log_var / 2)."] = line
    others = {
        "The noise is standardised first; use it as it is.": (noise - noise.mean()) / noise.std(),
        "The mean is taken from the noise; use the noise as it is.": noise - noise.mean(),
        "The noise is scaled to length 1; use it as it is.": noise / np.linalg.norm(noise),
        "One row of noise is used for all rows; each row has its own.": noise[[0, 0]],
        "One noise is used for all numbers; each number has its own.": np.full((2, 2), noise[0, 0]),
        "One noise is used for all coordinates of a row; each coordinate has its own.": noise[
            :, [0, 0]
        ],
        "The noise's rows come in reverse order; use them as they are.": noise[::-1],
        "The noise is transposed; use it as it is.": noise.T,
        "The mean noise of a row is used; each number has its own.": noise.mean(1)[:, None],
        "The mean noise of a column is used; each number has its own.": noise.mean(0) + 0 * noise,
    }
    own = "each row has its own."
    scales[f"The first row's log_var is used for all; {own}"] = np.exp(log_var[[0, 0]] / 2)
    scales["One standard deviation is used for all coordinates of a row; each has its own."] = (
        np.exp(log_var / 2).mean(axis=1, keepdims=True) + 0 * log_var
    )
    scales["One log_var is used for all coordinates of a row; each has its own."] = (
        np.exp(log_var[:, [0, 0]] / 2)
    )
    scales["The noise is divided by the variance; multiply it by the standard deviation."] = np.exp(
        -log_var
    )
    slips = {"This looks like σ = exp(log_var); it is exp(log_var / 2).": log_var}
    slips |= {text: np.log(scale) for text, scale in scales.items()}
    slips |= {text: log_var / 2 + np.log(np.abs(z / noise)) for text, z in others.items()}
    largest, smallest = factor[1]  # of log_var 4 and −6: the logarithms should be 2 and −3
    is_clipped = np.isclose(largest, min(2.0, -smallest), atol=1e-3) and -2.99 < smallest < -0.9
    is_clipped &= np.allclose(factor[0], log_var[0] / 2, atol=1e-3)
    added = np.exp(factor) - np.exp(log_var / 2)
    more = added.min() > 2e-5 and np.ptp(added) < added.min() / 4
    hints = {
        "Right for ±2, not for 4 and −6 alike: clip nothing.": lambda got: is_clipped,
        "Something is added to the standard deviation; add nothing.": lambda got: more,
    }
    what = "The logarithm of the factor of the noise"
    checks.expect_close(factor, log_var / 2, what, rtol=1e-3, atol=1e-3, slips=slips, hints=hints)
    # The log-variances above are even numbers; these are not.
    uneven, ones = np.array([[0.5, -0.5], [3.0, -1.5]]), np.ones((2, 2))
    answer = checks.call(reparameterize, mean, uneven, ones)
    slips = {
        "The half is rounded down (//): divide by 2 with /.": mean + np.exp(uneven // 2),
        "log_var is cut off to a whole number; use it as it is.": mean + np.exp(
            np.trunc(uneven) / 2
        ),
        "The half of log_var is cut off to a whole number; use it as it is.": mean + np.exp(
            np.trunc(uneven / 2)
        ),
    }
    right = mean + np.exp(uneven / 2)
    checks.expect_close(answer, right, "The sample for log-variances between", slips=slips)
    import tensorflow as tf

    if tf.is_tensor(reparameterize(mean, log_var, noise)):  # NumPy alone has no gradient to lose
        for place, right in enumerate((np.ones((2, 2)), np.exp(log_var / 2) * noise / 2)):
            name = ("mean", "log_var")[place]
            cut = f"No gradient arrives at {name}: use TensorFlow all the way, no stop_gradient."
            slope = checks.gradient(reparameterize, mean, log_var, noise, wrt=place, constant=True)
            what, slips = f"The derivative of the sample to {name}", {cut: np.zeros((2, 2))}
            checks.expect_close(slope, right, what, rtol=1e-3, atol=1e-4, slips=slips)
    ### END HIDDEN TESTS


test_reparameterize_noise(reparameterize)

# %% nbgrader={"grade": true, "grade_id": "test_reparameterize_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_reparameterize_lists(reparameterize):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    # A vector is fine, too: whatever the shape of the mean, the sample has it.
    mean, n = np.array([[1.0, 2.0, 0.0], [2.0, -1.0, 0.5]])
    answer = checks.call(reparameterize, *(given := (mean, np.zeros(3), n)))
    slips = {"The noise is standardised first; use it as it is.": mean + (n - 0.5) / 1.5**0.5,
        "The noise loses its sign; use it as it is.": mean + np.abs(n),
        "The standard deviation is added to the noise; multiply.": mean + 1 + n,
        "The mean is multiplied; add it.": mean * n,
        "This is the exponential of the sample; leave that out.": np.exp(mean + n),
        "The mean is taken from the noise; use the noise as it is.": mean + n - 0.5,
        "σ is a softplus here; it is exp(log_var / 2).": mean + n * np.log(2)}
    checks.expect_close(answer, [3, 1, 0.5], "The sample of a vector", given=given, slips=slips)
    answer = checks.call(reparameterize, [[1.0, 0.0]], [[0.0, 1.3863]], [[0.5, -1.0]])
    checks.expect_close(answer, [[1.5, -2.0]], "The example on the card", slips={
        "This is a power of 2; e is asked for: exp(log_var / 2).": [[1.5, -(2**0.69315)]],
        "Halve the log-variance once; this is the root of σ.": [[1.5, -(2**0.5)]],
        "σ is 1 + log_var here; it is exp(log_var / 2).": [[1.5, -2.3863]]})
    ### BEGIN HIDDEN TESTS
    answer = checks.call(reparameterize, [[1, 2]], [[0, 0]], [[2, -3]])
    checks.expect_close(answer, [[3.0, -1.0]], "The sample for lists of whole numbers")
    whole = np.array([[1, 2]]), np.array([[1, -2]]), np.array([[2, -3]])
    right = [[1 + 2 * np.exp(0.5), 2 - 3 * np.exp(-1.0)]]
    for kind in (np.int64, np.int32, np.float32):
        answer = checks.call(reparameterize, *(part.astype(kind) for part in whole))
        checks.expect_close(answer, right, f"The sample for arrays of {kind.__name__}")
    large = np.full((2, 3, 4), 2.0)
    answer = checks.call(reparameterize, large, -100 * large, large)
    what = "The sample for a tiny variance, in three dimensions"
    floor = "A tiny standard deviation is kept from 0: add nothing, clip nothing."
    hints = {floor: lambda got: got.shape == large.shape and np.all((got > 2) & (got < 3))}
    checks.expect_close(answer, large, what, hints=hints)
    zero, wide = np.zeros((1, 2)), np.array([[-18.0, 25.0]])
    answer, right = checks.call(reparameterize, zero, wide, zero + 1), np.exp(wide / 2)
    bound = "Right for moderate log-variances only: clip nothing, add nothing to the variance."
    hints = {bound: lambda got: got.min() > 0.999 * right.min() and got.max() < 1.001 * right.max()}
    what = "The sample for a small and a large variance"
    checks.expect_close(answer, right, what, hints=hints)
    answer = checks.call(reparameterize, zero, zero, far := np.array([[-4.5, 4.5]]))
    hints = {
        "The noise is clipped; use it as it is.": lambda got: (
            -4.4 < got.min() and got.max() < 4.4 and np.isclose(got.sum(), 0, atol=1e-4)
        )
    }
    checks.expect_close(answer, far, "The sample for large noise", atol=0.05, hints=hints)
    ### END HIDDEN TESTS


test_reparameterize_lists(reparameterize)

# %% [markdown]
# The commonest slip in code that circulates: the exponential of `log_var` is taken without the half. It raises no error. Here is what it does to samples:

# %% nbgrader={"grade": false, "grade_id": "demo_slip", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
log_vars = np.linspace(-5, 2, 15)
slip_noise = np.random.default_rng(lessonkit.seed(4)).normal(size=(8, 20_000))


def spread_of(noise):
    """Standard deviation of your samples at each log-variance."""
    shape = (len(noise), len(log_vars))
    parts = [np.broadcast_to(part, shape) for part in (0.0, log_vars, noise[:, None])]
    return np.asarray(reparameterize(*parts)).std(axis=0)


spread = np.array([spread_of(noise) for noise in slip_noise])
slip_factor = np.exp(log_vars / 2)  # exp(log_var) / exp(log_var / 2)

# %% nbgrader={"grade": false, "grade_id": "demo_slip_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: what the slip does to samples
figure, axis = plt.subplots(figsize=(8, 3.6))
axis.plot(log_vars, spread.mean(axis=0), "o", color="black", label="your samples")
axis.plot(log_vars, np.exp(log_vars / 2), color=plots.COLORS["blue"], label="exp(log_var / 2)")
axis.plot(log_vars, np.exp(log_vars), "--", color=plots.COLORS["red"],
    label="the slip, exp(log_var)")
axis.set(yscale="log", xlabel="log-variance", ylabel="standard deviation of the samples")
axis.set_title(f"With the slip, {1 / slip_factor[0]:.0f} times too narrow at log-variance "
               f"{log_vars[0]:g}, {slip_factor[-1]:.1f} times too wide at {log_vars[-1]:g}")
axis.legend()
plots.show(figure, "Standard deviation of samples over the log-variance, logarithmic, with the "
    "line\n    of exp(log_var / 2). The slip is a steeper line that crosses it at log-variance 0.")

# %% [markdown]
# At log-variance 0 both agree, and a fresh network starts near 0. A test that looks at a fresh network only will never notice.
#
# ### What the trick gains
#
# Another way to get a gradient through a random step needs no $\epsilon$: the **score function** (or REINFORCE), $\nabla_\mu\,\mathbb E[f(z)]=\mathbb E\big[f(z)\,\nabla_\mu\log q(z)\big]$, and for a Gaussian $\nabla_\mu\log q(z)=(z-\mu)/\sigma^2$.
# Reparameterised, it is $\mathbb E\big[f'(\mu+\sigma\epsilon)\big]$. Both are right on average. How much do they scatter, with one sample? Take $f(z)=\lVert z-a\rVert^2$ with $a=(1,…,1)$, at $\mu=0$ and $\sigma=1$, where the derivative to the first coordinate is $-2$ exactly.
#
# **Predict.** What happens to the scatter of the two when the dimension grows from 1 to 64?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_gradients", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def gradient_samples(dimension, n=20_000):
    """Single-sample estimates of the derivative to the mean's first coordinate, which is −2."""
    z = np.random.default_rng(lessonkit.seed(dimension)).normal(size=(n, dimension))
    f = np.sum((z - 1) ** 2, axis=1)
    return {"reparameterised": 2 * (z[:, 0] - 1), "score function": f * z[:, 0],
            "score function, f minus its mean": (f - f.mean()) * z[:, 0]}


dimensions = np.array([1, 2, 4, 8, 16, 32, 64])
by_dimension = [gradient_samples(d) for d in dimensions]
scatter = {name: np.array([some[name].std() for some in by_dimension]) for name in by_dimension[0]}
few, many = ((scatter[k] / scatter["reparameterised"])[-1] ** 2 for k in list(scatter)[1:])

# %% nbgrader={"grade": false, "grade_id": "demo_gradients_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: two estimates of a gradient
figure, (left, right) = plt.subplots(1, 2, figsize=(10.5, 3.8))
for (name, values), color in zip(by_dimension[4].items(), ("blue", "red", "orange"), strict=True):
    label = f"mean {values.mean():.2f} ± {2 * values.std() / np.sqrt(len(values)):.2f}"
    bins = np.linspace(-150, 150, 121)
    left.hist(values, bins=bins, histtype="step", color=plots.COLORS[color], label=label)
    right.plot(dimensions, scatter[name], "o-", color=plots.COLORS[color], label=name)
left.set(xlabel="estimate from one sample", ylabel="how many of 20,000", yscale="log")
left.set_title("16 dimensions, with means (± two standard errors)")
left.legend(fontsize=8)
right.set(xscale="log", yscale="log", xlabel="dimensions", ylabel="standard deviation")
right.set(xticks=dimensions, xticklabels=dimensions)
right.set_title("Samples that the score function needs for one of\n"
                f"the other, in 64 dimensions: {few:,.0f}; with a baseline {many:.0f}")
right.legend(fontsize=8, loc="upper left")
last = ", ".join(f"{name} {values[-1]:.1f}" for name, values in scatter.items())
plots.show(figure, f"""Histograms of single-sample gradients in 16 dimensions, and their standard
    deviation by dimension, both axes logarithmic; in 64 dimensions: {last}.""")

# %% [markdown]
# The score function multiplies the *whole* $f$, all dimensions of it, with the noise of one coordinate; the reparameterised gradient knows how each coordinate changes $f$. Subtracting a constant (a *baseline*) helps and does not cure. But the trick has a price: $f$ must be smooth.

# %% nbgrader={"grade": false, "grade_id": "demo_gradient_limits", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
z_line = np.random.default_rng(lessonkit.seed(5)).normal(0.5, 1.0, 50_000)  # mean 0.5, variance 1
waves = np.array([0.25, 0.5, 1, 2, 4, 8, 16])
wave_scatter = {
    "reparameterised": np.array([np.std(k * np.cos(k * z_line)) for k in waves]),
    "score function": np.array([np.std(np.sin(k * z_line) * (z_line - 0.5)) for k in waves]),
}
score_wins = waves[wave_scatter["score function"] < wave_scatter["reparameterised"]]
step_gradient = (np.mean((z_line > 0) * (z_line - 0.5)),
                 float(np.exp(-(0.5**2) / 2) / np.sqrt(2 * np.pi)))

# %% nbgrader={"grade": false, "grade_id": "demo_gradient_limits_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: where each estimate is the better one
figure, axis = plt.subplots(figsize=(8, 3.4))
for (name, values), color in zip(wave_scatter.items(), ("blue", "red"), strict=True):
    axis.plot(waves, values, "o-", color=plots.COLORS[color], label=name)
axis.set(xscale="log", yscale="log", xlabel="k in f(z) = sin(kz)",
    ylabel="standard deviation of the estimate", xticks=waves, xticklabels=waves)
axis.set_title(f"The rougher f, the worse for the reparameterised gradient:\nthe score function "
    f"scatters less from k = {score_wins.min():g} on" if score_wins.size
    else "Standard deviation of both")
axis.legend()
plots.show(figure, f"""Standard deviation of both estimates over k, both axes logarithmic.
    Reparameterised: from {wave_scatter['reparameterised'][0]:.2f} to
    {wave_scatter['reparameterised'][-1]:.1f}; score function: from
    {wave_scatter['score function'][0]:.2f} to {wave_scatter['score function'][-1]:.2f}.""")

# %% [markdown]
# If $f$ is a step, 0 below 0 and 1 above, the reparameterised gradient is 0 for every sample and wrong, while the score function finds the right one. So reparameterise for a smooth decoder and continuous codes; for discrete codes or decisions take the score function.
#
# ## 3. The encoder's outputs are parameters
#
# A mean may be any number; so may the logarithm of a variance. That decides how the encoder has to end.

# %% [markdown]
# ### Exercise: `build_encoder`
#
# | | |
# |---|---|
# | **Write** | a Keras model that gives, for each picture, the mean and the log-variance of a Gaussian over codes |
# | **Why it matters** | its outputs are parameters: any number has to be possible for both |
# | **Time, difficulty** | 6 minutes, ●●○ |
# | **Signature** | `build_encoder(input_dim, latent_dim)`: two integers → uncompiled `keras.Model`, inputs (n, input_dim), outputs `(mean, log_var)`, each (n, latent_dim) |
# | **Example** | `mean, log_var = build_encoder(784, 2)(pictures)`; for 5 pictures both have the shape (5, 2) |
#
# What comes before the two heads is up to you; the experiments below were measured with one hidden layer of 128 units.
#
# <details><summary>Hint 1: two outputs</summary>
#
# With Keras' functional style, `keras.Model(inputs, [a, b])` has two outputs. Both heads start from the same hidden layer.
# </details>
# <details><summary>Hint 2: which activation have the heads?</summary>
#
# None. A mean may be negative; so may a log-variance, and both may be large. (That is why the logarithm is used: the variance itself would have to stay positive.)
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `inputs = keras.Input((input_dim,))`, then `hidden = keras.layers.Dense(128, activation="relu")(inputs)`, then two layers `keras.layers.Dense(latent_dim)`, each called on `hidden`, then `keras.Model(…, […, …])`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“is never negative”**: a head has a ReLU, a sigmoid or a softplus.
# - **“has no weights of its own”**: both outputs come from one layer, or one is computed from the other. Make two layers.
# - **“has 3 parts”**: only the mean and the log-variance are asked for, no sample.
# </details>

# %% nbgrader={"grade": false, "grade_id": "build_encoder", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_encoder(input_dim, latent_dim):
    """A network from a picture to the parameters of a Gaussian over codes.

    Parameters
    ----------
    input_dim : int
        Number of pixels.
    latent_dim : int
        Number of latent dimensions d.

    Returns
    -------
    keras.Model
        Not compiled; inputs (n, input_dim), outputs mean and log-variance, both (n, latent_dim),
        linear in their last layers, which they do not share.
    """
    ### BEGIN SOLUTION
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(128, activation="relu")(inputs)
    mean, log_var = (
        keras.layers.Dense(latent_dim, name=name)(hidden) for name in ("mean", "log_var")
    )
    return keras.Model(inputs, [mean, log_var])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_build_encoder_outputs", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_build_encoder_outputs(build_encoder):
    """Two outputs (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    def examine(input_dim, latent_dim):
        probe = checks.ModelProbe(build_encoder, input_dim, latent_dim)
        batch = np.random.default_rng(512).normal(size=(7, input_dim))
        heads, hint = probe.outputs(batch), "For example keras.Model(inputs, [mean, log_var])."
        count = f"has {len(heads)} parts" if isinstance(heads, tuple) else "is one array"
        what = f"What the model gives {count}; two outputs are asked for."
        checks.expect(count == "has 2 parts", what, hint=hint)
        for name, head in zip(("mean", "log-variance"), heads, strict=True):
            checks.expect_shape(head, (7, latent_dim), f"The {name}, latent_dim numbers each,")
        checks.expect(not probe.is_compiled, "The model is compiled: leave that to the caller.")
        probe.randomize(1, 0.5)
        return probe.outputs(batch)

    for name, head in zip(("mean", "log-variance"), examine(6, 2), strict=True):
        what = f"The {name} is the same for every picture; it should depend on the input."
        checks.expect(np.any(np.ptp(head, axis=0) > 1e-4), what, got=head)
    ### BEGIN HIDDEN TESTS
    probe, batch = checks.ModelProbe(build_encoder, 6, 2), np.ones((3, 6))
    probe.randomize(2, 0.5)
    first, again = probe.outputs(batch), probe.outputs(batch)
    what = "The same pictures give other outputs at each call: return no sample, add no noise."
    checks.expect(np.allclose(first, again), what)
    other = checks.ModelProbe(build_encoder, 6, 5).outputs(np.zeros((7, 6)))
    checks.expect(
        len(other) != 2 or other[0].shape != (7, 2) or other[1].shape != (7, 2),
        "The width of the outputs does not follow latent_dim.",
    )
    for input_dim, latent_dim in ((9, 1), (9, 5)):  # the size of the first alone does not say which
        examine(input_dim, latent_dim)
    ### END HIDDEN TESTS


test_build_encoder_outputs(build_encoder)

# %% nbgrader={"grade": true, "grade_id": "test_build_encoder_unbounded", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_build_encoder_unbounded(build_encoder):
    """Outputs without bounds (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    probe, drawn = checks.ModelProbe(build_encoder, 6, 2), []
    batch = np.random.default_rng(513).normal(size=(50, 6))
    checks.expect(len(probe.outputs(batch)) == 2, "The model should have two outputs.")
    for seed in range(8):
        probe.randomize(seed, 3.0)  # each output should take both signs, and leave every range
        drawn.append(probe.outputs(batch))
    for name, heads in zip(("mean", "log-variance"), zip(*drawn, strict=True), strict=True):
        values = np.concatenate(heads)
        checks.expect_shape(values, (400, 2), f"The {name} of 8 times 50 pictures")
        low, high = values.min(), values.max()
        checks.expect(high > low, f"The {name} is always {low:.4g}, whatever picture and weights.")
        hint = "Any real number must be possible: no activation, exp or clip after the last Dense."
        found = f"from {low:.4g} to {high:.4g}"
        checks.expect(low < -1e-3, f"The {name} is never negative.", got=found, hint=hint)
        checks.expect(high > 1e-3, f"The {name} is never positive.", got=found, hint=hint)
        what = f"The {name} has a lower or an upper bound."
        checks.expect(min(-low, high) > 1.5, what, got=found, hint=hint)


test_build_encoder_unbounded(build_encoder)

# %% nbgrader={"grade": true, "grade_id": "test_build_encoder_own_heads", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_build_encoder_own_heads(build_encoder):
    """Each output is linear, with a layer of its own (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    probe, slopes = checks.ModelProbe(build_encoder, 6, 3), []
    batch = np.random.default_rng(514).normal(size=(40, 6))
    what = "The model gives a dictionary, which unpacks to its keys; give a list of two outputs."
    checks.expect("answer: {" not in str(checks.error_of(probe.outputs, batch)), what)
    outs, again = probe.outputs(batch), probe.outputs(batch)
    checks.expect(isinstance(outs, tuple) and len(outs) == 2, "The model should have two outputs.")
    what = "The same pictures give other outputs at each call: return no sample, add no noise."
    checks.expect(all(np.allclose(*o) for o in zip(outs, again, strict=True)), what)
    for seed in (1, 2):
        probe.randomize(seed, 0.5)
        slopes.append([probe.weight_gradients(batch, head) for head in (0, 1)])
    used = [[np.any(g, axis=0) for g in zip(*s, strict=True)] for s in zip(*slopes, strict=True)]
    own = [[a & ~b for a, b in zip(used[h], used[1 - h], strict=True)] for h in (0, 1)]
    for name, masks in zip(("mean", "log-variance"), own, strict=True):
        what = f"The {name} has no weights of its own: all that it depends on reach the other, too."
        hint = "Give each head a Dense layer of its own, called on the hidden layer."
        checks.expect(any(np.any(mask) for mask in masks), what, hint=hint)
    ### BEGIN HIDDEN TESTS
    # A layer of its own has an array of weights of which no entry matters to the other head.
    whole = [[np.any(a) and not np.any(b) for a, b in zip(*pair, strict=True)]
        for pair in (used, used[::-1])]
    what = "The {} is cut out of a layer that the other head needs, too."
    hint = "Each is asked for from a Dense layer of its own, called on the hidden layer."
    if not any(map(any, whole)):
        what = "The mean and the log-variance are two parts of one layer."
    for name, arrays in zip(("mean", "log-variance"), whole, strict=True):
        checks.expect(any(arrays), what.format(name), hint=hint)
    # A linear head is a straight line in the weights of its last layer, in both directions.
    probe.randomize(4, 0.5)
    weights = probe.weights()

    def is_straight(head, index):
        """Whether the head is a straight line in those entries of one array that are its own."""
        lines, mask = [], own[head][index]
        for factor in (-400.0, 0.0, 1.0, 400.0):  # so far that wide bounds are passed, too
            scaled = np.where(mask, factor * weights[index], weights[index])
            probe.set_weights([*weights[:index], scaled, *weights[index + 1 :]])
            lines.append(np.asarray(probe.outputs(batch)[head], float))
        probe.set_weights(weights)
        slope, size = lines[2] - lines[1], np.abs(lines).max()
        bent = np.abs([lines[0] - lines[1] + 400 * slope, lines[3] - lines[1] - 400 * slope]).max()
        return bent < 1e-3 * size and np.all(np.abs(slope).max(axis=0) > 1e-6)

    for head, name in ((0, "mean"), (1, "log-variance")):
        mine = [index for index, mask in enumerate(own[head]) if np.any(mask)]
        straight = any(is_straight(head, index) for index in reversed(mine))
        hint = "No activation in the last layer, and no clipping: the output is a weighted sum."
        what = f"The {name} is not linear in the weights of its last layer."
        checks.expect(straight, what, hint=hint)
    ### END HIDDEN TESTS


test_build_encoder_own_heads(build_encoder)

# %% [markdown]
# Is a code Gaussian only after training? Give *one* picture to an untrained encoder, draw 20,000 codes, and take the largest difference between their cumulative distribution function and a Gaussian's (the Kolmogorov–Smirnov distance).

# %% nbgrader={"grade": false, "grade_id": "demo_untrained", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
from scipy.stats import kstest


def ks_limit(n):
    """Distance that one Gaussian sample of n in a hundred exceeds."""
    return 1.63 / np.sqrt(n)


# %% nbgrader={"grade": false, "grade_id": "demo_untrained_encoder", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# A fresh encoder's answer to one picture is repeated for each code.
train_pixels, test_pixels = (
    images.reshape(-1, 784).astype(np.float32) / 255 for images in (train_images, test_images)
)
untrained, one_picture = build_encoder(784, 2), test_pixels[:1]
one_mean, one_log_var = (np.repeat(part, 20_000, axis=0) for part in untrained(one_picture))

# %% nbgrader={"grade": false, "grade_id": "demo_untrained_distance", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Noise turns it into codes; `same` compares the means of two calls.
ks_noise = np.random.default_rng(lessonkit.seed(6)).normal(size=(20_000, 2))
codes = np.asarray(reparameterize(one_mean, one_log_var, ks_noise)).astype(float)
parameters = one_mean[0, 0], np.exp(one_log_var[0, 0] / 2)
ks_untrained = kstest(codes[:, 0], "norm", args=parameters).statistic
same = np.ptp([np.asarray(untrained(one_picture)[0]) for _ in range(2)], axis=0).max()

# %% nbgrader={"grade": false, "grade_id": "demo_untrained_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: codes of an untrained encoder
plots.table(("one picture, untrained encoder", "value"), [
    ("difference between the means of two calls", f"{same:g}"),
    ("distance of 20,000 codes (first coordinate) from a Gaussian", f"{ks_untrained:.4f}"),
    ("what a true Gaussian sample exceeds once in a hundred times", f"{ks_limit(20_000):.4f}"),
])

# %% [markdown]
# Backpropagation has made nothing Gaussian here. The codes of one picture are Gaussian by construction, because Gaussian noise is added. What training changes is *where* the Gaussians are and how wide.
#
# ## 4. The bound
#
# What should the networks optimise? The probability of the data, $p(x)=\int p(x|z)\,p(z)\,dz$, cannot be computed: almost no $z$ explains a given $x$. But three lines lead to a bound. With $p(z)$ the prior and $p(z|x)$ the **posterior**, the distribution of the codes *after* $x$ has been seen (the encoder's $q(z|x)$ is a guess at it), Bayes' rule holds at every $z$:
#
# $$\begin{aligned}
# \log p(x) &= \log p(x|z)+\log p(z)-\log p(z|x) \\
# &= \log p(x|z)-\log\frac{q(z|x)}{p(z)}+\log\frac{q(z|x)}{p(z|x)} \\
# &= \underbrace{\mathbb E_{q}\big[\log p(x|z)\big]-\mathrm{KL}\big(q(z|x)\,\|\,p(z)\big)}_{\text{ELBO}}+\mathrm{KL}\big(q(z|x)\,\|\,p(z|x)\big).
# \end{aligned}$$
#
# The second line adds $\log q$ and takes it away again; the third averages over codes drawn from $q$, which leaves $\log p(x)$ as it is. Its averages $\mathrm{KL}(q\|p)=\mathbb E_q[\log q(z)-\log p(z)]$ are **Kullback–Leibler divergences**, 0 for equal distributions and positive otherwise. So the **evidence lower bound**, the ELBO, is never above $\log p(x)$ (Kingma and Welling 2014). Its terms say: decode well, and stay close to the prior.
#
# Logarithms are natural, and their unit is the **nat**: one nat is a factor of $e\approx2.72$ in probability. For $\mathcal N(\mu,\sigma^2)$ and the standard normal the divergence is, in one dimension (here the Gaussian is convenient),
#
# $$\mathrm{KL}=\tfrac12\big(\mu^2+\sigma^2-1-\log\sigma^2\big).$$

# %% [markdown]
# ### Exercise: `kl_to_standard_normal`
#
# | | |
# |---|---|
# | **Write** | the Kullback–Leibler divergence of each sample's Gaussian from the standard normal, summed over the latent dimensions |
# | **Why it matters** | it is one of the two terms of the loss; a slip in it trains without an error |
# | **Time, difficulty** | 7 minutes, ●●○ |
# | **Signature** | `kl_to_standard_normal(mean, log_var)`: two arrays (batch, d) → (batch,) |
# | **Example** | `kl_to_standard_normal([[0.0, 0.0], [1.0, -1.0]], [[0.0, 0.0], [0.0, 0.0]])` → `[0.0, 1.0]` |
#
# The formula for one dimension is above. Dimensions are independent, so their divergences add up.
#
# <details><summary>Hint 1: the pieces</summary>
#
# You are given $\log\sigma^2$. Which piece of the formula is it already, and how do you get the other one, $\sigma^2$?
# </details>
# <details><summary>Hint 2: which axis?</summary>
#
# The answer has one number for each row: sum over `axis=1`. A mean over the dimensions would make the term $d$ times too small.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `return 0.5 * tf.reduce_sum(tf.square(mean) + … - 1 - …, axis=1)`: the first gap is the variance, the second its logarithm.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **right for log_var = 0, wrong elsewhere**: at 0 many wrong formulas agree, since $e^0=e^{2\cdot0}=1$. Compare `exp(log_var)` with your variance.
# - **negative values**: a divergence never is. Look at the signs of the four pieces.
# - **one number instead of one for each sample**: the sum runs over `axis=1` only.
# </details>

# %% nbgrader={"grade": false, "grade_id": "kl_to_standard_normal", "locked": false, "schema_version": 3, "solution": true, "task": false}
def kl_to_standard_normal(mean, log_var):
    """Kullback-Leibler divergence of diagonal Gaussians from the standard normal.

    Parameters
    ----------
    mean, log_var : array-like, shape (batch, d)
        Mean and logarithm of the variance of each latent dimension.

    Returns
    -------
    array, shape (batch,)
        KL(N(mean, exp(log_var)) || N(0, 1)) in nats, summed over the d dimensions.

    References
    ----------
    Kingma and Welling (2014), Auto-encoding variational Bayes, arXiv:1312.6114, appendix B.
    """
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    ### BEGIN SOLUTION
    return 0.5 * tf.reduce_sum(tf.square(mean) + tf.exp(log_var) - 1 - log_var, axis=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_kl_to_standard_normal_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_kl_to_standard_normal_values(kl_to_standard_normal):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    mean, variance = np.array([[3.0, 1, 0], [0, -1, 2]]), np.array([[4.0, 1, 3], [0.5, 2, 1]])
    parts = (mean**2 + variance - 1 - np.log(variance)) / 2
    right, given = parts.sum(axis=1), (mean, log_var := np.log(variance))
    slips = {"This looks like log_var taken for log σ.": [14.0150934, 3.625],
        "This looks like the mean over the latent dimensions; sum them.": right / 3,
        "This looks like the sum over the batch; sum over axis=1.": parts.sum(axis=0),
        "This is one number; sum over axis=1.": parts.sum(), "The −1 is missing.": right + 1.5,
        "The factor ½ is missing.": 2 * right, "These are the single dimensions; sum them.": parts,
        "This is minus the divergence, as it stands in the ELBO.": -right,
        "−1 is taken once; it belongs in the sum, for each dimension.": right + 1,
        "−1 counts twice: is it there besides expm1, or without its ½?": right - 1.5}
    for name, term in (("squared mean", mean**2), ("variance", variance), ("logarithm", -log_var)):
        slips |= {f"The {name} lacks its factor ½.": right + (h := term.sum(axis=1) / 2),
            f"The factor ½ stands at the {name} only; it belongs to every term.": 2 * right - h,
            f"The {name} is missing.": right - h, f"The {name} has the wrong sign.": right - 2 * h}
    answer = checks.call(kl_to_standard_normal, *given)
    checks.expect_close(answer, right, "The divergence", given=given, slips=slips)
    ### BEGIN HIDDEN TESTS
    lost = "With one sample its axis is lost, too (tf.squeeze?): only the summed axis goes."
    rng = np.random.default_rng(503)
    for shape in ((5, 1), (3, 4), (1, 16)):
        mean, std = rng.normal(0.0, 2.0, shape), rng.uniform(0.2, 3.0, shape)
        right = np.sum((mean**2 + std**2 - 1) / 2 - np.log(std), axis=1)
        answer = checks.call(kl_to_standard_normal, mean, 2 * np.log(std))
        what = f"The divergence of random samples of shape {shape}"
        slips = {lost: right[0]} if shape[0] == 1 else {}
        checks.expect_close(answer, right, what, slips=slips)
    ### END HIDDEN TESTS


test_kl_to_standard_normal_values(kl_to_standard_normal)

# %% nbgrader={"grade": true, "grade_id": "test_kl_to_standard_normal_monte_carlo", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_kl_to_standard_normal_monte_carlo(kl_to_standard_normal):
    """Against the mean of log q − log p over samples of q (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    noise = np.random.default_rng(504).normal(size=(1000, 1, 1))
    noise = (noise - noise.mean()) / noise.std()  # the mean is 0 and the variance 1, exactly

    def compare(m, v):
        right = np.sum(np.mean((m + np.exp(v / 2) * noise) ** 2 - noise**2 - v, axis=0), axis=1) / 2
        slips = {"log_var stands where the variance should: take its exponential.": v - np.exp(v),
            "The logarithm is missing.": v, "The variance is missing.": -np.exp(v),
            "σ = exp(log_var) in one place only.": np.exp(2 * v) - np.exp(v),
            "The standard deviation stands where the variance should.": np.exp(v / 2) - np.exp(v),
            "The squared mean has the wrong sign.": -2 * m**2,
            "The variance has the wrong sign.": -2 * np.exp(v),
            "log_var loses its sign.": v - np.abs(v), "1 is added: subtract it.": 0 * v + 2}
        slips = {text: right + np.sum(more, axis=1) / 2 for text, more in slips.items()}
        answer, what = checks.call(kl_to_standard_normal, m, v), "The divergence for log_var ±2"
        checks.expect_close(answer, right, what, given=(m, v), slips=slips)

    compare(np.array([[1.0, -0.5], [0.5, 3.0]]), np.array([[2.0, 2.0], [-2.0, -2.0]]))
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(504)
    compare(rng.normal(size=(6, 2)), 2.0 * rng.choice([-1.0, 1.0], (6, 2)))
    ### END HIDDEN TESTS


test_kl_to_standard_normal_monte_carlo(kl_to_standard_normal)

# %% nbgrader={"grade": true, "grade_id": "test_kl_to_standard_normal_never_negative", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_kl_to_standard_normal_never_negative(kl_to_standard_normal):
    """Never negative (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    off = [np.max(checks.call(kl_to_standard_normal, [[m]], [[0]])) / m - m / 2 for m in (1, 9)]
    near = 1e-4 < abs(off[0]) < 4 and np.isclose(*off, rtol=0.01)  # off in proportion to the mean
    drawn = "It only comes near: draw no samples, the formula is exact." if near else ""
    answer = checks.call(kl_to_standard_normal, np.zeros((4, 3)), np.zeros((4, 3)))
    slips = {"This is one number for the whole batch; each sample has its own.": 0.0,
        "This is a column; one axis is asked for (keepdims?).": np.zeros((4, 1))}
    hints = {"A least cost is charged here (free bits?); N(0, 1) costs nothing.": lambda got:
        0 < got.min() == got.max() and abs(off[1]) < 1e-4}
    what = "The divergence of the standard normal from itself"
    checks.expect_close(answer, np.zeros(4), what, slips=slips, hints=hints)
    raw = (np.array([[0.0], [0.0], [0.1], [-3.0]]), np.array([[2.0], [-2.0], [0.0], [1.0]]))
    answer = checks.call(kl_to_standard_normal, *raw)
    checks.expect_shape(answer, (4,), "The divergence of four samples with one dimension")
    checks.expect(np.all(answer > 0), "A divergence is not positive.", got=answer, hint=drawn)
    answer = checks.call(kl_to_standard_normal, [[0.0, 0.0], [1.0, -1.0]], [[0.0, 0.0], [0.0, 0.0]])
    slips = {"The batch's mean is taken away.": [0.25] * 2, "Swap mean and log_var.": [0, 0.54308]}
    checks.expect_close(answer, [0.0, 1.0], "The example on the card", slips=slips, hint=drawn)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(505)
    mean, log_var = rng.normal(0.0, 0.3, (200, 3)), rng.uniform(-4.0, 4.0, (200, 3))
    answer = checks.call(kl_to_standard_normal, mean, log_var)
    checks.expect_shape(answer, (200,), "The divergence of many samples")
    checks.expect(np.all(answer > 0), "The divergence of some sample is not positive.", got=answer)
    mirrored = checks.call(kl_to_standard_normal, -mean, log_var)
    checks.expect_close(mirrored, answer, "The divergence for mirrored means, which is the same,")
    # Dimensions add up.
    apart = sum(checks.call(kl_to_standard_normal, mean[:, [i]], log_var[:, [i]]) for i in range(3))
    slips = {"This looks like the mean over the latent dimensions; sum them.": apart / 3}
    what = "The divergence of three dimensions, compared with the sum over each alone,"
    checks.expect_close(answer, apart, what, atol=1e-5, slips=slips)
    ### END HIDDEN TESTS


test_kl_to_standard_normal_never_negative(kl_to_standard_normal)

# %% nbgrader={"grade": true, "grade_id": "test_kl_to_standard_normal_small_variance", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_kl_to_standard_normal_small_variance(kl_to_standard_normal):
    """Tiny and huge variances (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    (m, v), right = np.array([[0.0, 5, 2], [-40.0] * 3]), np.array([19.5, 32.0, 21.5])
    slips = {  # by hand: a variance of e⁻⁴⁰ is as good as 0, so it is ½ (mean² − 1 + 40)
        "The logarithm counts twice: is log_var taken for log σ, or is a ½ missing?": right + 20,
        "This is KL(N(0, 1) ‖ q), the other way round.": ((1 + m**2) * np.exp(40.0) - 41) / 2,
        "The logarithm has the wrong sign.": right - 40, "log_var has its ½ twice.": right - 10,
        "The mean is not squared.": [19.5, 22.0, 20.5], "The mean does not enter.": [19.5] * 3,
        "The batch's mean is taken away; each code's own mean counts.": (m - 7 / 3) ** 2 / 2 + 19.5,
        "The factor ½ stands at the mean only; it belongs to every term.": right + 19.5,
        "The factor ½ stands twice.": right / 2, "This is in bits; take nats.": right / np.log(2),
        "This is divided by the number of samples; each sample has its own divergence.": right / 3,
        "This is the cross-entropy, or −log p(mean): no divergence yet.": (m**2 + 1.837877) / 2}
    mild = checks.call(kl_to_standard_normal, m[:, None], v[:, None] / 40)
    clipped = "Right at −1: do not clip. Do not add a small number inside a logarithm."
    hints = {clipped: lambda g: np.allclose(mild - m**2 / 2, 0.18394, atol=2e-3) and all(g < right)}
    answer = checks.call(kl_to_standard_normal, m[:, None], v[:, None])
    what = "The divergence for log-variances of −40"
    checks.expect_close(answer, right, what, given=(m, v), slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    slips = {
        "Square each mean, then add up: the square of their sum is another number.": [32.0],
        "Only the largest dimension counts here; add all of them.": [8.0],
        "The divergences of the dimensions are multiplied; they add up.": [18.0],
        "Only the first dimension counts here; add all of them.": [0.5],
        "Only the last dimension counts here; add all of them.": [4.5],
        "With one sample its axis is lost, too (tf.squeeze?): only the summed axis goes.": 13.0,
    }
    answer = checks.call(kl_to_standard_normal, np.array([[1.0, 4.0, 3.0]]), np.zeros((1, 3)))
    checks.expect_close(answer, [13.0], "The divergence in three dimensions", slips=slips)
    powers = {
        f"This is a power of {base}; e is asked for: tf.exp(log_var).": [base**2 / 2 - 1.5]
        for base in (2, 10)
    }
    answer = checks.call(kl_to_standard_normal, [[0.0]], [[2.0]])
    what = "The divergence for log_var 2"
    checks.expect_close(answer, [np.exp(2.0) / 2 - 1.5], what, slips=powers)
    right = [0.5 * (1 - 1 + 60) + 0.5 * (np.exp(12.0) - 1 - 12)]
    answer = checks.call(kl_to_standard_normal, np.array([[1.0, 0.0]]), np.array([[-60.0, 12.0]]))
    checks.expect_close(answer, right, "The divergence for a tiny and a huge variance")
    right = np.array([(900 + 1600) / 2, (np.exp(25.0) - 26) / 2])
    mean, log_var = np.array([[[30.0, -40.0], [0.0, 0.0]], [[0.0, 0.0], [0.0, 25.0]]])
    answer = checks.call(kl_to_standard_normal, mean, log_var)
    hints = {"A large mean, or a large log_var, is clipped; use both as they are.": lambda got: (
        np.all(got <= 1.001 * right)
    )}
    what = "The divergence for large means, and for a huge variance"
    checks.expect_close(answer, right, what, hints=hints)
    # Whole numbers whose divergence is not whole: ½ (e + 2) + ½ (e² − 3) and ½ (1 + e⁻¹).
    mean, log_var = [[2, 0], [0, 1]], [[1, 2], [0, -1]]
    right = [(np.e + 2) / 2 + (np.e**2 - 3) / 2, (1 + np.exp(-1.0)) / 2]
    answer = checks.call(kl_to_standard_normal, mean, log_var)
    checks.expect_close(answer, right, "The divergence for lists of whole numbers")
    for kind in (np.int64, np.float32):
        answer = checks.call(kl_to_standard_normal, np.array(mean, kind), np.array(log_var, kind))
        checks.expect_close(answer, right, f"The divergence for arrays of {kind.__name__}")
    ### END HIDDEN TESTS


test_kl_to_standard_normal_small_variance(kl_to_standard_normal)

# %% [markdown]
# Was the closed form worth it? The same divergence as an average over samples, 200 times each:

# %% nbgrader={"grade": false, "grade_id": "demo_kl", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
mean_here, log_var_here = np.array([[1.0, -0.5]]), np.array([[-2.0, 1.0]])
closed = float(np.asarray(kl_to_standard_normal(mean_here, log_var_here))[0])
posterior = tfp.distributions.Normal(mean_here[0], np.exp(log_var_here[0] / 2))
prior = tfp.distributions.Normal(np.zeros(2), np.ones(2))
by_tfp = float(tf.reduce_sum(tfp.distributions.kl_divergence(posterior, prior)))


# %% nbgrader={"grade": false, "grade_id": "demo_kl_estimates", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The average is over samples of q, which the code calls `posterior`.
def estimates(n):
    z = posterior.sample((200, n), seed=lessonkit.seed(n))
    single = tf.reduce_sum(posterior.log_prob(z) - prior.log_prob(z), axis=-1)
    return tf.reduce_mean(single, axis=1).numpy()


sample_sizes = np.array([1, 10, 100, 1000])
estimated = {n: estimates(int(n)) for n in sample_sizes}

# %% nbgrader={"grade": false, "grade_id": "demo_divergence_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the divergence, by formula and by samples
figure, axis = plt.subplots(figsize=(8, 3.4))
for n, values in estimated.items():
    axis.plot(np.full(200, n) * np.exp(np.linspace(-0.3, 0.3, 200)), values, ".", markersize=3,
        color=plots.COLORS["sky"])
axis.axhline(closed, color=plots.COLORS["blue"], label=f"your closed form: {closed:.4f}")
axis.set(xscale="log", xlabel="samples", ylabel="estimate of the divergence (nats)")
axis.set_title(f"One sample scatters by {estimated[1].std():.2f} nats, 1,000 samples by "
    f"{estimated[1000].std():.3f}; closed form − tfp = {closed - by_tfp:.0e}")
axis.legend()
plots.show(figure, f"Estimates of a divergence from 1 to 1,000 samples, narrowing around the "
    f"closed form {closed:.4f}. Standard deviations: "
    + ", ".join(f"{n:,}: {v.std():.3f}" for n, v in estimated.items()) + ".")

# %% [markdown]
# Now the other term. A pixel's brightness between 0 and 1 is treated as the probability of a light pixel; *Where it breaks* comes back to that.

# %% [markdown]
# ### Exercise: `bernoulli_log_likelihood`
#
# | | |
# |---|---|
# | **Write** | the log-likelihood of each picture under the decoder's logits, summed over its pixels |
# | **Why it matters** | it is the other term: how well the picture is reproduced |
# | **Time, difficulty** | 5 minutes, ●●○ |
# | **Signature** | `bernoulli_log_likelihood(x, logits)`: brightness in [0, 1] and logits, both (batch, pixels) → (batch,) |
# | **Example** | `bernoulli_log_likelihood([[1.0, 0.0]], [[0.0, 0.0]])` → `[-1.3863]`: two pixels at $\log\frac12$ |
#
# For one pixel $\;x\log p+(1-x)\log(1-p)\;$ with $p=\mathrm{sigmoid}(\mathrm{logit})$. You know it from lesson 02: it is *minus* the sigmoid cross-entropy, and it should
# stay right at logits of ±1000.
#
# <details><summary>Hint 1: what breaks?</summary>
#
# In float32 the sigmoid of 1000 is exactly 1, and $\log(1-1)$ is −∞. Stay with the logits.
# </details>
# <details><summary>Hint 2: what does TensorFlow offer?</summary>
#
# `tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits)` is the stable cross-entropy of each pixel. Labels between 0 and 1 are fine. Your own `sigmoid_cross_entropy` of lesson 02 is as good.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `return -tf.reduce_sum(…, axis=1)`, with hint 2 inside.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“looks like the cross-entropy”**: a log-likelihood of probabilities is never above 0; the cross-entropy is its negative.
# - **a number 784 times too small**: that is the mean over pixels (Keras' `binary_crossentropy` takes it). The sum is asked for: against a KL term in nats, the mean would hardly count.
# - **nan or −inf at large logits**: the sigmoid was taken first.
# </details>

# %% nbgrader={"grade": false, "grade_id": "bernoulli_log_likelihood", "locked": false, "schema_version": 3, "solution": true, "task": false}
def bernoulli_log_likelihood(x, logits):
    """Log-likelihood of pictures under independent Bernoulli pixels.

    Parameters
    ----------
    x : array-like, shape (batch, pixels)
        Brightness from 0 to 1; values between are allowed.
    logits : array-like, shape (batch, pixels)
        Log-odds of each pixel: any real numbers.

    Returns
    -------
    array, shape (batch,)
        Sum over the pixels of x log p + (1 - x) log(1 - p), where p = sigmoid(logits).
    """
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    ### BEGIN SOLUTION
    return -tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_bernoulli_log_likelihood_values", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_bernoulli_log_likelihood_values(bernoulli_log_likelihood):
    """Values computed by hand (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    x, p = np.array([[1, 0, 0.5], [0.0, 1, 1]]), np.array([[0.75, 0.5, 0.2], [0.2, 0.75, 0.5]])
    logits, twice = np.log(p / (1 - p)), 1 / (1 + np.exp(-p))  # log 3, 0, −log 4
    right = (pixels := x * np.log(p) + (1 - x) * np.log(1 - p)).sum(axis=1)
    slips = {"This looks like the cross-entropy; take its negative.": -right,
        "x is rounded to 0 or 1; use grey values as they are.": [np.log(0.3), right[1]],
        "784 pixels are assumed; sum over as many as there are.": 784 * pixels.mean(axis=1),
        "This is a continuous Bernoulli; its further factor is too much.": [0.4206821, 1.1138293],
        "This looks like the mean over the pixels; their sum is asked for.": pixels.mean(axis=1),
        "This looks like the mean cross-entropy of the pixels, as in Keras.": -pixels.mean(axis=1),
        "The half of the dark pixels is missing: (1 − x) log(1 − p).": (x * np.log(p)).sum(axis=1),
        "The half of the bright pixels is missing: x log p.": ((1 - x) * np.log(1 - p)).sum(axis=1),
        "p and 1 − p are swapped: x goes with log p.": (pixels + (1 - 2 * x) * logits).sum(axis=1),
        "The term x · logit has the wrong sign.": (pixels - 2 * x * logits).sum(axis=1),
        "This looks like a sigmoid taken twice.": (np.log(1 - twice) + x * p).sum(axis=1),
        "x and the logits are swapped.": (logits * x - np.logaddexp(0, x)).sum(axis=1)}
    answer = checks.call(bernoulli_log_likelihood, x, logits)
    checks.expect_close(answer, right, "The log-likelihood", given=(x, logits), slips=slips)
    ### BEGIN HIDDEN TESTS
    lost = "With one picture its axis is lost, too (tf.squeeze?): only the summed axis goes."
    rng = np.random.default_rng(506)
    for shape in ((3, 1), (2, 7), (5, 50), (1, 6)):
        x, logits = rng.uniform(size=shape), rng.normal(0.0, 3.0, shape)
        right = np.sum(x * logits - np.log1p(np.exp(logits)), axis=1)
        answer = checks.call(bernoulli_log_likelihood, x, logits)
        what = f"The log-likelihood of pictures of shape {shape}"
        slips = {lost: right[0]} if shape[0] == 1 else {}
        checks.expect_close(answer, right, what, slips=slips)
    ### END HIDDEN TESTS


test_bernoulli_log_likelihood_values(bernoulli_log_likelihood)

# %% nbgrader={"grade": true, "grade_id": "test_bernoulli_log_likelihood_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_bernoulli_log_likelihood_lists(bernoulli_log_likelihood):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    pixels = -np.log1p(np.exp([[-1, -2, 0], [3, -1, 0]]))
    right, pair = pixels.sum(axis=1), ([[1, 0, 0], [0, 1, 1]], [[1, -2, 0], [3, 1, 0]])
    slips = {"This is one number for the whole batch; sum over axis=1.": pixels.sum(),
        "This is the mean over the batch; one number a picture is asked for.": pixels.sum() / 2,
        "This is a column; one axis is asked for (keepdims?).": right[:, None],
        "This sums over the batch (axis=0); sum over axis=1.": pixels.sum(axis=0),
        "This is divided by the number of pictures; each picture has its own sum.": right / 2,
        "This is the likelihood itself; take its logarithm.": np.exp(right),
        "This is in bits, not nats.": right / np.log(2), "Sum the pixels (axis=1).": pixels,
        "Likelihoods are added; add their logarithms.": np.exp(pixels).sum(axis=1),
        "max(logit, 0) is missing.": right + [1, 4], "max(logit, 0) counts twice.": right - [1, 4],
        "Logits below 0: it takes max(logit, 0) and exp(−|logit|) for them, too.": right - [2, 0],
        "The pictures are divided by 255; they are in [0, 1] already.": right - 254 / 255}
    answer = checks.call(bernoulli_log_likelihood, *pair)
    checks.expect_close(answer, right, "The log-likelihood for lists", given=pair, slips=slips)
    answer = checks.call(bernoulli_log_likelihood, [[1.0, 0.0]], [[0.0, 0.0]])
    checks.expect_close(answer, [-2 * np.log(2)], "The example on the card")
    ### BEGIN HIDDEN TESTS
    # So many pixels that the product of their likelihoods is 0 in any precision.
    x, logits = np.ones((2, 2000)), np.array([[0.0], [-1.0]]) * np.ones(2000)
    answer = checks.call(bernoulli_log_likelihood, x, logits)
    product = "A product of many likelihoods is 0 on a computer: add their logarithms instead."
    right, slips = -2000 * np.log1p(np.exp([0.0, 1.0])), {product: [-np.inf, -np.inf]}
    checks.expect_close(answer, right, "The log-likelihood of many pixels", slips=slips)
    x, logits = np.array([[0.4, 0.7]]), np.array([[2.0, -1.0]])
    p = 1 / (1 + np.exp(-logits))
    mixed = np.log(x * p + (1 - x) * (1 - p)).sum(axis=1)
    slips = {
        "This is log(x p + (1 − x)(1 − p)); take the logarithms first, then add.": mixed,
        "The logit is multiplied by 2x − 1; that is right for 0 and 1 only, not for grey.": (
            -np.log1p(np.exp((1 - 2 * x) * logits)).sum(axis=1)
        ),
    }
    answer = checks.call(bernoulli_log_likelihood, x, logits)
    right = np.sum(x * logits - np.log1p(np.exp(logits)), axis=1)
    checks.expect_close(answer, right, "The log-likelihood of grey pixels", slips=slips)
    # Whole numbers whose log-likelihood is not whole; uint8 as images are stored.
    right = [-np.log1p(np.exp(-1.0)) - np.log1p(np.exp(-2.0))]
    answer = checks.call(bernoulli_log_likelihood, [[1, 0]], [[1, -2]])
    checks.expect_close(answer, right, "The log-likelihood for lists of whole numbers")
    for kind in (np.uint8, np.int64, np.float32):
        picture = np.array([[1, 0]], kind)
        answer = checks.call(bernoulli_log_likelihood, picture, np.array([[1, -2]]))
        checks.expect_close(answer, right, f"The log-likelihood for pictures of {kind.__name__}")
    ### END HIDDEN TESTS


test_bernoulli_log_likelihood_lists(bernoulli_log_likelihood)

# %% nbgrader={"grade": true, "grade_id": "test_bernoulli_log_likelihood_large_logits", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_bernoulli_log_likelihood_large_logits(bernoulli_log_likelihood):
    """Very large logits (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    x = np.array([[1.0, 0.0], [0.0, 0.0], [1.0, 0.5]])
    logits = np.array([[1000.0, -1000.0], [1000.0, 0.0], [-1000.0, 1000.0]])
    right = np.array([0.0, -1000.0 - np.log(2), -1500.0])  # a sure mistake costs its logit
    slips = {"x is rounded to 0 or 1; use grey values as they are.": [0.0, right[1], -2000.0],
        "Grey is rounded up, or left out: x is used as it is.": [0.0, right[1], -1000.0],
        "A softmax is taken over the pixels; each pixel has its own sigmoid.": [0, 0, -2000]}
    for name, sure, unsure in (("a squared error", 0, -1.25), ("half a squared error", 0, -0.625),
        ("an absolute error", 0, -1.5), ("a normal density", -1.837877, -2.462877)):
        slips[f"This is {name}, not the log-likelihood."] = [sure, unsure, unsure]
    clipped = "Clipped, or a number added? A sure mistake costs too little: stay with the logits."
    hints = {"Logits are no probabilities (from_logits?).": lambda g: round(-2 * g[1]) in (16, 32),
        clipped: lambda g: abs(g[0]) < 0.01 and np.all(g > right / 4 - 1) and g[1] < -5}
    answer = checks.call(bernoulli_log_likelihood, *(pair := (x, logits)))
    finite, what = np.all(np.abs(answer) < 1e30), "The log-likelihood at logits of ±1000"
    unbound = "Neither exp(1000) nor log(1 − sigmoid(1000)) is finite: stay with the logits."
    checks.expect(finite, f"{what} is huge, inf or nan.", expected=right, got=answer, hint=unbound)
    checks.expect_close(answer, right, what, given=pair, atol=1e-3, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(507)
    for scale in (40.0, 300.0, 1e4):
        x, sign = rng.choice([0.0, 0.25, 1.0], (4, 6)), rng.choice([-1.0, 1.0], (4, 6))
        logits = scale * rng.uniform(0.5, 1.0, (4, 6)) * sign
        # what is left where exp(−|logit|) is 0
        right = np.sum(np.where(logits > 0, -(1 - x) * logits, x * logits), axis=1)
        answer = checks.call(bernoulli_log_likelihood, x, logits)
        what = "The log-likelihood at large logits"
        finite = np.isfinite(answer).all()
        checks.expect(finite, f"{what} is not finite.", expected=right, got=answer)
        checks.expect_close(answer, right, what, atol=1e-3)
    ### END HIDDEN TESTS


test_bernoulli_log_likelihood_large_logits(bernoulli_log_likelihood)

# %% [markdown]
# ### Exercise: `elbo`
#
# | | |
# |---|---|
# | **Write** | the evidence lower bound of each picture: log-likelihood minus divergence |
# | **Why it matters** | its negative is the loss of a variational autoencoder, its value bounds $\log p(x)$ from below |
# | **Time, difficulty** | 3 minutes, ●○○ |
# | **Signature** | `elbo(x, logits, mean, log_var)`: (batch, pixels) twice, (batch, d) twice → (batch,) |
# | **Example** | `elbo([[1.0, 0.0]], [[0.0, 0.0]], [[1.0]], [[0.0]])` → `[-1.8863]`, which is $2\log\frac12-\frac12$ |
#
# The logits are the decoder's answer to *one* sample of each picture's Gaussian. You may call your two functions above.
#
# <details><summary>Hint 1: which sign?</summary>
#
# A good reconstruction makes the bound larger, a code far from the prior makes it smaller.
# </details>
# <details><summary>Hint 2: is it a loss?</summary>
#
# Not yet: a loss would be its negative, averaged over the batch. Here each picture keeps its own number, at most 0.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `return bernoulli_log_likelihood(x, logits) - …`
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“the divergence is added”**: it is subtracted.
# - **“this looks like the loss”**: no minus sign in front of the whole.
# - **an error inside another function**: do the tests of the two exercises above pass?
# </details>

# %% nbgrader={"grade": false, "grade_id": "elbo", "locked": false, "schema_version": 3, "solution": true, "task": false}
def elbo(x, logits, mean, log_var):
    """Evidence lower bound of each picture, with one sample of the code.

    Parameters
    ----------
    x, logits : array-like, shape (batch, pixels)
        Brightness from 0 to 1, and the decoder's logits for a sample of each picture's code.
    mean, log_var : array-like, shape (batch, d)
        Parameters of each picture's Gaussian over codes.

    Returns
    -------
    array, shape (batch,)
        Log-likelihood of x minus the divergence of its Gaussian from the standard normal, in nats.

    References
    ----------
    Kingma and Welling (2014), Auto-encoding variational Bayes, arXiv:1312.6114, equations 3 and 10.
    """
    x, logits, mean, log_var = (tf.cast(value, tf.float32) for value in (x, logits, mean, log_var))
    ### BEGIN SOLUTION
    reconstruction = -tf.reduce_sum(
        tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1
    )
    divergence = 0.5 * tf.reduce_sum(tf.square(mean) + tf.exp(log_var) - 1 - log_var, axis=1)
    return reconstruction - divergence
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_elbo_values", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_elbo_values(elbo):
    """Values computed by hand (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    x, p = np.array([[1, 0, 0.5, 1], [0, 1, 1, 0]]), np.array([[3, 2, 1, 2], [1, 3, 2, 2]]) / 4
    mean, variance = np.array([[2.0, 0, 1], [1, -1, 0]]), np.array([[4.0, 1, 2], [0.5, 1, 3]])
    fit = np.sum(x * np.log(p) + (1 - x) * np.log(1 - p), axis=1)
    kl = (parts := np.sum([mean**2, variance, -np.log(variance)], axis=2) / 2).sum(axis=0) - 1.5
    slips = {"This looks like the loss, not a bound.": kl - fit, "The divergence is missing.": fit,
        "The log-likelihood has the wrong sign.": -fit - kl, "This is the divergence alone.": kl,
        "The divergence is added; subtract it.": fit + kl, "The log-likelihood is missing.": -kl,
        "The whole bound is divided by the number of pixels; sum over them.": (fit - kl) / 4,
        "Both terms are averaged; sum the pixels, and sum the dimensions.": fit / 4 - kl / 3}
    for k, how in (1, "is missing"), (2, "has the wrong sign"), (-1, "lacks its factor ½"):
        for h, name in zip(parts, ("squared mean", "variance", "logarithm"), strict=True):
            slips[f"In the divergence, the {name} {how}."] = fit - kl + k * h
    hints = {f"The {name} is multiplied by a factor (a mean? a weight? 784?); it counts once.":
        lambda got, a=a, b=b: np.ptp((got - a) / b) < 1e-4
        for name, a, b in (("divergence", fit, kl), ("log-likelihood", -kl, fit))}
    answer = checks.call(elbo, *(given := (x, np.log(p / (1 - p)), mean, np.log(variance))))
    checks.expect_close(answer, fit - kl, "The bound", given=given, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    lost = "With one picture its axis is lost, too (tf.squeeze?): only the summed axis goes."
    rng = np.random.default_rng(508)
    for batch, n_pixels, dims in ((1, 4, 1), (5, 20, 3)):
        x, logits = rng.uniform(size=(batch, n_pixels)), rng.normal(0, 2, (batch, n_pixels))
        mean, log_var = rng.normal(size=(batch, dims)), rng.uniform(-2.5, 2.5, (batch, dims))
        fit = np.sum(x * logits - np.log1p(np.exp(logits)), axis=1)
        kl = np.sum(mean**2 + np.exp(log_var) - 1 - log_var, axis=1) / 2
        answer = checks.call(elbo, x, logits, mean, log_var)
        slips = {lost: (fit - kl)[0]} if batch == 1 else {}
        checks.expect_close(answer, fit - kl, "The bound of random pictures", slips=slips)
    ### END HIDDEN TESTS


test_elbo_values(elbo)

# %% nbgrader={"grade": true, "grade_id": "test_elbo_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_elbo_lists(elbo):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    fit, kl = -np.log(8) * np.ones(2), np.array([2.0, 0.5])
    slips = {"The divergence is summed over the batch as well.": fit - kl.sum(),
        "mean and log_var are swapped.": fit - [(np.e**2 - 3) / 2, (np.e - 2) / 2],
        "This is the sum over the batch; one number a picture is asked for.": np.sum(fit - kl),
        "This is a column; one axis is asked for (keepdims?).": (fit - kl)[:, None],
        "A column and a row make a table; one number a picture is asked for.": fit - kl[:, None],
        "A row and a column make a table; one number a picture is asked for.": fit[:, None] - kl,
        "This is divided by the number of pictures; each picture has its own.": (fit - kl) / 2,
        "The mean is not squared in the divergence.": fit - [1.0, 0.5],
        "This is in bits, not nats.": (fit - kl) / np.log(2),
        "This looks like a softmax; each pixel has its own sigmoid.": [-np.log(3) - 2, -0.5],
        "x and the logits are swapped.": fit - kl + [np.log(2) - np.log1p(np.e), 0],
        "This is exp(bound).": np.exp(fit - kl), "Dark pixels are missing.": [-np.log(2) - 2, -0.5]}
    answer = checks.call(elbo, [[1, 0, 0], [0, 0, 0]], [[0, 0, 0]] * 2, [[2], [1]], [[0], [0]])
    checks.expect_close(answer, fit - kl, "The bound for lists", slips=slips)
    answer = checks.call(elbo, [[1.0, 0.0]], [[0.0, 0.0]], [[1.0]], [[0.0]])
    checks.expect_close(answer, [-2 * np.log(2) - 0.5], "The example on the card")
    ### BEGIN HIDDEN TESTS
    # So many pixels that the product of their likelihoods is 0 in any precision.
    x, logits = np.ones((2, 2000)), np.array([[0.0], [-1.0]]) * np.ones(2000)
    answer = checks.call(elbo, x, logits, np.zeros((2, 1)), np.zeros((2, 1)))
    product = "A product of many likelihoods is 0 on a computer: add their logarithms instead."
    right, slips = -2000 * np.log1p(np.exp([0.0, 1.0])), {product: [-np.inf, -np.inf]}
    slips["p and 1 − p are swapped: x goes with log p."] = -2000 * np.log1p(np.exp([0.0, -1.0]))
    dear = "A code like the prior costs nothing: is there a least cost (free bits?)"
    hints = {dear: lambda got: np.ptp(right - got) < 0.02 and 0.05 < (right - got)[0] < 100}
    checks.expect_close(answer, right, "The bound with many pixels", slips=slips, hints=hints)
    grey, logits = np.array([[0.4, 0.7]]), np.array([[2.0, -1.0]])
    right = np.sum(grey * logits - np.log1p(np.exp(logits)), axis=1)
    log_p, log_not_p = -np.log1p(np.exp(-logits)), -np.log1p(np.exp(logits))
    slips = {
        f"The pictures are {how}; leave grey values as they are.": np.sum(
            np.array(pixels) * logits + log_not_p, axis=1
        )
        for how, pixels in (
            ("rounded to 0 and 1", [[0, 1]]),
            ("cut off to 0", [[0, 0]]),
            ("rounded up to 1", [[1, 1]]),
        )
    }
    slips["This is log(x p + (1 − x)(1 − p)); take the logarithms first, then add."] = np.sum(
        np.log(grey * np.exp(log_p) + (1 - grey) * np.exp(log_not_p)), axis=1
    )
    answer = checks.call(elbo, grey, logits, [[0.0]], [[0.0]])
    checks.expect_close(answer, right, "The bound of grey pixels", slips=slips)
    whole = [[1, 0]], [[1, -2]], [[-1, 2]], [[1, 2]]
    mean, log_var = np.array(whole[2]), np.array(whole[3])
    fit = -np.log1p(np.exp(-1.0)) - np.log1p(np.exp(-2.0))

    true = np.exp(log_var)

    def bound(variance=true, logarithm=log_var, square=mean**2, one=1):
        return fit - np.sum(square + variance - one - logarithm, axis=1) / 2

    slips = {
        "The divergence's logarithm has the wrong sign.": bound(logarithm=-log_var),
        "The divergence's logarithm is missing.": bound(logarithm=0),
        "This looks like log_var taken for log σ.": bound(np.exp(2 * log_var), 2 * log_var),
        "In the divergence, log_var has its ½ twice.": bound(logarithm=log_var / 2),
        "The divergence holds the mean only; the terms of the variance are missing.": bound(
            0, 0, mean**2, 0
        ),
        "In the divergence, σ = exp(log_var) in one place only.": bound(np.exp(2 * log_var)),
        "log_var stands where the variance should: take its exponential.": bound(log_var),
        "This is a power of 2; e is asked for: tf.exp(log_var).": bound(2.0**log_var),
        "This is a power of 10; e is asked for: tf.exp(log_var).": bound(10.0**log_var),
        "In the divergence, each mean is squared before the sum, not after.": fit
        - (mean.sum() ** 2 + np.sum(np.exp(log_var) - 1 - log_var, axis=1)) / 2,
        "Only the largest dimension of the divergence counts here; add all.": [
            fit - (4 + np.e**2 - 3) / 2
        ],
        "Only the first dimension of the divergence counts here; add all.": [
            fit - (1 + np.e - 2) / 2
        ],
        "The divergence is averaged over the latent dimensions; sum it.": (fit + bound()) / 2,
        "−1 is taken once; it belongs in the sum, for each dimension.": bound() - 0.5,
        "The standard deviation stands where the variance should.": bound(np.exp(log_var / 2)),
    }
    right = bound()
    answer, what = checks.call(elbo, *whole), "The bound for lists of whole numbers"
    checks.expect_close(answer, right, what, slips=slips)
    for kind in (np.int64, np.float32):
        answer = checks.call(elbo, *(np.array(part, kind) for part in whole))
        checks.expect_close(answer, right, f"The bound for arrays of {kind.__name__}")
    ### END HIDDEN TESTS


test_elbo_lists(elbo)

# %% nbgrader={"grade": true, "grade_id": "test_elbo_properties", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_elbo_properties(elbo):
    """What must hold for any numbers (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    x, logits = np.array([[1.0, 0.0, 1.0]] * 2), np.array([[500.0, -500.0, 500.0]] * 2)
    mean, log_var = np.array([[2.0, 0.0], [4.0, 0.0]]), np.array([[0.0, 0.0], [2.0, 0.0]])
    kl = np.array([2.0, 8.0 + (np.e**2 - 3) / 2])
    slips = {"The divergence counts twice (a ½ missing?).": -2 * kl, "The −1 is missing.": -kl - 1,
        "The divergence is averaged over the batch; each picture has its own.": [-kl.mean()] * 2,
        "This is the mean over the batch; one number a picture is asked for.": -kl.mean(),
        "This is the loss, averaged over the batch.": kl.mean(),
        "This takes KL(N(0, 1) ‖ q), the other way round.": [-2.0, -(17 / np.e**2 + 1) / 2],
        "log_var stands where the variance should: take its exponential.": [-1.0, -7.0],
        "This looks like log_var taken for log σ.": [-2.0, -8.0 - (np.e**4 - 5) / 2],
        "This is a continuous Bernoulli; take an ordinary one.": 3 * np.log(500) - kl,
        "This takes log p(mean), not the divergence.": [-3.837877, -9.837877],
        "This looks like a sigmoid taken twice.": -kl - 2 * np.log1p(np.exp(-1)) - np.log(2)}
    answer, what = checks.call(elbo, x, logits, mean, log_var), "The bound of perfect pictures"
    unbound = "log(1 − sigmoid(500)) is not finite, exp(500) not in float32: stay with the logits."
    checks.expect(np.isfinite(answer).all(), f"{what} is not finite.", got=answer, hint=unbound)
    checks.expect_close(answer, -kl, what, given=(x, logits, mean, log_var), slips=slips)
    ### BEGIN HIDDEN TESTS
    prior, what = np.zeros((4, 2)), "The bound of pictures that are wrong without doubt"
    pixels = np.array([[1.0, 0.0, 1.0, 0.0, 1.0]] * 4)
    answer = checks.call(elbo, pixels, 600 - 1200 * pixels, prior, prior)
    finite = np.isfinite(answer).all()
    checks.expect(finite, f"{what} is not finite.", got=answer, hint=unbound)
    told = {
        "This is minus the divergence alone.": 0.0,
        "This is a squared or an absolute error, not the log-likelihood.": -5.0,
        "This is half a squared error, not the log-likelihood.": -2.5,
        "The log-likelihood has the wrong sign.": 3000.0,
        "The log-likelihood counts twice.": -6000.0,
        "The log-likelihood is averaged over the pixels; sum it.": -600.0,
        "784 pixels are assumed; sum over as many as there are.": -600.0 * 784,
        "The log-likelihood is divided by the number of pictures; each has its own.": -750.0,
        "The log-likelihood is summed over the batch; each picture has its own.": -12_000.0,
        "The log-likelihood is in bits; take the natural logarithm.": -3000 / np.log(2),
        "The half of the dark pixels is missing: (1 − x) log(1 − p).": -1800.0,
        "The half of the bright pixels is missing: x log p.": -1200.0,
    }
    slips = {sentence: [value] * 4 for sentence, value in told.items()}
    clipped = (
        "A sure mistake costs too little: is a probability or a logit clipped, a number added in "
        "the logarithm, or from_logits=True forgotten?"
    )
    hints = {clipped: lambda got: np.all((got > -550) & (got < -15))}
    checks.expect_close(answer, [-3000.0] * 4, what, slips=slips, hints=hints)
    answer = checks.call(elbo, x, logits, prior[:2], np.array([[-40.0, 0.0], [0.0, -40.0]]))
    clipped = "log_var is clipped, or a number is added in a logarithm: use log_var as it is."
    hints = {clipped: lambda got: np.all((got > -19.4) & (got < -1))}
    what = "The bound with a variance near 0"
    checks.expect_close(answer, [-19.5] * 2, what, hints=hints)
    answer = checks.call(elbo, x, logits, prior[:2], np.array([[12.0, 0.0], [0.0, 12.0]]))
    right, what = np.full(2, (13 - np.exp(12.0)) / 2), "The bound with a large variance"
    hints = {"A large log_var is clipped: use log_var as it is.": lambda got: np.all(got > right)}
    checks.expect_close(answer, right, what, hints=hints)
    # Each dimension, and each pixel, counts once: twice the picture and code doubles the bound.
    rng = np.random.default_rng(509)
    raw = (rng.uniform(size=(3, 5)), *(rng.normal(size=(3, width)) for width in (5, 2, 2)))
    answer = checks.call(elbo, *raw)
    large = checks.call(elbo, *(np.concatenate([part, part], axis=1) for part in raw))
    checks.expect_shape(answer, (3,), "The bound of three pictures")
    checks.expect_close(large, 2 * answer, "The bound for twice the pixels and dimensions")
    ### END HIDDEN TESTS


test_elbo_properties(elbo)

# %% [markdown]
# ## 5. Train it
#
# All parts are there. One step: encode, sample, decode, bound, gradient, update of both networks.

# %% [markdown]
# ### Exercise: `vae_train_step`
#
# | | |
# |---|---|
# | **Write** | one training step of a variational autoencoder: sample, bound, gradient, update |
# | **Why it matters** | everything above comes together here; the rest of the lesson trains with this function |
# | **Time, difficulty** | 14 minutes, ●●● |
# | **Signature** | `vae_train_step(encoder, decoder, optimizer, x, noise)`: two Keras models, a Keras optimizer, pictures (batch, pixels), standard normal noise (batch, d) → `{"loss": …, "kl": …}` |
# | **Example** | `vae_train_step(encoder, decoder, keras.optimizers.Adam(), pictures, noise)["loss"]` is near $784\log2\approx543$ in the first step |
#
# `encoder(x)` gives `(mean, log_var)`, `decoder(z)` gives *logits*. The loss is the mean over the batch of the negative ELBO; `"kl"` is the mean over the batch of the divergence. Both are the values from before the update.
# One step of the optimizer updates both networks. TensorFlow all the way, for the gradient; functions of yours that use TensorFlow may be called here.
#
# <details><summary>Hint 1: the order of events</summary>
#
# Inside a `tf.GradientTape`: encode, sample with the given noise, decode, likelihood, divergence, loss. Outside: the gradient, then the optimizer.
# </details>
# <details><summary>Hint 2: two networks, one update</summary>
#
# `weights = encoder.trainable_weights + decoder.trainable_weights` is one list; `tape.gradient(loss, weights)` is a list of the same length. `optimizer.apply_gradients(zip(gradients, weights))` makes one step.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `mean, log_var = encoder(x)`; `z = reparameterize(mean, log_var, noise)`; `logits = decoder(z)`; `loss = tf.reduce_mean(-elbo(x, logits, mean, log_var))`: all four inside the tape. For `"kl"`, average `kl_to_standard_normal(mean, log_var)`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“No gradients provided”** or **None**: something between the weights and the loss left TensorFlow (NumPy, `float()`, `.numpy()`), or stands outside the tape.
# - **“cannot compute … double … float”**: NumPy makes float64; the first line, which casts, is given.
# - **“the encoder has not changed”**: is it in the list of weights? Does the loss depend on its outputs?
# - **“on the learning rate”**: compute what you return before the optimizer's step.
# </details>

# %% nbgrader={"grade": false, "grade_id": "vae_train_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def vae_train_step(encoder, decoder, optimizer, x, noise):
    """One step of training a variational autoencoder.

    Parameters
    ----------
    encoder, decoder : keras.Model
        From pictures to (mean, log_var), and from codes to logits.
    optimizer : keras.optimizers.Optimizer
        Updates the weights of both networks, in one step.
    x : array-like, shape (batch, pixels)
        Brightness from 0 to 1.
    noise : array-like, shape (batch, d)
        Standard normal noise, one row for each picture.

    Returns
    -------
    dict
        "loss": mean over the batch of the negative ELBO; "kl": mean over the batch of the
        divergence. Both from before the update; numbers or scalar tensors.
    """
    x, noise = tf.cast(x, tf.float32), tf.cast(noise, tf.float32)
    ### BEGIN SOLUTION
    weights = encoder.trainable_weights + decoder.trainable_weights
    with tf.GradientTape() as tape:
        mean, log_var = encoder(x, training=True)
        logits = decoder(mean + tf.exp(log_var / 2) * noise, training=True)
        misfit = tf.reduce_sum(
            tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1
        )
        divergence = 0.5 * tf.reduce_sum(tf.square(mean) + tf.exp(log_var) - 1 - log_var, axis=1)
        loss = tf.reduce_mean(misfit + divergence)
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights, strict=True))
    return {"loss": loss, "kl": tf.reduce_mean(divergence)}
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_vae_train_step_kl", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_vae_train_step_kl(vae_train_step):
    """The keys, and the divergence that is logged (0.25 points)."""
    import keras
    import numpy as np

    from lessonkit import checks
    pixels, sgd, x = keras.Input((3,)), keras.optimizers.SGD(0.0), np.float32([[1.0, 0.5, 0.0]])
    encoder = keras.Model(pixels, [keras.layers.Dense(1)(pixels) for _ in range(2)])
    encoder.set_weights([np.zeros((3, 1)), np.array([4.0]), np.zeros((3, 1)), np.log([4.0])])
    decode = keras.Sequential([keras.Input([1]), keras.layers.Dense(3, kernel_initializer="zeros")])
    logs, _, _ = checks.train_step(vae_train_step, [encoder, decode], sgd, x, np.float32([[-2]]))
    checks.expect({"loss", "kl"} <= set(logs), 'A dict with the keys "loss" and "kl" is asked for.')
    kl, fit = (16 + 4 - 1 - np.log(4)) / 2, 3 * np.log(2)  # mean 4, variance 4, logits 0
    slips = {"This looks like log_var taken for log σ.": kl + 5.3069, "Square the mean.": kl - 6,
        "This is the reconstruction.": fit, "KL(N(0, 1) ‖ q), the other way round.": 2.31815,
        "kl is log q − log p of the sample; use the formula.": -2.69315, "This is minus kl.": -kl,
        "kl is in bits.": kl / np.log(2), "The −1 of the divergence is missing.": kl + 0.5,
        "The factor ½ of the divergence is missing.": 2 * kl, "The mean does not enter kl.": kl - 8,
        "kl is divided by the number of pixels.": kl / 3, "mean and log_var are swapped.": 25.76,
        "log_var is no variance; take its exponential.": 7.5, "This is the loss, not kl.": fit + kl}
    slips |= {f"Divided by {n}, not by the batch.": kl / n for n in (10, 32, 50, 64, 100, 128, 784)}
    checks.expect_close(np.array(logs["kl"]), kl, "kl of one picture", slips=slips)


test_vae_train_step_kl(vae_train_step)

# %% nbgrader={"grade": true, "grade_id": "test_vae_train_step_logs", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_vae_train_step_logs(vae_train_step):
    """The loss that is logged (0.25 points)."""
    import keras
    import numpy as np

    from lessonkit import checks
    pixels, sgd, x = keras.Input((3,)), keras.optimizers.SGD(0.0), np.float32([[1.0, 0.5, 0.0]])
    encoder = keras.Model(pixels, [keras.layers.Dense(1)(pixels) for _ in range(2)])
    encoder.set_weights([np.zeros((3, 1)), np.array([4.0]), np.zeros((3, 1)), np.log([4.0])])
    decode = keras.Sequential([keras.Input([1]), keras.layers.Dense(3, kernel_initializer="zeros")])
    logs, _, _ = checks.train_step(vae_train_step, [encoder, decode], sgd, x, np.float32([[-1]]))
    loss, fit, kl = np.array(logs.get("loss", [])), 3 * np.log(2), (19 - np.log(4)) / 2
    slips = {"This looks like the ELBO; the loss is its negative.": -fit - kl,
        "Only the reconstruction arrives; add kl.": fit, "kl is subtracted; add it.": fit - kl,
        "It looks like the mean over the pixels; sum.": fit / 3 + kl,
        "The loss is per pixel; sum.": (fit + kl) / 3, "Logits are no probabilities.": kl + 24.177,
        "This looks like a softmax; each pixel has its own sigmoid.": 1.647918 + kl,
        "This is a squared error; the decoder gives logits.": 0.5 + kl,
        "This looks like a sigmoid taken twice: the decoder gives logits.": 2.1722309 + kl}
    for c, w in ("½", 0.5), ("2", 2), ("4", 4), ("the number of pixels", 3), ("1 / pixels", 1 / 3):
        slips[f"In the loss, the divergence is multiplied by {c}; it counts once."] = fit + w * kl
    checks.expect_close(loss, fit + kl, "The loss of one picture", slips=slips)
    ### BEGIN HIDDEN TESTS
    # Two codes, three pictures: means 2 and 0, variances 4 and 1; the logits are the codes.
    pixels = keras.Input((2,))
    encoder = keras.Model(pixels, [keras.layers.Dense(2)(pixels) for _ in range(2)])
    biases = np.array([2.0, 0.0]), np.log([4.0, 1.0])
    encoder.set_weights([np.zeros((2, 2)), biases[0], np.zeros((2, 2)), biases[1]])
    decoder = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2)])
    decoder.set_weights([np.eye(2), np.zeros(2)])
    x = np.array([[1.0, 0.0], [0.0, 0.5], [0.5, 1.0]], np.float32)
    noise = np.array([[-1.0, 0.5], [0.5, -1.0], [1.0, -0.25]], np.float32)
    mean, std, kl = np.array([2.0, 0.0]), np.array([2.0, 1.0]), (4 + 4 - 1 - np.log(4)) / 2
    as_std = (4 + 16 - 1 - 2 * np.log(4)) / 2

    def loss(codes, x=x):
        return np.mean(np.sum(np.log1p(np.exp(codes)) - x * codes, axis=1)) + kl

    def step(optimizer, noise):
        logs, _, _ = checks.train_step(vae_train_step, [encoder, decoder], optimizer, x, noise)
        what = 'A dict with the keys "loss" and "kl" is asked for.'
        checks.expect({"loss", "kl"} <= set(logs), what)
        return np.array([logs["loss"], logs["kl"]])

    right, average = loss(mean + std * noise), noise.mean(axis=0) + 0 * noise
    logs_var, standard = np.log(std**2), (noise - noise.mean()) / noise.std()
    slips = {
        "This looks like the sum over the batch; its mean is asked for.": [3 * right, 3 * kl],
        "The loss looks like the sum over the batch.": [3 * right, kl],
        'This looks like the sum over the batch in "kl".': [right, 3 * kl],
        "Is kl summed over the batch, and in the loss, too?": [right + 2 * kl, 3 * kl],
        "In the loss, kl is summed over the batch; average it.": [right + 2 * kl, kl],
        "This looks like the mean over the latent dimensions; sum them.": [right - kl / 2, kl / 2],
        '"kl" is the mean over the latent dimensions; sum them, as in the loss.': [right, kl / 2],
        "This looks like log_var taken for log σ.": [right - kl + as_std, as_std],
        "log_var as log σ in both.": [loss(mean + std**2 * noise) - kl + as_std, as_std],
        "The sample looks like σ = exp(log_var).": [loss(mean + std**2 * noise), kl],
        "The mean is decoded, not a sample: the noise is not used.": [loss(mean + 0 * noise), kl],
        "The noise is not scaled by the standard deviation.": [loss(mean + noise), kl],
        "One noise is used for all pictures.": [loss(mean + std * noise[[0, 0, 0]]), kl],
        "The mean noise is used for all.": [loss(mean + std * average), kl],
        "The pictures are rounded to 0 and 1.": [loss(mean + std * noise, np.round(x)), kl],
        "The noise is subtracted; as a habit, add it.": [loss(mean - std * noise), kl],
        "The mean is scaled, too; only the noise should be.": [loss(std * (mean + noise)), kl],
        "log_var is used as the standard deviation itself.": [loss(mean + logs_var * noise), kl],
        "The sign in the exponential is wrong.": [loss(mean + noise / std), kl],
        "Halve the log-variance instead of doubling it.": [loss(mean + std**4 * noise), kl],
        "The noise loses its sign; use it as it is.": [loss(mean + std * np.abs(noise)), kl],
        "The noise is standardised first; use it as it is.": [loss(mean + std * standard), kl],
        "The noise's rows come in reverse order.": [loss(mean + std * noise[::-1]), kl],
        "mean and log_var are swapped in the sample.": [
            loss(logs_var + np.exp(mean / 2) * noise),
            kl,
        ],
        "The mean is missing in the sample.": [loss(std * noise), kl],
        "σ is the softplus of log_var here; it is exp(log_var / 2).": [
            loss(mean + np.log1p(std**2) * noise),
            kl,
        ],
        "One noise is used for all coordinates of a picture.": [
            loss(mean + std * noise[:, [0, 0]]),
            kl,
        ],
        "The standard deviation is halved; only log_var is.": [loss(mean + std / 2 * noise), kl],
        "Halve the log-variance before the exponential, not after.": [
            loss(mean + std**2 / 2 * noise),
            kl,
        ],
        "The log-likelihood is summed over the batch; average it.": [3 * right - 2 * kl, kl],
        "The mean is scaled, the noise is not; it is the other way round.": [
            loss(std * mean + noise),
            kl,
        ],
        "The noise stands in the exponent; multiply by it.": [loss(mean + std**noise), kl],
        "The noise itself is decoded, not the sample.": [loss(noise), kl],
        "The standard deviation is added to the noise; multiply.": [loss(mean + std + noise), kl],
    }
    answers = [step(keras.optimizers.SGD(rate), noise) for rate in (0.0, 5.0)]
    what = "[loss, kl] for three pictures"
    twice = (
        "The same call gives another loss the second time: use the noise and the pictures that "
        "are given, in their order."
    )
    hints = {twice: lambda got: not np.allclose(got, step(sgd, noise), rtol=1e-4)}
    checks.expect_close(answers[0], [right, kl], what, slips=slips, hints=hints)
    same = np.isclose(*answers, rtol=1e-4)
    if not same.all():
        again = [step(sgd, noise) for _ in range(6)]
        checks.expect(np.allclose(again, answers[0], rtol=1e-4), twice)
    what = "[loss, kl] depend on the learning rate: compute both before the update."
    if same.any():
        key = "kl" if same[0] else "loss"
        what = f'"{key}" depends on the learning rate: compute it before the update.'
    checks.expect(same.all(), what)
    # From before the update, however large it is, and for the noise that is given.
    other = -2.0 * noise
    right = np.array([loss(mean + std * other), kl])
    checks.expect_close(step(sgd, other), right, "[loss, kl] for another noise")
    # A tiny and a large variance.
    wide = np.array([-25.0, 8.0])
    encoder.set_weights([np.zeros((2, 2)), np.zeros(2), np.zeros((2, 2)), wide])
    std, kl = np.exp(wide / 2), (np.exp(8.0) + np.exp(-25.0) - 2 + 17) / 2
    bounded = "log_var is bounded, or a number is added to a variance: use log_var as it is."
    hints = {bounded: lambda got: np.isfinite(got).all()}
    what = "[loss, kl] for a tiny and a large variance"
    answer = step(sgd, noise / 10)
    checks.expect_close(answer, [loss(std * noise / 10), kl], what, rtol=1e-3, hints=hints)
    ### END HIDDEN TESTS


test_vae_train_step_logs(vae_train_step)

# %% nbgrader={"grade": true, "grade_id": "test_vae_train_step_gradient", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
def test_vae_train_step_gradient(vae_train_step):
    """The gradient (1 point)."""
    import keras
    import numpy as np

    from lessonkit import checks
    pixel, half, sgd = keras.Input([1]), keras.initializers.Constant(0.5), keras.optimizers.SGD(1.0)
    encoder = keras.Model(pixel, [keras.layers.Dense(1)(pixel) for _ in range(2)])
    encoder.set_weights([np.zeros((1, 1)), np.ones(1), np.zeros((1, 1)), np.log([4.0])])
    decoder = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer=half)])
    (x, n), kl = np.float32([[[1], [0], [1]], [[0.5], [-1], [2]]]), np.array([1, 1.5, 0, 0])
    _, (mine, yours), _ = checks.train_step(vae_train_step, [encoder, decoder], sgd, x, n)
    down = np.ravel([1 - mine[1], np.log(4) - mine[3], 0.5 - yours[0][0], -yours[1]])
    fit = np.mean((1 / (1 + np.exp(-0.5 - n)) - x) * ([0.5, 0, 1, 1] + n * [0, 0.5, 2, 0]), axis=0)
    slips = {"In the encoder only the reconstruction arrives; kl is not in the tape.": fit,
        "In the encoder only the divergence arrives: the sample is cut off.": np.where(kl, kl, fit),
        "Uphill: the step makes the loss grow.": -(g := fit + kl),
        "The gradient of the sum over the batch; average.": 3 * g, "It is twice too long.": 2 * g,
        "No gradient arrives through σ: the spread is cut off.": fit * [1, 0, 1, 1] + kl,
        "No gradient arrives through the sample's mean: it is cut off.": fit * [0, 1, 1, 1] + kl}
    far = {"Right direction, wrong length.": lambda d: np.ptp(d / g) < min(d[0], *abs(d - g)) / 99}
    checks.expect_close(down, fit + kl, "The step of the four parameters", slips=slips, hints=far)
    ### BEGIN HIDDEN TESTS
    import tensorflow as tf
    import tensorflow_probability as tfp

    # One step of plain gradient descent, against TensorFlow Probability's Bernoulli and Normal;
    # log-variances near +2 and −2.
    tfd, rng = tfp.distributions, np.random.default_rng(515)
    pixels, code = keras.Input((5,)), keras.Input((2,))
    hidden = keras.layers.Dense(4, activation="tanh")(pixels)
    encoder = keras.Model(pixels, [keras.layers.Dense(2)(hidden), keras.layers.Dense(2)(hidden)])
    deep = keras.layers.Dense(4, activation="tanh")(code)
    decoder = keras.Model(code, keras.layers.Dense(5)(deep))
    first = [rng.normal(0, 0.5, w.shape) for w in encoder.weights[:5]]
    encoder.set_weights([*first, np.array([2.0, -2.0])])
    decoder.set_weights([rng.normal(0, 1.0, w.shape) for w in decoder.weights])
    x, noise = np.float32(rng.uniform(size=(20, 5))), np.float32(rng.normal(size=(20, 2)))
    sgd = keras.optimizers.SGD(0.125)
    logs, after, updates = checks.train_step(vae_train_step, [encoder, decoder], sgd, x, noise)
    weights = [w.value for w in encoder.trainable_weights + decoder.trainable_weights]
    with tf.GradientTape() as tape:
        mean, log_var = encoder(tf.constant(x))
        logits = decoder(mean + tf.exp(log_var / 2) * noise)
        fit = tfd.Bernoulli(logits=logits).log_prob(tf.constant(x))
        kl = tfd.Normal(mean, tf.exp(log_var / 2)).kl_divergence(tfd.Normal(0.0, 1.0))
        loss = (tf.reduce_sum(kl) - tf.reduce_sum(fit)) / 20
    n = len(after[0])
    slopes = tape.gradient(loss, weights)
    moves = [(w.numpy() - new) / 0.125 for w, new in zip(weights, after[0] + after[1], strict=True)]
    near = [np.allclose(*pair, rtol=1e-3, atol=2e-4) for pair in zip(moves, slopes, strict=True)]
    what = "The change of the weights is not that of one step down the gradient of the loss."
    if not np.isclose(logs.get("loss", 0.0), loss, rtol=1e-3):
        what = "Neither the loss nor the change of the weights is right; begin with the loss."
    hint = ""
    if all(near[:n]):
        hint = "The encoder's change is right, the decoder's is not."
    if all(near[n:]):
        hint = "The decoder's change is right, the encoder's is not."
    checks.expect(all(near), what, hint=hint)
    checks.expect(updates == 1, "The optimizer should make one step, over both networks.")
    # A large gradient: the slope of the divergence at a log-variance of 8 is ½ (e⁸ − 1).
    encoder = keras.Model(pixel, [keras.layers.Dense(1)(pixel) for _ in range(2)])
    encoder.set_weights([np.zeros((1, 1)), np.zeros(1), np.zeros((1, 1)), np.full(1, 8.0)])
    decoder = keras.Sequential(
        [keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    x, noise = np.float32([[1], [0]]), np.float32([[0.5], [-0.5]])
    sgd = keras.optimizers.SGD(1.0)
    _, (mine, _), _ = checks.train_step(vae_train_step, [encoder, decoder], sgd, x, noise)
    right, what = [(np.exp(8.0) - 1) / 2], "A step down a steep slope"
    hints = {
        "A large gradient is clipped or made shorter; take it as it is.": lambda got: (
            0 < got[0] < right[0]
        )
    }
    checks.expect_close(8 - mine[3], right, what, rtol=1e-3, hints=hints)
    ### END HIDDEN TESTS


test_vae_train_step_gradient(vae_train_step)

# %% nbgrader={"grade": true, "grade_id": "test_vae_train_step_adam", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_vae_train_step_adam(vae_train_step):
    """Another optimizer and deeper networks (0.5 points)."""
    import keras
    import numpy as np

    from lessonkit import checks

    rng, adam, pixels = np.random.default_rng(518), keras.optimizers.Adam(0.01), keras.Input((3,))
    encoder = keras.Model(pixels, [keras.layers.Dense(1)(pixels) for _ in range(2)])
    decoder = keras.Sequential([keras.Input((1,)), keras.layers.Dense(3)])
    for network in (encoder, decoder):
        network.set_weights([rng.normal(0.0, 0.7, w.shape) for w in network.weights])
    before = [w.numpy() for network in (encoder, decoder) for w in network.weights]
    x, noise = np.float32(rng.uniform(size=(9, 3))), np.float32(rng.normal(size=(9, 1)))
    _, after, updates = checks.train_step(vae_train_step, [encoder, decoder], adam, x, noise)
    moved = [np.abs(new - old) for old, new in zip(before, after[0] + after[1], strict=True)]
    for name, part in (("encoder", moved[:4]), ("decoder", moved[4:])):
        checks.expect(any(np.any(m > 0) for m in part), f"The {name} has not changed.")
    what = "The optimizer that was given should make one step, over both networks."
    checks.expect(updates == 1, what, expected=1, got=updates)
    what = "Adam(0.01) should move every weight by 0.01 in its first step."
    checks.expect(np.allclose(np.concatenate([m.ravel() for m in moved]), 0.01, rtol=0.05), what)
    ### BEGIN HIDDEN TESTS
    import tensorflow as tf
    import tensorflow_probability as tfp

    # A deeper decoder, and momentum: the step of the test's own optimizer, on the test's networks.
    tfd, sgd = tfp.distributions, keras.optimizers.SGD(0.1, momentum=0.9)
    decoder = keras.Sequential(
        [keras.Input((1,)), keras.layers.Dense(4, activation="tanh"), keras.layers.Dense(3)]
    )
    decoder.set_weights([rng.normal(0.0, 0.7, w.shape) for w in decoder.weights])
    logs, after, updates = checks.train_step(vae_train_step, [encoder, decoder], sgd, x, noise)
    got = np.array([logs.get("loss", np.nan), logs.get("kl", np.nan)])
    m, v = (np.float64(part) for part in encoder(x))  # one latent dimension
    std = np.exp(v / 2)

    def softplus(value):
        return np.logaddexp(0, value)

    def loss_of(codes, misfit=lambda y, x: softplus(y) - x * y):
        """The loss for these codes, and for this misfit of each pixel with logits y."""
        y = np.float64(decoder(np.float32(codes)))
        return misfit(y, x).sum(axis=1).mean() + right_kl

    terms = {"squared mean": m**2 / 2, "variance": std**2 / 2, "logarithm": -v / 2}
    right_kl = sum(terms.values()).mean() - 0.5
    right_loss = loss_of(codes := m + std * noise)
    scales = {
        "This is a power of 2; e is asked for: exp(log_var / 2).": 2 ** (v / 2),
        "This is a power of 2, and log_var is not halved: take exp(log_var / 2).": 2**v,
        "This is a power of 10; e is asked for: exp(log_var / 2).": 10 ** (v / 2),
        "Half of log_var is taken; the exponential is missing.": v / 2,
        "The exponential takes the ½ alone; it takes log_var / 2.": np.exp(0.5) * v,
        "1 is subtracted from the standard deviation (expm1?); take exp.": np.expm1(v / 2),
        "σ is 1 + log_var / 2 here; it is exp(log_var / 2).": 1 + v / 2,
        "σ is the sigmoid of log_var here; it is exp(log_var / 2).": 1 / (1 + np.exp(-v)),
        "σ is the softplus of log_var / 2 here; it is exp(log_var / 2).": softplus(v / 2),
        "σ is the root of |log_var| here; it is exp(log_var / 2).": np.sqrt(np.abs(v)),
        "log_var loses its sign; a variance below 1 has a negative logarithm.": np.exp(
            np.abs(v) / 2
        ),
        "A negative log_var counts as 0 here; use it as it is.": np.exp(v.clip(0) / 2),
        "Halve the log-variance once; this is the root of σ.": np.exp(v / 4),
        "The half is rounded down (//): divide by 2 with /.": np.exp(v // 2),
        "The standard deviation counts twice: mean + σ · noise is asked for.": 2 * std,
    }
    samples = {
        "The first row's mean is used for all; each row has its own.": m[:1] + std * noise,
        "Mean and standard deviation have changed places.": std + m * noise,
        "The mean is multiplied; add it.": m * std * noise,
        "The decoder gets the exponential of the sample; leave that out.": np.exp(codes),
        "The mean is taken from the noise; use it as it is.": m + std * (noise - noise.mean()),
        "The noise is scaled to length 1; use it as it is.": m
        + std * noise / np.linalg.norm(noise),
        "One noise is used for all pictures; each has its own.": m + std * noise[:1],
        **{
            f"The noise is clipped to ±{c}; use it as it is.": m + std * noise.clip(-c, c)
            for c in (1, 2)
        },
    }

    def squared(y, x):
        return (1 / (1 + np.exp(-y)) - x) ** 2

    def likelihood(y, x):
        return np.exp(x * y - softplus(y))

    misfits = {
        "The half of the dark pixels is missing: (1 − x) log(1 − p).": lambda y, x: x
        * softplus(-y),
        "The half of the bright pixels is missing: x log p.": lambda y, x: (1 - x) * softplus(y),
        "p and 1 − p are swapped: x goes with log p.": lambda y, x: softplus(y) - (1 - x) * y,
        "The term x · logit has the wrong sign.": lambda y, x: softplus(y) + x * y,
        "x and the logits are swapped.": lambda y, x: softplus(x) - x * y,
        "This is half a squared error, not the cross-entropy.": lambda y, x: squared(y, x) / 2,
        "This is an absolute error, not the cross-entropy.": lambda y, x: np.sqrt(squared(y, x)),
        "This is a squared error of the logits, not the cross-entropy.": lambda y, x: (y - x) ** 2,
        "This is half a squared error of the logits, not the cross-entropy.": lambda y, x: (
            (y - x) ** 2 / 2
        ),
        "Likelihoods are added; add their logarithms.": lambda y, x: -likelihood(y, x),
        "The reconstruction is in bits; take the natural logarithm.": lambda y, x: (
            softplus(y) - x * y
        )
        / np.log(2),
        "The term max(logit, 0) is missing.": lambda y, x: softplus(-np.abs(y)) - x * y,
        "784 pixels are assumed; sum over as many as there are.": lambda y, x: (
            784 / 3 * (softplus(y) - x * y)
        ),
        "The reconstruction is divided by the number of pictures twice.": lambda y, x: (
            softplus(y) - x * y
        )
        / 9,
        "The pictures are rounded up to 1; leave grey values as they are.": lambda y, x: softplus(y)
        - np.ceil(x) * y,
        "The pictures are divided by 255; they are in [0, 1] already.": lambda y, x: softplus(y)
        - x / 255 * y,
    }
    changes = {"kl is divided by the number of pictures twice.": right_kl * (1 / 9 - 1)}
    for name, term in terms.items():
        for k, how in (-1, "is missing"), (-2, "has the wrong sign"), (1, "lacks its factor ½"):
            changes[f"In the divergence, the {name} {how}."] = k * term.mean()
        only = right_kl - term.mean()
        changes[f"The factor ½ of the divergence stands at the {name} only."] = only
    others = {
        "In the divergence, log_var loses its sign; use it as it is.": -np.abs(v) / 2 + v / 2,
        "In the divergence, log_var has its ½ twice.": v / 4,
        "The divergence holds the mean only; the terms of the variance are missing.": (
            1 + v - std**2
        )
        / 2,
        "In the divergence, σ = exp(log_var) in one place only.": (np.exp(2 * v) - std**2) / 2,
        "In the divergence, the standard deviation stands where the variance should.": (
            std - std**2
        )
        / 2,
        "This is the cross-entropy; subtract the entropy of the Gaussian.": (
            np.log(2 * np.pi) + 1 + v
        )
        / 2,
    }
    changes |= {text: change.mean() for text, change in others.items()}
    reason = []
    if not np.allclose(got, [right_loss, right_kl], rtol=1e-4):  # else decode nothing more
        told = {text: loss_of(m + scale * noise) for text, scale in scales.items()}
        told |= {text: loss_of(sample) for text, sample in samples.items()}
        told |= {text: loss_of(codes, misfit) for text, misfit in misfits.items()}
        told["This is the likelihood itself; take its logarithm."] = right_kl - np.mean(
            np.prod(likelihood(np.float64(decoder(np.float32(codes))), x), axis=1)
        )
        told = {text: [value, right_kl] for text, value in told.items()}
        told |= {text: [right_loss + more, right_kl + more] for text, more in changes.items()}
        reason = [text for text, value in told.items() if np.allclose(got, value, rtol=1e-5)]
    with tf.GradientTape() as tape:
        mean, log_var = encoder(tf.constant(x))
        kl = tfd.Normal(mean, tf.exp(log_var / 2)).kl_divergence(tfd.Normal(0.0, 1.0))
        logits = decoder(mean + tf.exp(log_var / 2) * noise)
        fit = tfd.Bernoulli(logits=logits).log_prob(tf.constant(x))
        loss = (tf.reduce_sum(kl) - tf.reduce_sum(fit)) / 9
    weights = encoder.trainable_weights + decoder.trainable_weights
    slopes = tape.gradient(loss, [w.value for w in weights])
    sgd.apply(slopes, weights)
    what = "The weights after the step are wrong: another gradient, or optimizer, than given?"
    pairs = list(zip(after[0] + after[1], weights, strict=True))
    lengths, g = [w.shape.num_elements() for w in weights], np.concatenate(
        [np.ravel(slope) for slope in slopes]
    )
    used = g + 10 * np.concatenate([np.ravel(w.numpy() - new) for new, w in pairs])
    most = np.abs(used).max()
    hint = " Or: ".join(reason)
    if most < 0.99 * np.abs(g).max() and np.allclose(used, g.clip(-most, most), atol=1e-4):
        hint = "Each entry of the gradient is clipped; take it as it is."
    parts = list(zip(*(np.split(a, np.cumsum(lengths)[:-1]) for a in (used, g)), strict=True))
    sizes = [np.linalg.norm(a) / np.linalg.norm(b) for a, b in parts]
    if np.allclose(used, np.repeat(sizes, lengths) * g, atol=1e-4) and np.ptp(sizes) > 1e-2:
        hint = "Each array of the gradient is scaled on its own; take it as it is."
    right = all(np.allclose(new, w.numpy(), rtol=1e-3, atol=1e-5) for new, w in pairs)
    checks.expect(right, what, hint=hint)
    checks.expect(updates == 1, "The optimizer should make one step, over both networks.")
    ### END HIDDEN TESTS


test_vae_train_step_adam(vae_train_step)

# %% [markdown]
# The code in the question's answers is from 2016, written for TensorFlow 1, and no longer runs. Its line `tf.mul(tf.sqrt(tf.exp(log_sigma_sq)), eps)` is today's `tf.exp(log_var / 2) * noise`: the root is there, and the claim about $\sqrt{\exp(\log\sigma^2)}$ comes from it. Placeholders became arguments, `tf.log(1e-10 + p)` a function of logits, `minimize(cost)` the tape.
#
# ### Your model
#
# A latent plane, your encoder, a decoder of three hidden layers, and all 12,000 training pictures, each seen once an *epoch*. The learning rate falls to 0 along a cosine. A loss is *flat* here if it falls by less than 2 % from one tenth of the epochs to the next. If your step cannot be turned into a TensorFlow graph, it takes a few times as long.

# %% nbgrader={"grade": false, "grade_id": "demo_model", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def build_decoder():
    """A network from two-dimensional codes to the logits of 784 pixels."""
    hidden = [keras.layers.Dense(units, activation="tanh") for units in (64, 128, 256)]
    return keras.Sequential([keras.Input((2,)), *hidden, keras.layers.Dense(784)])

# %% nbgrader={"grade": false, "grade_id": "demo_model_graph", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# A graph is a recording of your step that runs faster than Python.
def as_graph(encoder, decoder, optimizer):
    """Your training step for these networks, as a graph if TensorFlow can trace it."""
    optimizer.build(encoder.trainable_variables + decoder.trainable_variables)
    networks = encoder, decoder, optimizer
    graph = tf.function(lambda *batch: vae_train_step(*networks, *batch), autograph=False)
    try:
        graph.get_concrete_function(tf.TensorSpec((None, 784)), tf.TensorSpec((None, 2)))
    except Exception:  # floats, .numpy(): fine in a training step, but not in a graph
        return lambda *batch: vae_train_step(*networks, *map(tf.constant, batch))
    return graph

# %% nbgrader={"grade": false, "grade_id": "demo_train_epoch", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Each epoch has a new order, each batch new noise.
def one_epoch(step, pixels, batch_size, rng):
    """Take your step for every batch of pictures once; gives the means of loss and kl."""
    order, logs = rng.permutation(len(pixels)), []
    for start in range(0, len(pixels), batch_size):
        x = pixels[order[start : start + batch_size]]
        noise = rng.normal(size=(len(x), 2)).astype(np.float32)
        logs.append(step(x, noise))
    return [np.mean([float(entry[key]) for entry in logs]) for key in ("loss", "kl")]

# %% nbgrader={"grade": false, "grade_id": "demo_train", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Train fresh networks with your step; gives them and (loss, kl) of each epoch.
def train_vae(pixels, epochs, seed, label, batch_size=200):
    keras.utils.set_random_seed(seed)
    encoder, decoder = build_encoder(784, 2), build_decoder()
    encoder(pixels[:1])  # builds a subclassed model
    rate = keras.optimizers.schedules.CosineDecay(0.004, epochs * len(pixels) // batch_size)
    step = as_graph(encoder, decoder, keras.optimizers.Adam(rate))
    rng, history = np.random.default_rng(seed), []
    for _ in training.progress(range(epochs), label):
        history.append(one_epoch(step, pixels, batch_size, rng))
    return encoder, decoder, np.array(history)

# %% nbgrader={"grade": false, "grade_id": "demo_train_run", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
label = "Training with your step"
encoder, decoder, history = train_vae(train_pixels, 40, lessonkit.seed(0), label)

# %% nbgrader={"grade": false, "grade_id": "demo_curve", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def entropy(x):
    """Cross-entropy if each pixel's probability is its brightness: no decoder does better."""
    return -np.sum(tf.math.xlogy(x, x) + tf.math.xlogy(1 - x, 1 - x), axis=1)


every_tenth = train_pixels[::10]
floor = float(np.mean(entropy(every_tenth)))
share = np.clip(train_pixels.mean(axis=0), 1e-4, 1 - 1e-4)
logits = np.broadcast_to(np.log(share / (1 - share)), every_tenth.shape)  # the same for all
constant = -np.mean(np.asarray(bernoulli_log_likelihood(every_tenth, logits)))
last, last_kl = history[-1]
way, fall = (constant - last) / (constant - floor), training.late_fall(history[:, 0])

# %% nbgrader={"grade": false, "grade_id": "demo_curve_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: how the loss falls
figure, axis = plt.subplots(figsize=(8, 3.6))
axis.plot(1 + np.arange(len(history)), history[:, 0], label="loss: minus the ELBO")
axis.axhline(constant, color="black", linestyle="--", label="the best constant picture")
axis.axhline(floor, color="black", linestyle=":", label="what no decoder can avoid")
axis.set(xlabel="epoch", ylabel="nats per picture")
axis.set_title(f"The loss ends at {last:.0f} nats, of which KL is {last_kl:.1f}: {way:.0%} of the "
    f"way to the floor;\nit fell by {fall:.2%} at last (flat: below {training.FLAT:.0%})")
axis.legend(loc="upper right", bbox_to_anchor=(1, 0.85))
plots.show(figure, f"The loss goes from {history[0, 0]:.0f} in the first epoch to {last:.0f} nats "
    f"in\n    the last. The best constant picture has {constant:.0f}, the limit for any decoder is "
    f"{floor:.0f}.")

# %% [markdown]
# From above, the loss is compared with the best constant, as in lesson 01. And from below: since brightness lies between 0 and 1, even a perfect decoder pays for every grey pixel. Section 7 stumbles over this floor.
#
# Now move through the latent plane; 50 % is the middle of the probability.

# %% nbgrader={"grade": false, "grade_id": "demo_explore", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: move the sliders
import ipywidgets


def decode(codes):
    """Brightness of the pictures that the decoder makes of codes, (n, 28, 28)."""
    logits = decoder(tf.constant(np.asarray(codes), tf.float32))
    return tf.sigmoid(logits).numpy().reshape(-1, 28, 28)


def draw_code(first, second):
    shares = np.float32([first / 100, second / 100])
    code = tfp.distributions.Normal(0.0, 1.0).quantile(shares).numpy()
    picture = decode(code[None])[0]
    figure, axis = plt.subplots(figsize=(2.9, 3.2))
    axis.imshow(picture, cmap="gray_r", vmin=0, vmax=1)
    axis.set(xticks=[], yticks=[], title=f"z = ({code[0]:.2f}, {code[1]:.2f})")
    return figure, (f"The picture that the decoder makes of the code ({code[0]:.2f}, "
        f"{code[1]:.2f}); its mean brightness is {picture.mean():.2f}.")


shares = {name: ipywidgets.IntSlider(50, min=1, max=99, description=name, continuous_update=False)
    for name in ("first", "second")}
plots.explore(draw_code, **shares)

# %% [markdown]
# The whole plane at a glance, from your `latent_grid`:

# %% nbgrader={"grade": false, "grade_id": "demo_plane", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def mosaic(pictures, columns):
    """Pictures (n, height, width) side by side, row by row."""
    height, width = pictures.shape[1:]
    rows = len(pictures) // columns
    tiles = pictures.reshape(rows, columns, height, width).swapaxes(1, 2)
    return tiles.reshape(rows * height, columns * width)


# %% nbgrader={"grade": false, "grade_id": "demo_plane_nearest", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def to_nearest(pictures):
    """Cosine similarity to the most similar training picture, and its class."""
    both = pictures.reshape(-1, 784), train_pixels
    flat, known = (v / np.linalg.norm(v, axis=1, keepdims=True) for v in both)
    similarity = flat @ known.T
    return similarity.max(axis=1), train_labels[similarity.argmax(axis=1)]

# %% nbgrader={"grade": false, "grade_id": "demo_plane_measure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
plane_codes = np.asarray(latent_grid(14, 0.98)).astype(float)
plane = decode(plane_codes)
plane_similarity, plane_class = to_nearest(plane)
real_similarity = to_nearest(test_pixels[:500])[0].mean()
shown = np.bincount(plane_class, minlength=10)
classes_shown = int(np.sum(shown > 0))

# %% nbgrader={"grade": false, "grade_id": "demo_plane_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the latent plane, decoded
figure, axis = plt.subplots(figsize=(9.6, 7.2))
axis.imshow(mosaic(plane, 14), cmap="gray_r", vmin=0, vmax=1)
places = 28 * np.arange(14) + 14
for (row, column), k in np.ndenumerate(plane_class.reshape(14, 14)):
    axis.plot(28 * column + 3, 28 * row + 3, "s", markersize=5, color=plt.cm.tab10(k))
for k, name in enumerate(data.FASHION_CLASSES):
    axis.plot([], [], "s", color=plt.cm.tab10(k), label=f"{name}: {shown[k]}")
axis.grid(False)
ticks = [f"{v:.1f}".replace("-", "−") for v in plane_codes[:14, 1]]
axis.set(xticks=places, xticklabels=ticks, yticks=places, yticklabels=ticks)
axis.set(xlabel="second latent coordinate", ylabel="first latent coordinate")
figure.legend(title="class of the nearest\ntraining picture", loc="outside center right")
axis.set_title(
    f"One function, two Gaussian numbers: {classes_shown} of 10 classes; similarity to the "
    f"nearest\ntraining picture {plane_similarity.mean():.2f} (real test pictures: "
    f"{real_similarity:.2f})"
)
frequent = ", ".join(f"{data.FASHION_CLASSES[k]} {shown[k]}" for k in np.argsort(-shown))
plots.show(
    figure,
    f"""A 14 by 14 grid of decoded pictures over the latent plane, each with a mark for the
    class of the training picture that it resembles most: {frequent}.""",
)

# %% [markdown]
# Here is the answer to the question's first half, with images. Where many kinds of pictures share a place, the decoder answers with their average, pale and blurred.
#
# Between two codes a straight line is a way from one garment to another; between two *pictures* it is a double exposure. How similar is the middle to its nearest training picture? For 100 pairs of test pictures of different classes:

# %% nbgrader={"grade": false, "grade_id": "demo_interpolate", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
pair_rng = np.random.default_rng(lessonkit.seed(9))
test_means = np.asarray(encoder(test_pixels)[0])
pairs = np.array([pair_rng.choice(len(test_labels), 2, replace=False) for _ in range(400)])
pairs = pairs[test_labels[pairs[:, 0]] != test_labels[pairs[:, 1]]][:100]


# %% nbgrader={"grade": false, "grade_id": "demo_interpolate_between", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def between(first, second, share):
    """Decoded from the code in between, and the double exposure of the pictures."""
    codes, pixels = ((1 - share) * v[first] + share * v[second] for v in (test_means, test_pixels))
    return decode(codes), pixels.reshape(-1, 28, 28)

# %% nbgrader={"grade": false, "grade_id": "demo_interpolate_middle", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# `gain` and `wins` compare the middles; the rest is for the figure.
middle = [to_nearest(pictures)[0] for pictures in between(*pairs.T, 0.5)]
gain = evidence.compare(middle[0][None], middle[1][None])
wins = evidence.compare((middle[0] > middle[1])[None].astype(float), 0.5)
steps = np.linspace(0, 1, 9)[:, None]
start, end = (int(np.flatnonzero(test_labels == k)[0]) for k in (0, 9))

# %% nbgrader={"grade": false, "grade_id": "demo_interpolate_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: between two pictures, in pixels and in codes
figure, axes = plt.subplots(2, 1, figsize=(9, 3.4))
rows = between([start], [end], steps)
for axis, pictures, name in zip(axes, rows, ("codes", "pixels"), strict=True):
    axis.imshow(mosaic(pictures, 9), cmap="gray_r", vmin=0, vmax=1)
    axis.grid(False)
    axis.set(xticks=[], yticks=[], title=f"A straight line between {name}")
won = f"{0.5 + wins.value:.0%} ({0.5 + wins.low:.0%} to {0.5 + wins.high:.0%})"
title = (
    f"Of 100 pairs, the code's middle is nearer to a training picture in {won};\n"
    f"by cosine similarity it is {gain.words(3)}"
)
figure.suptitle(title, x=0.01, ha="left")
plots.show(
    figure,
    f"""Two rows of nine pictures from a T-shirt to an ankle boot: above, through codes;
    below, through pixels, one fading into the other. Of 100 pairs, the code's middle is nearer to a
    training picture in {won}.""",
)

# %% [markdown]
# ### With and without the KL term, and with other priors
#
# Does the divergence pull the codes towards a Gaussian? Train without it. Do pictures call for a Gaussian? Train with other priors. Six arms, which differ from the first in one thing each:
#
# - **with KL**: as your model, prior $\mathcal N(0,1)$; **without KL**: the loss is the misfit, minus the log-likelihood, alone,
# - **slip**: the decoder gets codes made with $\sigma=\exp(\log\sigma^2)$,
# - **Laplace**, **flat box**, **two bells**: another prior (density $\frac12e^{-|z|}$; nearly constant between −2 and 2; bells at ±2). $q$ stays Gaussian; the divergence becomes a sample of $\log q-\log p$, for all arms alike.
#
# Eight runs each, trained at once; to save time on 4,000 pictures of 14 × 14 pixels, with 64 hidden units.

# %% nbgrader={"grade": false, "grade_id": "demo_variants", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
tfd = tfp.distributions
gaussian = tfd.Normal(0.0, 1.0)
priors = {
    "Laplace": tfd.Laplace(0.0, 1.0), "flat box": tfd.GeneralizedNormal(0.0, 2.0, 8.0),
    "two bells": tfd.MixtureSameFamily(
        tfd.Categorical(probs=[0.5, 0.5]), tfd.Normal([-2.0, 2.0], 0.7)),
}
KINDS, HEADS = ["with KL", "without KL", "slip", *priors], ["mean", "log_var"]

# %% nbgrader={"grade": false, "grade_id": "demo_variants_code", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# In training, the arms differ in this function only.
def code_and_cost(kind, mean, log_var):
    """A code for each picture, and what it costs: log q(z | x) − log p(z)."""
    noise = tf.random.normal(tf.shape(mean))  # new in every step, and for each of the networks
    z = mean + tf.exp(log_var / 2) * noise
    cost = tfd.Normal(mean, tf.exp(log_var / 2)).log_prob(z)
    cost -= priors.get(kind, gaussian).log_prob(z)
    cost *= 0.0 if kind == "without KL" else 1.0
    z = mean + tf.exp(log_var) * noise if kind == "slip" else z
    return z, tf.reduce_sum(cost, axis=1, keepdims=True)

# %% nbgrader={"grade": false, "grade_id": "demo_variants_sample", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
class Sample(keras.layers.Layer):
    """`code_and_cost` as a layer, for a Keras model."""

    def __init__(self, kind):
        super().__init__()
        self.kind = kind

    def call(self, mean, log_var):
        return code_and_cost(self.kind, mean, log_var)

# %% nbgrader={"grade": false, "grade_id": "demo_variants_network", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def build_vae(kind, pixels, hidden, latent_dim):
    """Encoder, sample and decoder in one model: logits, and the code's cost as a last column."""
    inputs = keras.Input((pixels,))
    features = keras.layers.Dense(hidden, activation="relu")(inputs)
    heads = [keras.layers.Dense(latent_dim, name=name)(features) for name in HEADS]
    z, cost = Sample(kind)(*heads)
    layers = [keras.layers.Dense(hidden, activation="relu"), keras.layers.Dense(pixels)]
    decode_layers = keras.Sequential([keras.Input((latent_dim,)), *layers], name="decoder")
    return keras.Model(inputs, keras.layers.concatenate([decode_layers(z), cost]))

# %% nbgrader={"grade": false, "grade_id": "demo_variants_loss", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def vae_loss(x, outputs):
    misfit = tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=outputs[:, :-1])
    return tf.reduce_mean(tf.reduce_sum(misfit, axis=1) + outputs[:, -1])

# %% nbgrader={"grade": false, "grade_id": "demo_variants_fit", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Eight runs at once: (encoder, decoder) of each, and the losses (runs, epochs).
def train_vaes(kind, x, hidden, latent_dim, epochs, batch_size, rate, label=""):
    schedule = keras.optimizers.schedules.CosineDecay(rate, epochs * len(x) // batch_size)
    models, losses = training.fit_seeds(
        lambda: build_vae(kind, x.shape[1], hidden, latent_dim), x, x, lessonkit.seeds(8),
        epochs=epochs, batch_size=batch_size, learning_rate=schedule, loss=vae_loss, label=label)
    networks = []
    for model in models:
        heads = [model.get_layer(name).output for name in HEADS]
        networks.append((keras.Model(model.input, heads), model.get_layer("decoder")))
    return networks, losses

# %% nbgrader={"grade": false, "grade_id": "demo_variants_train", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def halved(images):
    """Pictures of 14 × 14 pixels: the means of 2 × 2."""
    small = images.reshape(-1, 14, 2, 14, 2).mean(axis=(2, 4)).reshape(-1, 196)
    return small.astype(np.float32) / 255


first_400 = np.concatenate([np.flatnonzero(train_labels == k)[:400] for k in range(10)])
small_train, small_test = halved(train_images[first_400]), halved(test_images[:1000])
trained, curves = {}, {}
for kind in training.progress(KINDS, "Six arms, eight runs each"):
    trained[kind], curves[kind] = train_vaes(kind, small_train, 64, 2, 24, 200, 0.01)

# %% nbgrader={"grade": false, "grade_id": "demo_variants_curves", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: have the six arms ended?
figure, axis = plt.subplots(figsize=(8, 3.2))
for kind, losses in curves.items():
    label = f"{kind}: {training.late_fall(losses):.2%}"
    axis.plot(1 + np.arange(losses.shape[1]), losses.mean(axis=0), label=label)
top = curves["with KL"].mean(axis=0)[1]
axis.set(xlabel="epoch", ylabel="loss (nats, mean of 8 runs)", ylim=(None, top))
axis.set_title(f"How far the loss still falls at the end (flat: below {training.FLAT:.0%})")
axis.legend(ncols=2)
ends = ", ".join(f"{kind} {losses[:, -1].mean():.1f}" for kind, losses in curves.items())
plots.show(figure, f"Loss of six arms over the epochs, means of eight runs; at the end: {ends}.")

# %% nbgrader={"grade": false, "grade_id": "demo_measure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def posterior_of(kind, run, pixels):
    """What the encoder says of pictures, as a distribution; the slip's as it is drawn from."""
    mean, log_var = trained[kind][run][0](pixels)
    return tfd.Normal(mean, tf.exp(log_var if kind == "slip" else log_var / 2))

# %% nbgrader={"grade": false, "grade_id": "demo_measure_weights", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def log_weights(q, decoder, pixels, samples, prior=gaussian):
    """log p(x, z) and log q(z | x), each (samples, pictures), for codes drawn from q."""
    joint, log_q = [], []
    for number in range(samples):
        z = q.sample(seed=(lessonkit.seed(number), 7))
        fit = np.asarray(bernoulli_log_likelihood(pixels, decoder(z)))
        joint.append(fit + tf.reduce_sum(prior.log_prob(z), axis=1).numpy())
        log_q.append(tf.reduce_sum(q.log_prob(z), axis=1))
    return np.array(joint), np.array(log_q)

# %% nbgrader={"grade": false, "grade_id": "demo_measure_distance", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def ks_distance(values):
    """Largest distance of a coordinate from the standard normal."""
    return max(kstest(column, "norm").statistic for column in np.asarray(values, float).T)

# %% nbgrader={"grade": false, "grade_id": "demo_measure_codes", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def measure_codes(q, z):
    """How far the codes z spread, how wide q is, and how far codes and means are from N(0, 1)."""
    means = np.asarray(q.loc, float)
    return {
        "std": np.std(z),
        "distance": ks_distance(z),
        "width": np.median(q.scale),
        "distance of means": ks_distance((means - means.mean(axis=0)) / means.std(axis=0)),
    }

# %% nbgrader={"grade": false, "grade_id": "demo_measure_bounds", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def measure_bounds(q, decoder, prior):
    """Each test picture's ELBO, and a closer bound from ten codes."""
    joint, log_q = log_weights(q, decoder, small_test, 10, prior)
    return {
        "elbo": np.mean(joint - log_q, axis=0),
        "bound": np.logaddexp.reduce(joint - log_q, axis=0) - np.log(10),  # see section 6
    }

# %% nbgrader={"grade": false, "grade_id": "demo_measure_pictures", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def measure_pictures(decoder, z, rng):
    """Misfit of the test pictures, and the variety of pictures made from Gaussian codes."""
    fit = np.asarray(bernoulli_log_likelihood(small_test, decoder(z)))
    made = tf.sigmoid(decoder(rng.normal(size=(200, 2)).astype(np.float32)))
    variety = np.mean(np.var(made, axis=0)) / np.mean(np.var(small_test, axis=0))
    return {"misfit": -np.mean(fit), "variety": variety}

# %% nbgrader={"grade": false, "grade_id": "demo_measure_all", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# `measure` takes one run: its codes, its bounds, and its pictures.
def measure(kind, run):
    decoder_here, rng = trained[kind][run][1], np.random.default_rng(lessonkit.seed(run))
    q = posterior_of(kind, run, small_test)
    z = q.sample(seed=(lessonkit.seed(run), 2))
    codes = measure_codes(q, z)
    bounds = measure_bounds(q, decoder_here, priors.get(kind, gaussian))
    pictures = measure_pictures(decoder_here, z, rng)
    return codes | bounds | pictures


# %% nbgrader={"grade": false, "grade_id": "demo_measure_runs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
found = {kind: [measure(kind, run) for run in range(8)] for kind in KINDS}
by_kind = {
    kind: {key: np.array([run[key] for run in runs]) for key in runs[0]}
    for kind, runs in found.items()
}

# %% nbgrader={"grade": false, "grade_id": "demo_kl_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: codes and samples, with and without the KL term
figure, axes = plt.subplots(2, 2, figsize=(9.6, 7.4), height_ratios=(1.2, 1))
circle = np.exp(2j * np.pi * np.linspace(0, 1, 100)) * 2
prior_codes = np.random.default_rng(lessonkit.seed(8)).normal(size=(40, 2)).astype(np.float32)
for (top, bottom), kind in zip(axes.T, ("with KL", "without KL"), strict=True):
    z = posterior_of(kind, 0, small_test).sample(seed=(lessonkit.seed(1), 2)).numpy()
    dots = top.scatter(*z.T, c=test_labels[:1000], cmap="tab10", s=6)
    top.plot(circle.real, circle.imag, color="black", linewidth=1)
    top.set_aspect("equal", adjustable="datalim")
    top.set(xlabel="first latent coordinate", ylabel="second latent coordinate")
    spread_here = f"standard deviation, 8 runs: {by_kind[kind]['std'].mean():.1f}"
    top.set_title(f"Codes {kind}, first run (black: radius 2)\n{spread_here}")
    made = tf.sigmoid(trained[kind][0][1](prior_codes)).numpy().reshape(-1, 14, 14)
    bottom.imshow(mosaic(made, 8), cmap="gray_r", vmin=0, vmax=1)
    bottom.grid(False)
    variety = f"{by_kind[kind]['variety'].mean():.0%} of the variance of real pictures"
    bottom.set(xticks=[], yticks=[], title=f"40 samples from the prior\n(8 runs: {variety})")
colors = figure.colorbar(dots, ax=axes[0], ticks=np.arange(10) * 0.9 + 0.45, shrink=0.9)
colors.ax.set_yticklabels(data.FASHION_CLASSES, fontsize=8)
deviations = ", ".join(f"{kind} {by_kind[kind]['std'].mean():.1f}"
    for kind in ("with KL", "without KL"))
plots.show(figure, f"""Above, codes of test pictures, coloured by class, with a circle of radius 2
    that shows the prior; their standard deviation: {deviations} (means of eight runs). Below, 40
    pictures of each, decoded from the prior.""")

# %% nbgrader={"grade": false, "grade_id": "demo_variants_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def span(values, digits=1):
    """Mean over the runs, and the range."""
    values = values.mean(axis=1) if values.ndim == 2 else values
    return f"{values.mean():.{digits}f} ({values.min():.{digits}f} to {values.max():.{digits}f})"

# %% nbgrader={"grade": false, "grade_id": "demo_variants_table_arms", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: what each arm learned
plots.table(("mean (range) of 8 runs", "std of the codes", "distance from N(0, 1)", "misfit (nats)",
             "ELBO (nats)", "bound, K = 10 (nats)", "median width of q"), [
    (kind, span(row["std"]), span(row["distance"], 2), span(row["misfit"]), span(row["elbo"]),
     span(row["bound"]), span(row["width"], 4)) for kind, row in by_kind.items()
])

# %% nbgrader={"grade": false, "grade_id": "demo_variants_priors", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Compare the Gaussian's bound with that of each other prior.
gaussian_bound, against_gaussian = by_kind["with KL"]["bound"], {}
for name in priors:
    bound = by_kind[name]["bound"]
    against_gaussian[name] = evidence.compare(gaussian_bound, bound, comparisons=len(priors))
plots.table(("prior", "the Gaussian, judged by the bound on 1,000 test pictures, is …"), [
    (name, difference.words(2, " nats")) for name, difference in against_gaussian.items()
])

# %% [markdown]
# Intervals are at 95 %, over runs and pictures, by lesson 01's rule; three comparisons share the error (Bonferroni). *Not told apart* does not mean equal: the difference may lie on either side of 0, but no further out than the interval says. (The bound for K = 10 is section 6's: with it a poorly fitting $q$ hardly counts.)
#
# - **Without KL** nothing charges the codes for running away from the prior, or each Gaussian for shrinking (see misfit and width). But the decoder has hardly been asked about the neighbourhood of 0, where the prior's samples are.
# - **With KL** there is a price on each picture's *own* Gaussian. Pictures pay it to keep their codes apart, so the cloud of *all* codes need not be the prior.
# - **The slip** trains without complaint: the encoder can learn other numbers, which undo half of the exponential. What breaks is what the numbers *mean*: the divergence, and with it the loss that you watch, belongs to a Gaussian that is not the one sampled.
#
# ## 6. How loose is the bound?
#
# The ELBO lies below $\log p(x)$ by the divergence of $q$ from the true posterior. With $K$ samples one can do better (Burda, Grosse and Salakhutdinov 2016):
#
# $$\log\frac1K\sum_{k=1}^Kw_k, \qquad w_k=\frac{p(x|z_k)\,p(z_k)}{q(z_k|x)}, \qquad z_k\sim q(z|x).$$
#
# On average this is a lower bound for every $K$; it is the ELBO for $K=1$, and it grows with $K$ towards $\log p(x)$.

# %% [markdown]
# ### Exercise: `importance_weighted_bound`
#
# | | |
# |---|---|
# | **Write** | the logarithm of the mean weight of each picture, from the logarithms of its parts |
# | **Why it matters** | with more samples the bound comes closer to $\log p(x)$: it tells how much the ELBO gives away |
# | **Time, difficulty** | 6 minutes, ●●○ |
# | **Signature** | `importance_weighted_bound(log_joint, log_q)`: two arrays (samples, batch) → (batch,) |
# | **Example** | `importance_weighted_bound([[0.0], [0.0]], [[0.0], [-1.0986]])` → `[0.6931]`: weights 1 and 3, mean 2, log 2 |
#
# `log_joint` holds $\log p(x, z_k)=\log p(x\mid z_k)+\log p(z_k)$, `log_q` holds $\log q(z_k\mid x)$, one row for each sample $z_k$ of every picture's Gaussian. The logarithms may be −10,000, and $e^{-10000}$ is 0 on a computer: you know the remedy
# from lesson 02.
#
# <details><summary>Hint 1: the weight of a sample</summary>
#
# $\log w_k=\log p(x, z_k)-\log q(z_k\mid x)$. Asked for is $\log\frac1K\sum_k w_k$: the mean first, then the logarithm.
# </details>
# <details><summary>Hint 2: without underflow</summary>
#
# Subtract each picture's largest $\log w_k$ before the exponential, and add it again at the end. `tf.reduce_logsumexp` does it for you.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# `tf.reduce_logsumexp(log_weights, axis=0)` is $\log\sum_k w_k$. What does the mean need in addition, and what is its logarithm?
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **−inf at −10,000**: the exponential underflows to 0: hint 2.
# - **“looks like the logarithm of the sum”**: that is the logarithm of the sum; subtract $\log K$.
# - **“this looks like the mean of the logarithms”**: that is an ELBO with many samples. The logarithm comes last.
# </details>

# %% nbgrader={"grade": false, "grade_id": "importance_weighted_bound", "locked": false, "schema_version": 3, "solution": true, "task": false}
def importance_weighted_bound(log_joint, log_q):
    """Importance-weighted lower bound of log p(x), of each picture.

    Parameters
    ----------
    log_joint, log_q : array-like, shape (samples, batch)
        log p(x, z) and log q(z | x) for samples z of q(z | x).

    Returns
    -------
    array, shape (batch,)
        Logarithm of the mean over the samples of p(x, z) / q(z | x), without underflow.

    References
    ----------
    Burda, Grosse and Salakhutdinov (2016), Importance weighted autoencoders, arXiv:1509.00519,
    equation 8.
    """
    log_joint, log_q = (tf.cast(value, tf.float32) for value in (log_joint, log_q))
    ### BEGIN SOLUTION
    log_weights = log_joint - log_q
    return tf.reduce_logsumexp(log_weights, axis=0) - np.log(log_weights.shape[0])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_importance_weighted_bound_values", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_importance_weighted_bound_values(importance_weighted_bound):
    """Values computed by hand (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    weights = np.array([[1, 0.5, 2], [2, 0.5, 3], [6, 2.5, 1], [11, 0.5, 2], [5, 1, 2]])  # K = 5
    q = np.exp([[0, -1, 1], [0.5, 0, -1], [-2, 1, 0], [1, -0.5, 0.5], [0, 0.5, -2]])
    joint, mean, sums = weights * q, weights.mean(axis=0), np.log(weights).sum(axis=0)
    slips = {"This looks like the mean of the logarithms, an ELBO.": sums / 5,
        "This is the sum of the logarithms; take the logarithm of the mean weight.": sums,
        "This looks like the logarithm of the sum; the mean is asked for.": np.log(5 * mean),
        "The sum is divided by K − 1, not by K.": np.log(5 / 4 * mean),
        "This is the mean weight; take its logarithm.": mean, "log1p adds 1.": np.log1p(mean),
        "The weights are upside down: log_joint − log_q.": np.log(np.mean(1 / weights, axis=0)),
        "A quotient of densities is a difference here.": np.log((joint * q).mean(axis=0)),
        "log_q is not used.": np.log(joint.mean(0)), "Drop the first axis.": np.log(mean)[None],
        "The mean is taken over the batch; take axis=0.": np.log(weights.mean(axis=1)),
        "The sum is divided by the number of pictures, not of samples.": np.log(5 / 3 * mean),
        "½ log K is subtracted; subtract log K.": np.log(5**0.5 * mean),
        "Average the quotients, not their two parts.": np.log(joint.mean(axis=0) / q.mean(axis=0))}
    answer = checks.call(importance_weighted_bound, *(given := (np.log(joint), np.log(q))))
    checks.expect_close(answer, np.log(mean), "The bound", given=given, slips=slips, atol=1e-5)
    ### BEGIN HIDDEN TESTS
    lost = "With one picture its axis is lost, too (tf.squeeze?): only the summed axis goes."
    rng = np.random.default_rng(510)
    for shape in ((1, 4), (5, 1), (20, 3), (4, 4)):
        log_joint, log_q = rng.normal(-3.0, 2.0, shape), rng.normal(-1.0, 1.0, shape)
        right = np.log(np.mean(np.exp(log_joint - log_q), axis=0))
        answer = checks.call(importance_weighted_bound, log_joint, log_q)
        what = f"The bound for {shape[0]} sample(s) of {shape[1]} picture(s)"
        slips = {lost: right[0]} if shape[1] == 1 else {}
        checks.expect_close(answer, right, what, atol=1e-5, slips=slips)
    ### END HIDDEN TESTS


test_importance_weighted_bound_values(importance_weighted_bound)

# %% nbgrader={"grade": true, "grade_id": "test_importance_weighted_bound_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_importance_weighted_bound_lists(importance_weighted_bound):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    given = [[5], [8], [0], [2]], [[1], [3], [2], [1]]  # four samples of one picture
    (joint, q), answer = np.float64(given)[:, :, 0], checks.call(importance_weighted_bound, *given)
    w, k, right = np.exp(joint - q), np.log(4), np.log([np.exp(joint - q).mean()])
    slips = {"Only the largest weight counts here; add all of them.": [5 - k],
        "This is the mean of the log-weights under the normalised weights; take the log of the "
        "mean weight.": [np.sum(w * (joint - q)) / w.sum()],
        "K is subtracted; subtract log K.": right + k - 4, "log K is added.": right + 2 * k,
        "The logarithm of the sum is divided by K; divide the sum by K first.": (right + k) / 4,
        "The weights are divided by their sum (a softmax), so the sum is 1; leave that out.": [-k],
        "This is the harmonic mean of the weights; take their mean.": [-np.log(np.mean(1 / w))],
        "log K is subtracted twice.": right - k, "This is in bits, not nats.": right / np.log(2),
        "This is the first sample alone.": [4.0], "This is the last sample alone.": [1.0],
        "log_q is subtracted twice.": [np.log(np.mean(w / np.exp(q)))],
        "This is the median of the log-weights; take the log of the mean weight.": [2.5]}
    checks.expect_close(answer, right, "The bound", given=given, slips=slips, atol=1e-5)
    answer = checks.call(importance_weighted_bound, [[0.0], [0.0]], [[0.0], [-1.0986123]])
    checks.expect_close(answer, [np.log(2)], "The example on the card", atol=1e-5)
    ### BEGIN HIDDEN TESTS
    # Whole logarithms whose bound is not whole.
    log_joint, log_q = [[0, 1], [2, 1]], [[0, 0], [1, 0]]
    right = [np.log((1 + np.e) / 2), 1.0]
    answer = checks.call(importance_weighted_bound, log_joint, log_q)
    checks.expect_close(answer, right, "The bound for lists of whole numbers", atol=1e-5)
    for kind in (np.int64, np.float32):
        arrays = np.array(log_joint, kind), np.array(log_q, kind)
        answer = checks.call(importance_weighted_bound, *arrays)
        checks.expect_close(answer, right, f"The bound for arrays of {kind.__name__}", atol=1e-5)
    ### END HIDDEN TESTS


test_importance_weighted_bound_lists(importance_weighted_bound)

# %% nbgrader={"grade": true, "grade_id": "test_importance_weighted_bound_stable", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_importance_weighted_bound_stable(importance_weighted_bound):
    """Weights of any size (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    log_w = np.log([[1.0, 0.5], [6.0, 2.0], [2.0, 0.5]])
    log_q = np.array([[0.0, -1.0], [0.5, 0.0], [-2.0, 1.0]])
    for offset in (-10_000.0, 10_000.0):  # the same weights, e^10000 times smaller, and larger
        what = f"The bound for logarithms near {offset:,.0f}"
        right = np.array([np.log(3) + offset, offset])
        slips = {"This is the largest weight only.": (largest := log_w.max(axis=0) + offset),
            "This is one number for all pictures; take axis=0.": np.log(2) + offset,
            "The largest logarithm is subtracted at the end; add it.": right - 2 * largest,
            "This is the mean over the pictures.": right.mean(),
            "The largest logarithm is not added again.": right - largest,
            "The sign is wrong: the bound is asked for, not a loss.": -right}
        given = log_w + log_q + offset, log_q
        got = checks.call(importance_weighted_bound, *given)
        finite, hint = np.all(np.abs(got) < 1e30), "Subtract the largest log-weight before exp."
        checks.expect(finite, f"{what} is huge, inf or nan.", expected=right, got=got, hint=hint)
        h = {"Add no number, clip no weight; shift first.": lambda g: -800 < min(g) <= max(g) < -9}
        checks.expect_close(got, right, what, rtol=0, atol=0.005, given=given, slips=slips, hints=h)
    ### BEGIN HIDDEN TESTS
    # Logarithms that fall by thousands, while their differences, the log-weights, stay small.
    log_w = np.log([[1.0], [6.0], [2.0]])
    for kind in (np.float32, np.float64):
        log_q = np.array([[0.0], [-1000.0], [-2000.0]])
        answer = checks.call(
            importance_weighted_bound, (log_w + log_q).astype(kind), log_q.astype(kind)
        )
        apart = "Shifted apart, log_joint and log_q both underflow: take their difference first."
        what = f"The bound for logarithms of {kind.__name__} that fall by thousands"
        hint = apart if np.isnan(answer).any() else ""
        checks.expect(np.isfinite(answer).all(), f"{what} is not finite.", got=answer, hint=hint)
        slips = {apart: [np.log(1 / 3)]}
        checks.expect_close(answer, [np.log(3)], what, rtol=0, atol=0.005, slips=slips)
    # Pictures of very different size in one batch: one shift for all of them is not enough.
    rng = np.random.default_rng(511)
    log_q, log_w = rng.normal(size=(8, 3)), np.round(rng.normal(0.0, 2.0, (8, 3)), 2)
    offsets = np.array([-12_000.0, -300.0, 4_000.0])
    right = np.log(np.mean(np.exp(log_w), axis=0)) + offsets
    answer = checks.call(importance_weighted_bound, log_w + offsets + log_q, log_q)
    # The largest logarithms come out right, those of the other pictures underflow.
    hint = "Subtract each picture's own largest logarithm, not the largest of the whole batch."
    hint = hint if np.isneginf(answer).any() and np.isfinite(answer).any() else ""
    what = "The bound of pictures with logarithms of very different size"
    finite = np.isfinite(answer).all()
    checks.expect(finite, f"{what} is not finite.", expected=right, got=answer, hint=hint)
    checks.expect_close(answer, right, what, rtol=0, atol=0.005)
    # Samples of very different size of one picture: only the largest may be subtracted.
    log_w = np.array([[0.0], [3000.0], [2999.0]])
    right = 3000 + np.log((1 + np.exp(-1)) / 3)
    answer = checks.call(importance_weighted_bound, log_w, np.zeros((3, 1)))
    what = "The bound of samples with logarithms of very different size"
    hint = "Subtract the largest logarithm, nothing smaller: no exponential is then above 1."
    hint = hint if np.isposinf(answer).any() else ""
    checks.expect(np.isfinite(answer).all(), f"{what} is not finite.", got=answer, hint=hint)
    checks.expect_close(answer, [right], what, rtol=0, atol=0.005)
    ### END HIDDEN TESTS


test_importance_weighted_bound_stable(importance_weighted_bound)

# %% [markdown]
# **Predict.** Your trained model, 1,000 test pictures. How many nats lie between $K=1$ and $K=50$?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_bound", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
sample_counts = np.array([1, 2, 5, 10, 25, 50])


def bound_by_count(q, decoder, pixels):
    """Mean over pictures, for each number of samples; the 50 samples are cut into groups."""
    joint, log_q = log_weights(q, decoder, pixels, 50)
    bounds = []
    for k in sample_counts:
        groups = [slice(i, i + k) for i in range(0, 50, k)]
        bound = [importance_weighted_bound(joint[group], log_q[group]) for group in groups]
        bounds.append(np.mean(bound))
    return np.array(bounds)

# %% nbgrader={"grade": false, "grade_id": "demo_bound_runs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# For the small pictures, the slip's `log_var` is taken for what it is called.
def as_labelled(kind, run):
    """The encoder's Gaussian for a reader who takes log_var for what it is called."""
    mean, log_var = trained[kind][run][0](small_test[:250])
    return tfd.Normal(mean, tf.exp(log_var / 2))


def by_run(kind):
    decoders = [decoder_here for _, decoder_here in trained[kind]]
    return np.array([bound_by_count(as_labelled(kind, run), decoders[run], small_test[:250])
                     for run in range(8)])

# %% nbgrader={"grade": false, "grade_id": "demo_bound_measure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
yours_mean, yours_log_var = (tf.cast(part, tf.float32) for part in encoder(test_pixels[:1000]))
yours_q = tfd.Normal(yours_mean, tf.exp(yours_log_var / 2))
yours = bound_by_count(yours_q, decoder, test_pixels[:1000])
by_count = {kind: by_run(kind) for kind in ("with KL", "slip")}

# %% nbgrader={"grade": false, "grade_id": "demo_bound_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: bounds for more samples
figure, (left, right) = plt.subplots(1, 2, figsize=(10.5, 3.8))
left.plot(sample_counts, yours, "o-", color=plots.COLORS["blue"])
left.set_title(f"Your model: the ELBO gives away at least {yours[-1] - yours[0]:.1f} nats")
names = {"with KL": "trained with KL", "slip": "with the slip, log_var read as it is called"}
for (kind, values), color in zip(by_count.items(), ("sky", "red"), strict=True):
    right.plot(sample_counts, values.T, color=plots.COLORS[color], linewidth=0.7)
    mean = values.mean(axis=0)
    label = f"{names[kind]}: {mean[-1] - mean[0]:.1f} nats from 1 to 50"
    right.plot(sample_counts, mean, "o-", color=plots.COLORS[color], label=label)
right.set_title("Small pictures, 8 runs each and their means")
right.legend(fontsize=8, loc="lower right")
for axis in (left, right):
    axis.set(xscale="log", xticks=sample_counts, xticklabels=sample_counts)
    axis.set(xlabel="samples K", ylabel="bound (nats per picture)")
ends = "; ".join(
    f"{names[kind]}: {values[:, 0].mean():.1f} at 1, {values[:, -1].mean():.1f} at 50"
    for kind, values in by_count.items()
)
plots.show(
    figure,
    f"""Importance-weighted bounds over the number of samples. Your model: {yours[0]:.1f}
    nats at 1, {yours[-1]:.1f} at 50. On small pictures, means of eight runs: {ends}.""",
)

# %% [markdown]
# The gap tells how well $q$ fits the true posterior. Whoever takes the slip's `log_var` for what it is called draws codes from another distribution than the decoder was trained for. With many samples the bound can recover, since some are good; with one it cannot. So a large gap is a reason to look for a slip.
#
# ## 7. Is it an anomaly detector?
#
# Lesson 04's score was an autoencoder's reconstruction error. A variational autoencoder promises more: a bound of $\log p(x)$, and what is improbable is anomalous. The same task for both: trained on 1,200 T-shirts, judged on 3,000 test pictures, 300 of them T-shirts, by the AUC, the share of pairs in which the anomaly scores higher than the T-shirt. Both have 784–128–16–128–784 units and the same eight seeds.
#
# **Predict.** Which wins?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_detectors", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
shirts, is_anomaly = train_pixels[train_labels == 0], test_labels != 0


def build_autoencoder():
    layers = [(128, "relu"), (16, None), (128, "relu"), (784, "sigmoid")]
    layers = [keras.layers.Dense(units, activation=name) for units, name in layers]
    return keras.Sequential([keras.Input((784,)), *layers])


# %% nbgrader={"grade": false, "grade_id": "demo_detectors_train", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Both kinds train with the same epochs, batches and learning rate.
falling = keras.optimizers.schedules.CosineDecay(0.003, 25 * 12)
autoencoders, plain_losses = training.fit_seeds(
    build_autoencoder, shirts, shirts, lessonkit.seeds(8),
    epochs=25, batch_size=100, learning_rate=falling, label="Eight autoencoders")
label = "Eight variational autoencoders"
vaes, vae_losses = train_vaes("with KL", shirts, 128, 16, 25, 100, 0.003, label)

# %% nbgrader={"grade": false, "grade_id": "demo_detectors_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: two kinds of detectors, trained to the end
plots.table(("eight runs each", "weights", "loss falls at the end by (flat: below 2 %)"), [
    (name, f"{count:,}", f"{training.late_fall(losses):.2%}") for name, count, losses in (
        ("autoencoder", autoencoders[0].count_params(), plain_losses),
        ("variational autoencoder", sum(part.count_params() for part in vaes[0]), vae_losses))
])

# %% nbgrader={"grade": false, "grade_id": "demo_scores", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The bound is a mean over five codes; the reconstruction is decoded from μ.
def vae_scores(encoder, decoder, seed):
    mean, log_var = (np.asarray(part) for part in encoder(test_pixels))
    rng, bounds = np.random.default_rng(seed), []
    for _ in range(5):
        z = np.asarray(reparameterize(mean, log_var, rng.normal(size=mean.shape)), np.float32)
        bounds.append(np.asarray(elbo(test_pixels, decoder(z), mean, log_var)))
    error = (tf.sigmoid(decoder(mean)) - test_pixels) ** 2
    return np.mean(bounds, axis=0), np.mean(error, axis=1)


# %% nbgrader={"grade": false, "grade_id": "demo_scores_all", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Four scores: the larger, the more anomalous. `test_floor` is section 5's floor, for each
# picture.
PLAIN, RAW = "autoencoder: squared error", "VAE: −ELBO"
ABOVE, SQUARED = "VAE: −ELBO above the floor", "VAE: squared error"
test_floor = entropy(test_pixels)
both = [vae_scores(*pair, seed) for pair, seed in zip(vaes, lessonkit.seeds(8), strict=True)]
bounds, errors = np.array(both).swapaxes(0, 1)
plain = [np.mean((model(test_pixels) - test_pixels) ** 2, axis=1) for model in autoencoders]
scores = {PLAIN: np.array(plain), RAW: -bounds, ABOVE: -bounds - test_floor, SQUARED: errors}

# %% nbgrader={"grade": false, "grade_id": "demo_auc", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
from sklearn.metrics import roc_auc_score


def mean_auc(name, chosen):
    """Mean over the runs of the AUC on the chosen pictures."""
    return np.mean([roc_auc_score(is_anomaly[chosen], run[chosen]) for run in scores[name]])


# %% nbgrader={"grade": false, "grade_id": "demo_auc_classes", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The AUC against each class alone, against all, and compared with the autoencoder's.
classes = [(test_labels == 0) | (test_labels == k) for k in range(1, 10)]
per_class = np.array([[mean_auc(name, chosen) for chosen in classes] for name in scores])
overall = {name: mean_auc(name, np.arange(len(test_labels))) for name in scores}
against_plain = {
    name: evidence.compare_auc(scores[name], scores[PLAIN], is_anomaly, comparisons=3)
    for name in (RAW, ABOVE, SQUARED)
}
worst = np.unravel_index(per_class.argmin(), per_class.shape)

# %% nbgrader={"grade": false, "grade_id": "demo_auc_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: AUC of each score
plots.table(("score", "AUC", "against the autoencoder"), [
    (name, f"{overall[name]:.3f}", against_plain[name].words(3) if name in against_plain else "")
    for name in scores
])

# %% nbgrader={"grade": false, "grade_id": "demo_auc_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: each class as the anomaly
figure, axis = plt.subplots(figsize=(10, 3.4))
image = axis.imshow(per_class, cmap="RdBu", vmin=0, vmax=1, aspect="auto")
for (i, j), value in np.ndenumerate(per_class):
    color = "white" if abs(value - 0.5) > 0.35 else "black"
    axis.text(j, i, f"{value:.2f}", ha="center", va="center", color=color)
axis.grid(False)
axis.set(xticks=range(9), yticks=range(4), yticklabels=list(scores))
axis.set_xticklabels(data.FASHION_CLASSES[1:], rotation=30, ha="right")
where = f"{data.FASHION_CLASSES[1 + worst[1]]}, {list(scores)[worst[0]]}"
axis.set_title(f"AUC against each class (8 runs): lowest {per_class[worst]:.2f}, for {where}")
figure.colorbar(image, label="AUC (0.5: chance)")
ranges = "; ".join(f"{name}: from {row.min():.2f} to {row.max():.2f}"
                   for name, row in zip(scores, per_class, strict=True))
plots.show(figure, f"AUC of four scores against nine classes, T-shirts normal. {ranges}.")

# %% [markdown]
# Where the bound itself ranks a class below chance, it finds those pictures *more* probable than the T-shirts it was trained on. Why? Take minus the ELBO apart: a floor that belongs to the picture alone (its grey pixels, section 5), and the rest.

# %% nbgrader={"grade": false, "grade_id": "demo_floor", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: what every model pays for a picture
of_class = [test_labels == k for k in range(10)]
parts = np.array([[test_floor[of].mean(), scores[ABOVE][:, of].mean()] for of in of_class])
order = np.argsort(parts.sum(axis=1))
cheaper = [data.FASHION_CLASSES[k] for k in order if parts[k].sum() < parts[0].sum()]
cheapest = data.FASHION_CLASSES[parts[:, 1].argmin()]

figure, axis = plt.subplots(figsize=(9, 3.8))
floors, rests = parts[order].T
axis.bar(np.arange(10), floors, color=plots.COLORS["sky"], label="floor: what no decoder can avoid")
axis.bar(np.arange(10), rests, bottom=floors, color=plots.COLORS["red"], label="above the floor")
axis.set(xticks=range(10), ylabel="minus ELBO (nats, mean of eight runs)")
names = [("normal: " if k == 0 else "") + data.FASHION_CLASSES[k] for k in order]
axis.set_xticklabels(names, rotation=30, ha="right")
axis.set_title(f"Cheaper than T-shirts on average: {', '.join(cheaper) or 'none'};\n"
               f"cheapest above the floor: {cheapest}")
axis.legend()
bars = "; ".join(f"{data.FASHION_CLASSES[k]} {parts[k, 0]:.0f} + {parts[k, 1]:.0f}" for k in order)
plots.show(figure, f"Stacked bars of minus the ELBO for each class, floor and rest: {bars}.")

# %% [markdown]
# A picture with few grey pixels has a high likelihood under almost any model: a fact about the picture, not about its class. With the floor off, what remains is a divergence between the picture and its reconstruction, plus the KL term. It is a general warning: *probable* is not
# *typical*, and a likelihood compares badly between pictures of different complexity (Nalisnick et al. 2019; Serrà et al. 2020).
#
# ## 8. The claims
#
# Each verdict follows from a rule, in the next cells. *As good* there means: the interval leaves no room for more than one nat, or 0.02 of AUC.

# %% nbgrader={"grade": false, "grade_id": "demo_rules", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 5.1
def claim_5_1(against):
    """`against`: for each other prior, by how many nats the Gaussian is better."""
    refuting = [n for n, d in against.items() if d.outcome == evidence.WORSE or d.is_within(1.0)]
    rival = min(refuting or against, key=lambda name: against[name].value)
    wins = all(d.outcome == evidence.BETTER for d in against.values())
    verdict = "does not hold" if refuting else "holds" if wins else evidence.NOT_TOLD_APART
    decides = against[rival]
    text = (f"As good as the Gaussian or better: {', '.join(refuting) or 'none'}. Against the "
        f"prior “{rival}” the Gaussian is {decides.words(2, ' nats')}")
    return evidence.Verdict("5.1", verdict, text, decides.value, decides.low, decides.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_function", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 5.2
def claim_5_2(inside, boot):
    """`inside`: share of the ring's points within distance 1; `boot`: the boot drawn by a
    Gaussian against one drawn by its own pixels, in parts of the latter's distance."""
    made = boot.is_within(0.1) or boot.outcome == evidence.BETTER
    failed = inside > 0 or (boot.outcome == evidence.WORSE and not made)
    verdict = "does not hold" if failed else "holds" if made else evidence.NOT_TOLD_APART
    text = (f"A function leaves {inside:.0%} of a bell's points inside the ring; as a boot, "
        f"Gaussian points are as near to the picture as points drawn from its pixels, up to "
        f"{100 * boot.value:.1f} % ({100 * boot.low:.1f} to {100 * boot.high:.1f} %)")
    return evidence.Verdict(
        "5.2", verdict, text.replace("-", "−"), boot.value, boot.low, boot.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_2", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 5.3
WHERE = {"better": "below", "worse": "above", "not told apart": "not told apart from"}


def claim_5_3(before, limit, after):
    """`before`: distance of an untrained network's codes from a Gaussian, and its limit;
    `after`: by how much that of trained means is below its limit."""
    by_training = before > limit
    verdict = evidence.NOT_TOLD_APART
    if not by_training or after.outcome == evidence.WORSE:
        verdict = "does not hold"
    elif after.outcome == evidence.BETTER:
        verdict = "holds"
    text = (
        f"One picture's codes {'are not' if by_training else 'are'} Gaussian before any training "
        f"(distance {before:.4f}, limit {limit:.4f}). The means, after it, are "
        f"{WHERE[after.outcome]} their limit, by {-after.value:.2f} ({-after.high:.2f} to "
        f"{-after.low:.2f})"
    )
    return evidence.Verdict(
        "5.3", verdict, text.replace("-", "−"), after.value, after.low, after.high
    )

# %% nbgrader={"grade": false, "grade_id": "demo_rules_3", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 5.4
def claim_5_4(std, distance, normal):
    """`std`, `distance`: with KL against without; `normal`: by how much the distance from N(0, 1)
    is below the limit of a Gaussian sample."""
    pulled = std.outcome == distance.outcome == evidence.BETTER
    verdict = evidence.NOT_TOLD_APART
    if evidence.WORSE in (std.outcome, distance.outcome):
        verdict = "does not hold"
    elif pulled and normal.outcome == evidence.BETTER:
        verdict = "holds"
    elif pulled and normal.outcome == evidence.WORSE:
        verdict = (
            "holds only if pulling is meant: a price on each picture's own Gaussian, not that "
            "the codes become standard normal"
        )
    text = (
        f"With KL against without, the codes' standard deviation is {std.words(1)} and their "
        f"distance from N(0, 1) {distance.words(2)}; with KL that distance is "
        f"{WHERE[normal.outcome]} the limit of a Gaussian sample"
    )
    text = text.replace("better", "smaller").replace("worse", "larger")
    return evidence.Verdict("5.4", verdict, text, std.value, std.low, std.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_4", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 5.5
def claim_5_5(error, slip):
    """`error`, `slip`: how far the samples' standard deviation is from exp(log_var / 2), and from
    exp(log_var), as shares."""
    verdict = evidence.NOT_TOLD_APART
    if error.high < 0.02 or error.low > 0.02:
        verdict = "holds" if error.high < 0.02 else "does not hold"
    text = (f"Your samples have that standard deviation to {error.value:.2%} ({error.low:.2%} to "
            f"{error.high:.2%}); the slip's exp(log σ²) is off by {slip:.0%} on average")
    return evidence.Verdict("5.5", verdict, text, error.value, error.low, error.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_5", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 5.6
def claim_5_6(own, others):
    """`own`: the AUC by the bound against the autoencoder's; `others`: by other scores of the
    same model."""
    as_good = [name for name, d in others.items() if d.low > -0.02]
    undecided = any(d.low <= -0.02 <= d.high for d in others.values())
    verdict = evidence.NOT_TOLD_APART
    if own.low > -0.02:
        verdict = "holds"
    elif own.high < -0.02 and as_good:
        verdict = "holds only if it is judged by another score than its bound"
    elif own.high < -0.02 and not undecided:
        verdict = "does not hold"
    text = (f"AUC against the autoencoder's: by the bound {own.words(3)}; " + "; ".join(
        f"{name}: {d.words(3)}" for name, d in others.items())
        + f". As good, up to 0.02: {', '.join(as_good) or 'none of them'}")
    return evidence.Verdict("5.6", verdict, text, own.value, own.low, own.high)

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts_numbers", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The numbers for claims 5.2 and 5.3:
def below(one, other, comparisons=1):
    return evidence.compare(one, other, lower_is_better=True, comparisons=comparisons)


with_kl, without_kl = by_kind["with KL"], by_kind["without KL"]
means_limit = ks_limit(len(small_test))
boot_luck = below(boot_distance["a Gaussian"] / by_luck.mean(), by_luck / by_luck.mean())
means_after = below(with_kl["distance of means"], means_limit)

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts_kl_and_slip", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The numbers for claims 5.4 and 5.5:
pulled_std = below(with_kl["std"], without_kl["std"], comparisons=2)
pulled_distance = below(with_kl["distance"], without_kl["distance"], comparisons=2)
made_normal = below(with_kl["distance"], means_limit)
sample_error = evidence.compare(np.abs(spread / np.exp(log_vars / 2) - 1).mean(axis=1), 0.0)
slip_error = np.mean(np.abs(np.exp(log_vars) / spread - 1))

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts_claims", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
claims = {
    "5.1": "The latent state is assumed to be Gaussian because that is what images come from",
    "5.2": "A Gaussian can make an image: a function of it can have almost any distribution",
    "5.3": "Backpropagation makes the encoder's outputs Gaussian",
    "5.4": "The KL divergence enforces it: it pulls the activations towards a Gaussian",
    "5.5": "The noise is scaled by sqrt(exp(log σ²))",
    "5.6": "A variational autoencoder is also an anomaly detector",
}

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
evidence.show([
    claim_5_1(against_gaussian),
    claim_5_2(near_centre["after"], boot_luck),
    claim_5_3(ks_untrained, ks_limit(20_000), means_after),
    claim_5_4(pulled_std, pulled_distance, made_normal),
    claim_5_5(sample_error, slip_error),
    claim_5_6(against_plain[RAW], {
        "above the floor": against_plain[ABOVE], "squared error": against_plain[SQUARED]}),
], claims)

# %% [markdown]
# Compare with what you predicted at the top.
#
# ## What to remember
#
# 1. A Gaussian makes images because a function of it can have almost any distribution. The decoder is that function; the Gaussian is a choice.
# 2. The encoder gives parameters, the noise comes from outside: that is why the gradient passes, and with little scatter.
# 3. The loss is misfit plus divergence, both as *sums* in nats. Without the divergence nothing keeps the codes where the prior's samples are.
# 4. `log_var` is the logarithm of the variance; $\sigma$ is `exp(log_var / 2)`. Test at ±2, not at 0.
# 5. The ELBO is a bound. Before you compare it between pictures, ask what part of it belongs to the picture alone.
#
# ## Where it breaks
#
# - A grey pixel is no coin toss. The Bernoulli likelihood with values between 0 and 1 is no proper density over brightness; the continuous Bernoulli is (Loaiza-Ganem and Cunningham 2019).
# - With strong decoders the divergence may win: $q$ becomes the prior, and the code carries nothing (*posterior collapse*).
# - The priors were tried in two dimensions, the AUCs belong to one normal class.
#
# ## Further reading
#
# - D. P. Kingma and M. Welling (2014), *Auto-encoding variational Bayes*, [arXiv:1312.6114](https://arxiv.org/abs/1312.6114).
# - C. Doersch (2016), *Tutorial on variational autoencoders*, [arXiv:1606.05908](https://arxiv.org/abs/1606.05908): the ring.
# - Y. Burda, R. Grosse and R. Salakhutdinov (2016), *Importance weighted autoencoders*, [arXiv:1509.00519](https://arxiv.org/abs/1509.00519).
# - G. Loaiza-Ganem and J. P. Cunningham (2019), *The continuous Bernoulli*, [arXiv:1907.06845](https://arxiv.org/abs/1907.06845).
# - E. Nalisnick and others (2019), *Do deep generative models know what they don't know?*, [arXiv:1810.09136](https://arxiv.org/abs/1810.09136); J. Serrà and others (2020), *Input complexity and out-of-distribution detection*, [arXiv:1909.11480](https://arxiv.org/abs/1909.11480).
