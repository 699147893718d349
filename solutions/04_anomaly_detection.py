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
# # Anomaly detection: what OneClassSVM does, with deep learning
#
# After this lesson you can
#
# - **measure** how well a detector ranks anomalies above normal samples, without choosing a threshold,
# - **split** data so that a test tells you about anomalies that nobody has seen before,
# - **compare** eight detectors on one table, and **say** what each of them has seen and what it misses,
# - **explain** how an autoencoder and Deep SVDD detect anomalies, and how each of them fails,
# - **set** a threshold on normal data alone, and **predict** how many of its alarms will be false.
#
# **Time:** 85 minutes, about half of it for eight exercises (10 points). **You need:** the lessons `01_shallow_vs_deep` to `03_pairwise_mse`.
#
# Where an experiment stops with `NotImplementedError`, an exercise above it is still open.

# %% [markdown]
# ## Recall
#
# Two questions on earlier lessons. Answer in your head, then unfold.
#
# 1. (Lesson 01) A model has a small error. With what do you compare it before you call it good?
#
# <details><summary>Answer</summary>
#
# With the simplest thing that could do the job. For a regression it was the best constant. Today it will be the mean image.
# </details>
#
# 2. (Lesson 03) A list was ranked, and Kendall's tau judged the ranking. The scores of all items are now multiplied by 5, and 100 is added. How does tau change?
#
# <details><summary>Answer</summary>
#
# Not at all: the order of every pair is the same. The measure of this lesson counts pairs, too.
# </details>

# %% [markdown]
# ## The question
#
# > *I detect anomalous images with scikit-learn's* `OneClassSVM` *on HOG features. How do I do that with deep learning, in Keras?*
#
# Answers in circulation: *train a regressor on images with the labels 0 (fine) and 1 (anomalous), through Keras' scikit-learn wrapper, and threshold its output; that output is a kind of* $R^2$ *to an anomalous
# model; one-class classification is just another name for regression; no, take an autoencoder, the reconstruction error finds anomalies; no, there is a deep version of OneClassSVM.* You will test each.
#
# **Predict.** Write down, before you run anything. T-shirts are normal; everything else is an anomaly.
#
# - A regressor learns to tell T-shirts (0) from trousers (1). Does it give boots a high score?
# - Which kind of anomaly does an autoencoder, trained on T-shirts, let pass?

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
# ## 1. Who may see what
#
# The pictures are those of lesson 02: Fashion-MNIST (Xiao et al. 2017). One class is normal, the T-shirts. The other nine are anomalies.

# %% nbgrader={"grade": false, "grade_id": "demo_data", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: some of the pictures
(first_images, first_kinds), (more_images, more_kinds) = data.fashion_mnist()
images, kinds = np.concatenate([first_images, more_images]), np.concatenate([first_kinds,
    more_kinds])
pixels = images.reshape(len(images), -1).astype("float32") / 255
normal_kind, seen_kind, held_out_kind = 0, 1, 9
names = [name.split("/")[0] for name in data.FASHION_CLASSES]
anomaly_kinds = [kind for kind in range(10) if kind != normal_kind]

figure, axes = plt.subplots(2, 9, figsize=(10, 2.7))
for axis, picture in zip(axes[0], images[kinds == normal_kind], strict=False):
    axis.imshow(255 - picture, cmap="gray", vmin=0, vmax=255)
for axis, kind in zip(axes[1], anomaly_kinds, strict=True):
    axis.imshow(255 - images[kinds == kind][0], cmap="gray", vmin=0, vmax=255)
    axis.set_title(names[kind], fontsize=8, loc="center")
for axis in axes.flat:
    axis.axis("off")
figure.suptitle(f"Normal (top): one class of {np.sum(kinds == normal_kind):,} images. Anomalies "
    f"(bottom): nine classes, as many of each", x=0.01, ha="left")
plots.show(figure, f"Top row: nine pictures of the normal class, {names[normal_kind]}. Bottom row: "
    f"one picture of each of {', '.join(names[k] for k in anomaly_kinds)}.")

# %% [markdown]
# In use, a detector meets anomalies that were not among those somebody collected. To find out how it does then, one kind of anomaly has to be kept out of training altogether.

# %% [markdown]
# ### Exercise: `split_for_unseen_anomalies`
#
# | | |
# |---|---|
# | **Write** | which samples may be used for training and which are kept for the test, so that one kind of anomaly is never seen in training |
# | **Why it matters** | a split that mixes all kinds into both parts cannot show how a detector does on a new one |
# | **Time, difficulty** | 9 minutes, ●●○ |
# | **Signature** | `split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed)` → `(train_idx, test_idx)`, two arrays of positions in `labels` |
# | **Example** | `split_for_unseen_anomalies([5, 5, 5, 5, 8, 8, 8, 2, 2], 5, 2, 0.5, seed=0)`: in training two of the positions 0–3 and one of 4–6; all others, with 7 and 8, in the test |
#
# Of the held-out class everything goes to the test. Each other class is split **on its own**, at random: `train_fraction` of it, rounded down, goes to training, the rest to the test. Every sample
# is in one of the two parts; their order does not matter. The same seed gives the same split. (`normal_class` says what is normal, for whoever reads the call. It is split like any other class that is not held out, so that your function need not use it.)
#
# <details><summary>Hint 1: one class at a time</summary>
#
# Go through the classes in a loop (`np.unique(labels)` lists them). `np.flatnonzero(labels == k)` gives the positions of class `k`.
# </details>
# <details><summary>Hint 2: at random, and again the same</summary>
#
# `rng = np.random.default_rng(seed)` before the loop; `rng.permutation(positions)` gives the positions in random order. The first `int(train_fraction * len(positions))` are for training.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# In the loop, set `n = 0` if `k` is the held-out class and `n = int(train_fraction * len(positions))` otherwise; append `positions[:n]` to one list and `positions[n:]` to another. At the end `np.concatenate` each list.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“Some entries are no positions in `labels`”**: labels, or positions within a class? `np.flatnonzero(labels == k)` gives positions in `labels`.
# - **“The same seed gives another split”**: the generator has to be made inside the function, from `seed`.
# </details>

# %% nbgrader={"grade": false, "grade_id": "split_for_unseen_anomalies", "locked": false, "schema_version": 3, "solution": true, "task": false}
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    """Split samples into training and test such that one class is never seen in training.

    Parameters
    ----------
    labels : array-like of int, shape (n,)
        The class of each sample.
    normal_class : int
        The class that is not an anomaly.
    held_out_class : int
        The class of anomalies that goes to the test as a whole.
    train_fraction : float
        Which part of every other class, the normal one included, is for training; rounded down in
        each class.
    seed : int
        The same seed gives the same split.

    Returns
    -------
    train_idx, test_idx : arrays of int
        Positions in labels, in any order; each position is in one of the two.
    """
    labels = np.asarray(labels)
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    train, test = [], []
    for kind in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == kind))
        n = 0 if kind == held_out_class else int(train_fraction * len(positions))
        train.append(positions[:n])
        test.append(positions[n:])
    return np.concatenate(train), np.concatenate(test)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_split_for_unseen_anomalies_held_out", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_split_for_unseen_anomalies_held_out(split_for_unseen_anomalies):
    """The held-out class stays out of training (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    def check_split(labels, kind, held_out):
        answer = checks.call(split_for_unseen_anomalies, labels, kind, held_out, 0.5, 0)
        train, test = parts = checks.parts(answer, ("train_idx", "test_idx"))
        whole = all(getattr(part, "ndim", 0) == 1 and part.dtype.kind in "iu" for part in parts)
        checks.expect(whole, "These are not arrays of positions (1-D, whole numbers).", got=parts)
        inside = all(np.all((part >= 0) & (part < labels.size)) for part in parts)
        checks.expect(inside, "Some entries are no positions in `labels`.", got=parts)
        held, leaked = np.flatnonzero(labels == held_out), labels[train] == held_out
        full, every = np.union1d(*parts).size == labels.size, sum(leaked) == held.size
        hint = "All of it is: are the parts swapped, or is a slice [-n:] taken with n = 0?"
        hint = hint if every else "None of it may be used in training."
        what = "The training part holds samples of the held-out class."
        checks.expect(not np.any(leaked), what, given=labels, got=train, hint=hint * full)
        what = "Not all of the held-out class is in the test, where it is needed: left out, too?"
        checks.expect(np.isin(held, test).all(), what, given=labels, got=test)

    check_split(np.array([5, 8, 2, 5, 8, 2, 5, 8, 5]), 5, 2)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(411)
    for kind, step in ((0, 3), (3, 1), (2, 3)):
        check_split(rng.permutation(np.repeat(np.arange(4), 12)), kind, (kind + step) % 4)
    ### END HIDDEN TESTS


test_split_for_unseen_anomalies_held_out(split_for_unseen_anomalies)

# %% nbgrader={"grade": true, "grade_id": "test_split_for_unseen_anomalies_all_once", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_split_for_unseen_anomalies_all_once(split_for_unseen_anomalies):
    """Every sample exactly once (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    def check_split(labels, *more, names=("train_idx", "test_idx")):
        parts = checks.parts(checks.call(split_for_unseen_anomalies, labels, *more, 1), names)
        checks.expect(not any(isinstance(p, tuple) for p in parts), "Each part is one array.")
        train, test = (np.sort(part.ravel()) for part in parts)
        shared, both, n = np.intersect1d(train, test), np.union1d(train, test), labels.size
        what = "The parts overlap: shuffle a class once, then cut it: positions[:n], positions[n:]."
        checks.expect(shared.size == 0, what, given=labels, got=shared)
        what = "A sample occurs twice in one part: drawn or added twice, or a place in its class?"
        checks.expect(both.size == train.size + test.size, what, given=labels, got=(train, test))
        checks.expect(set(both) <= set(range(n)), "Some entries are no positions in `labels`.")
        what, lost = "Not every sample is in one of the parts.", np.delete(labels, both.astype(int))
        hint = "Whatever does not go to training goes to the test: the rest, and all held out."
        if np.any(lost != more[1]) and not np.isin(lost, labels[both]).any():
            hint = "Whole classes are left out: go through np.unique(labels), and keep each."
        elif lost.size == np.unique(lost).size and np.any(lost != more[1]):
            hint = "One of a class is lost: positions[n:] is all that positions[:n] leaves."
        checks.expect(both.size == n, what, given=labels, got=both, hint=hint)
    check_split(np.array([5, 5, 5, 5, 8, 8, 8, 2, 2]), 5, 2, 0.5)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(412)
    labels = [rng.permutation(np.repeat([7, 3, 12], size)) for size in (8, 10)]
    cases = [(labels[0], 7, 12, 0.25), (labels[1], 7, 12, 0.75)]
    # Labels are names: they may be negative, or large.
    cases.append((rng.permutation(np.repeat([-3, 400, 5, -20], 8)), 400, -3, 0.25))
    errors = [checks.error_of(split_for_unseen_anomalies, *case, 0) for case in cases]
    what = "An error is raised where a label is negative or large: labels are names, no positions."
    checks.expect(errors[2] is None or any(errors[:2]), what)
    moved, names = [], ("train_idx", "test_idx")
    for marks, kind, held, share in cases:
        seen, most = marks[marks != held], int(share * np.sum(marks == held))
        for seed in range(4):
            answer = checks.call(split_for_unseen_anomalies, marks, kind, held, share, seed)
            train = np.ravel(checks.parts(answer, names)[0]).astype(int)
            if np.any(train >= seen.size):
                moved.append(False)
                continue
            counts = np.unique(seen[train], return_counts=True)[1]
            moved.append(np.any(marks[train] == held) and np.all(counts == most))
    what = "These are positions in labels without the held-out class; count in all labels."
    checks.expect(not all(moved), what)
    for case in cases[::-1]:  # first the one of which more than the held-out class can be left out
        check_split(*case)
    # Positions in labels that were sorted or shuffled before; and a class that is taken by index.
    labels = rng.permutation(np.repeat([2, 1, 4, 3], 7))
    in_order, kinds, found = np.sort(labels), np.arange(1, 5), []
    for seed in range(4):
        answer = checks.call(split_for_unseen_anomalies, labels, 4, 1, 0.5, seed)
        train = np.ravel(checks.parts(answer, names)[0]).astype(int)
        found.append([[np.sum(x[train] == k) for k in kinds] for x in (labels, in_order)])
    given, ordered = np.array(found)[:, 0], np.array(found)[:, 1]
    what = "These are positions in sorted labels; count in labels as they are given."
    checks.expect(np.array_equal(given, ordered) or np.any(ordered != [0, 3, 3, 3]), what)
    what = "These are positions in shuffled labels; count in labels as they are given."
    leaks = np.any(given[:, 0] > 0) and np.ptp(given, axis=0).max() > 0
    checks.expect(not (leaks and np.all(given.sum(axis=1) == 9)), what)
    what = "The class *at index* held_out_class is held out; compare with the label itself."
    checks.expect(np.any(given != [3, 0, 3, 3]), what)
    labels = np.repeat(np.array([3, 1, 2], np.uint8), 200)
    answer = checks.call(split_for_unseen_anomalies, labels, 3, 2, 0.5, 0)
    both = np.concatenate([np.ravel(part) for part in checks.parts(answer, names)])
    what = "Not all positions of 600 labels are in one of the parts: is their type one that ends "
    what += "at 255, as that of an array made like uint8 labels?"
    checks.expect(np.array_equal(np.unique(both), np.arange(600)), what)
    ### END HIDDEN TESTS

test_split_for_unseen_anomalies_all_once(split_for_unseen_anomalies)

# %% nbgrader={"grade": true, "grade_id": "test_split_for_unseen_anomalies_each_class", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_split_for_unseen_anomalies_each_class(split_for_unseen_anomalies):
    """Each class on its own (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    def check_split(labels, kind, held, share):
        kinds, full = np.unique(labels[labels != held], return_counts=True)
        right, normal, counts = np.floor(share * full), kinds == kind, []
        for seed in (2, 3, 4):
            answer = checks.call(split_for_unseen_anomalies, labels, kind, held, share, seed)
            at = checks.parts(answer, ("train_idx", "test_idx"))[0]
            inside = not isinstance(at, tuple) and np.all((at >= 0) & (at < labels.size))
            checks.expect(inside, "train_idx is no array of positions in `labels`.", got=at)
            counts.append(np.array([np.sum(labels[at.astype(int)] == k) for k in kinds]))
        what = "How many samples of a class train changes with the seed: is each class split, "
        checks.expect(np.ptp(counts, axis=0).max() == 0, what + "and rounded down, on its own?")
        slips = {
            "Of the normal class none is left to test on.": np.where(normal, full, right),
            "Only the normal class is split: split the others, too.": np.where(normal, right, full),
        }
        what = "The number of training samples per class"
        checks.expect_close(counts[0], right, what, slips=slips)
    check_split(np.repeat([5, 8, 7, 6, 2], [6, 6, 6, 4, 3]), 5, 2, 0.3)  # one of each
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(413)
    mixed = rng.permutation(np.repeat([3, 0, 9, 4, 6], [41, 17, 30, 6, 11]))
    for kind, held, share in ((3, 9, 0.3), (0, 4, 0.75), (6, 0, 0.95)):
        check_split(mixed, kind, held, share)
    ### END HIDDEN TESTS

test_split_for_unseen_anomalies_each_class(split_for_unseen_anomalies)

# %% nbgrader={"grade": true, "grade_id": "test_split_for_unseen_anomalies_fraction", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_split_for_unseen_anomalies_fraction(split_for_unseen_anomalies):
    """The share that goes into training (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    def check_split(labels, kind, held, share, split=split_for_unseen_anomalies):
        kinds, full = np.unique(labels[labels != held], return_counts=True)
        at, _ = checks.parts(checks.call(split, labels, kind, held, share, 5), ("train", "test"))
        checks.expect(hasattr(at, "max") and np.all(at < labels.size), "Not positions in `labels`.")
        train, right = labels[at.astype(int)], np.floor(share * full)
        counts = np.array([np.sum(train == k) for k in kinds])
        slips = {
            "train_fraction is the share of the *test*.": right if held in train else full - right,
            "The normal class is held out; it is split, too.": right * (kinds != kind),
            "Only normal samples train here; seen anomalies belong there.": right * (kinds == kind),
            "Here 1 − train_fraction of each class train.": np.floor((1 - share) * full),
            "Each number is one too high; round it down.": np.ceil(share * full),
            "All of a class train; train_fraction says which part of each class does.": full,
            "The number is rounded to the nearest; round it down.": np.round(share * full),
        } | {"None of these classes train; train_fraction of each should.": 0 * right}
        slips = {text: count for text, count in slips.items() if np.any(count != right)}
        checks.expect_close(counts, right, "The number of training samples per class", slips=slips)
    check_split(np.repeat([5, 8, 7, 6, 2], [6, 6, 6, 4, 3]), 5, 2, 0.3)  # one of each
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(413)
    mixed = rng.permutation(np.repeat([3, 0, 9, 4, 6], [41, 17, 30, 6, 11]))
    # Numbers that are taken of something else than each class: kinds 0, 3, 4 and 6 are split.
    full = np.array([17, 41, 6, 11])
    right = np.floor(0.3 * full)
    answer = checks.call(split_for_unseen_anomalies, mixed, 3, 9, 0.3, 5)
    train = mixed[checks.parts(answer, ("train_idx", "test_idx"))[0].astype(int)]
    counts = np.array([np.sum(train == k) for k in (0, 3, 4, 6)])
    slips = {
        "Each class gives as many as the smallest; train_fraction is of each class.": [1] * 4,
        "Each class gives as many as the normal one; train_fraction is of each class.": np.minimum(
            full, 12
        ),
        "Each class gives the same number; train_fraction is of each class.": [6] * 4,
        "train_fraction of all is shared out among the classes; take it of each.": np.minimum(
            full, 7
        ),
    }
    slips = {text: np.array(n) for text, n in slips.items()}
    if any(np.array_equal(counts, n) for n in slips.values()):  # others are told below
        checks.expect_close(counts, right, "The number of training samples per class", slips=slips)
    for kind, held, share in ((3, 9, 0.3), (0, 4, 0.75), (6, 0, 0.95)):
        check_split(mixed, kind, held, share)
    check_split(np.sort(mixed), 9, 3, 0.55)
    # Of classes of one sample none is for training; call() would make an array of a list.
    few = np.array([5, 8, 2, 2])
    if checks.error_of(split_for_unseen_anomalies, few, 5, 2, 0.5, 5) is None:
        train = split_for_unseen_anomalies(few.copy(), 5, 2, 0.5, 5)[0]
        floats = isinstance(train, np.ndarray) and train.size == 0 and train.dtype.kind == "f"
        what = "No sample is for training here, and np.array([]) is an array of floats, "
        what += "which are no positions: give np.array(…, dtype=int)."
        checks.expect(not floats, what)
    labels = np.repeat([5, 8, 2], [6, 2, 4])
    try:
        answer = checks.call(split_for_unseen_anomalies, labels, 5, 2, 0.3, 5)
    except checks.CheckFailed:  # scikit-learn's splitters refuse an empty part
        return
    train, _ = checks.parts(answer, ("train_idx", "test_idx"))
    at_least = "Each class has a sample in training; rounded down, a small class may have none."
    got = np.array(np.sum(labels[train.astype(int)] == 8))
    what = "The number of training samples of a class of two"
    checks.expect_close(got, 0, what, slips={at_least: 1})
    for share in (0.0, 1.0):  # scikit-learn's splitters refuse an empty part
        case = (np.repeat([5, 8, 2], [6, 4, 3]), 5, 2, share, 5)
        if checks.error_of(split_for_unseen_anomalies, *case) is None:
            answer = checks.call(split_for_unseen_anomalies, *case)
            halves = checks.call(split_for_unseen_anomalies, *case[:3], 0.5, 5)
            halves = sum(np.size(part) for part in checks.parts(halves, ("train", "test")))
            sizes = [np.size(part) for part in checks.parts(answer, ("train_idx", "test_idx"))]
            what = f"The number of samples in training and in the test for train_fraction = {share}"
            slips = {
                "The test holds all: [-n:] with n = 0 is the whole array.": (
                    [10, 13] if halves == 13 else [99, 99]  # where parts do not overlap
                ),
                "Both classes keep a sample for the test; train_fraction = 1 leaves none.": [8, 5],
                "`train_fraction or …` takes 0 for no share; 0 is one.": [5, 8],
            }
            right = [10 * share, 13 - 10 * share]
            checks.expect_close(np.array(sizes), right, what, slips=slips)
    ### END HIDDEN TESTS

test_split_for_unseen_anomalies_fraction(split_for_unseen_anomalies)

# %% nbgrader={"grade": true, "grade_id": "test_split_for_unseen_anomalies_seed", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_split_for_unseen_anomalies_seed(split_for_unseen_anomalies):
    """The same seed, the same split (0.5 points)."""
    import numpy as np

    from lessonkit import checks

    labels, names = np.repeat([1, 4, 6], 20), ("train_idx", "test_idx")
    state_before = np.random.get_state()
    try:
        np.random.seed(1)
        first = checks.parts(checks.call(split_for_unseen_anomalies, labels, 1, 6, 0.5, 7), names)
        np.random.seed(2)  # whatever other code does with NumPy's global generator
        again = checks.parts(checks.call(split_for_unseen_anomalies, labels, 1, 6, 0.5, 7), names)
    finally:
        np.random.set_state(state_before)
    whole = not any(isinstance(part, tuple) for part in (*first, *again))
    checks.expect(whole, "Each part is one array of positions; np.concatenate joins several.")
    same = [np.array_equal(np.sort(a), np.sort(b)) for a, b in zip(first, again, strict=True)]
    what = "The same seed gives another split."
    hint = "rng = np.random.default_rng(seed) in the function, and nothing random but from rng."
    checks.expect(np.all(same), what, got=(first[0], again[0]), hint=hint)
    ### BEGIN HIDDEN TESTS
    first, again = (
        checks.parts(checks.call(split_for_unseen_anomalies, labels, 1, 6, 0.5, 0), names)
        for _ in range(2)
    )
    same = [
        np.array_equal(np.sort(np.ravel(a)), np.sort(np.ravel(b)))
        for a, b in zip(first, again, strict=True)
    ]
    what = "With seed=0 each call gives another split: 0 is a seed like any other, but `if seed` "
    what += "and `seed or …` take it for no seed. Compare with `is not None`."
    checks.expect(np.all(same), what)
    labels = [1] * 20 + [4] * 20 + [6] * 5  # a list
    splits = set()
    within = "These are positions within each class, from 0 again in each; "
    within += "np.flatnonzero(labels == k) gives those in labels."
    own = np.sort(np.concatenate([np.arange(20), np.arange(20), np.arange(5)]))
    for seed in range(5):
        answer = checks.call(split_for_unseen_anomalies, labels, 4, 1, 0.5, seed)
        train, test = checks.parts(answer, names)
        taken = np.sort(np.concatenate([np.ravel(train), np.ravel(test)]))
        checks.expect(not np.array_equal(taken, own), within)
        splits.add(tuple(np.sort(train).tolist()))
    what = "Different seeds give the same split."
    hint = "Is anything drawn at random, and by a generator that is made with `seed`?"
    in_turn = np.array_equal(np.sort(np.ravel(train)), np.r_[20:30, 40:42])
    if in_turn or np.array_equal(np.sort(np.ravel(train)), np.r_[30:40, 43:45]):
        hint = "The samples of a class are taken as they come; shuffle them with the generator."
    are_positions = 0 < np.unique(train).size == train.size < 25  # not all that may be in training
    checks.expect(len(splits) > 1, what, got=train, hint=hint if are_positions else "")
    labels = np.repeat([1, 4, 6], 20)
    for start in (20, 40):
        taken = []
        for seed in range(3):
            answer = checks.call(split_for_unseen_anomalies, labels, 4, 1, 0.5, seed)
            train = np.unique(checks.parts(answer, names)[0])
            taken.append(train[(train >= start) & (train < start + 20)])
        same = all(np.array_equal(taken[0], other) for other in taken[1:])
        what = "In one class the same samples train for every seed; shuffle each class."
        checks.expect(not same or taken[0].size in (0, 20), what)
    ### END HIDDEN TESTS


test_split_for_unseen_anomalies_seed(split_for_unseen_anomalies)

# %% [markdown]
# Your split, with the ankle boots held out. Of the T-shirts for training, 200 are put aside for section 8. From each class 600 images of the test part are looked at, so that all nine kinds of anomalies count alike.

# %% nbgrader={"grade": false, "grade_id": "demo_split", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
split = split_for_unseen_anomalies(kinds, normal_kind, held_out_kind, 0.6, lessonkit.seed(0))
train, test = (np.asarray(part) for part in split)
of_kind = {kind: train[kinds[train] == kind] for kind in range(10)}  # for training
fit_normal, calibrate = of_kind[normal_kind][:-200], of_kind[normal_kind][-200:]
evaluated = np.concatenate([test[kinds[test] == kind][:600] for kind in range(10)])
anomalous = kinds[evaluated] != normal_kind

# %% nbgrader={"grade": false, "grade_id": "demo_split_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: the images of each class
rows = [
    (
        names[k],
        f"{len(of_kind[k]):,}",
        f"{np.sum(kinds[test] == k):,}",
        f"{np.sum(kinds[evaluated] == k):,}",
    )
    for k in range(10)
]
plots.table(("class", "training", "test", "looked at"), rows)

# %% [markdown]
# ## 2. How to judge scores
#
# A detector gives each image a **score**: higher means more anomalous. The simplest score that could do the job is the squared distance from the mean T-shirt.

# %% nbgrader={"grade": false, "grade_id": "demo_mean_image", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the mean image, and distances from it
mean_image = pixels[fit_normal].mean(axis=0)
scores = {"mean image": np.sum((pixels[evaluated] - mean_image) ** 2, axis=1)}

figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.2), width_ratios=(1, 3))
left.imshow(1 - mean_image.reshape(28, 28), cmap="gray", vmin=0, vmax=1)
left.axis("off")
left.set_title("The mean T-shirt")
bins = np.linspace(0, np.quantile(scores["mean image"], 0.995), 60)
for flag, label, color in ((False, "T-shirts", "blue"), (True, "all anomalies", "orange")):
    right.hist(scores["mean image"][anomalous == flag], bins, density=True, alpha=0.6,
        color=plots.COLORS[color], label=label)
right.set(xlabel="squared distance from the mean T-shirt", ylabel="density")
medians = [np.median(scores["mean image"][anomalous == flag]) for flag in (False, True)]
right.set_title(f"Anomalies lie further away (medians {medians[1]:.0f} and {medians[0]:.0f}), and "
    f"the two overlap")
right.legend()
plots.show(figure, f"Left: the mean of the T-shirts, a blurred T-shirt. Right: histograms of the "
    f"squared distance from it; median {medians[0]:.0f} for T-shirts, {medians[1]:.0f} for "
    f"anomalies, overlapping.")

# %% [markdown]
# Every threshold on this axis catches some anomalies and raises some *false alarms*. The **ROC curve** shows all of these pairs of rates, and the area under it (**AUC**) sums them up. The same number can be had without any threshold (Hanley and McNeil 1982):
# it is the probability that a random anomaly scores higher than a random normal sample,
#
# $$\text{AUC} = \frac{1}{m \, n} \sum_{i=1}^{m} \sum_{j=1}^{n} \Big( \big[a_i > b_j\big] + \tfrac12 \big[a_i = b_j\big] \Big)$$
#
# for the scores $a_1, \dots, a_m$ of anomalies and $b_1, \dots, b_n$ of normal samples. A half is chance; 1 is perfect order; below a half, the detector is *worse than chance*: it takes anomalies for the most normal.

# %% [markdown]
# ### Exercise: `roc_auc`
#
# | | |
# |---|---|
# | **Write** | the share of pairs (anomaly, normal sample) that the scores put in the right order |
# | **Why it matters** | it compares detectors whose scores live on different scales; every table below is made with it |
# | **Time, difficulty** | 12 minutes, ●●● |
# | **Signature** | `roc_auc(scores, is_anomaly)`: two sequences of length n, scores and flags (True/False or 1/0) → float |
# | **Example** | `roc_auc([1, 2, 3, 4, 5], [0, 1, 0, 0, 1])` → `0.6666…`: of 2 · 3 pairs, 2 beats 1, and 5 beats 1, 3 and 4 |
#
# A tie counts ½. If all samples are of one kind there are no pairs: raise a `ValueError`. Time and memory must grow like $n \log n$, not like $n^2$.
#
# <details><summary>Hint 1: how can you count pairs without visiting them?</summary>
#
# Sort. Once the normal scores are in order, the number of them below a given score is a position in the sorted array.
# </details>
# <details><summary>Hint 2: the function that finds the position</summary>
#
# `np.searchsorted(a, v, side="left")` gives how many entries of the sorted array `a` are smaller than `v`; with `side="right"` it is how many are smaller *or equal*. Their
# average counts a tie ½. `v` may be an array of all anomalies' scores.
# </details>
# <details><summary>Hint 3: almost the solution</summary>
#
# With `anomalous = np.asarray(is_anomaly).astype(bool)`: sort `scores[~anomalous]`; add the `left` and `right` positions of `scores[anomalous]` in it; the mean of half of that, divided by the number of normal
# scores, is the answer. Before that, check that both kinds are there.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“The work grows like n²”**: somewhere each anomaly is compared with each normal sample, in a loop or in a table. Sort instead.
# - **an answer above 1, such as 7/6**: the sum of the anomalies' ranks counts the anomalies themselves too; subtract $m(m+1)/2$ for $m$ anomalies.
# - **another answer when the samples come in another order**: ties are broken by position. `np.argsort` does that; ranks have to be shared among equal scores.
# </details>

# %% nbgrader={"grade": false, "grade_id": "roc_auc", "locked": false, "schema_version": 3, "solution": true, "task": false}
def roc_auc(scores, is_anomaly):
    """Share of the pairs (anomaly, normal sample) in which the anomaly has the higher score.

    Parameters
    ----------
    scores : array-like, shape (n,)
        Finite anomaly scores: higher means more anomalous.
    is_anomaly : array-like of bool or of 0 and 1, shape (n,)
        Which samples are anomalies.

    Returns
    -------
    float
        Between 0 and 1; a tie counts 1/2. The area under the ROC curve is the same number.

    Raises
    ------
    ValueError
        If there are only anomalies or only normal samples.
    """
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    ### BEGIN SOLUTION
    normal, anomalies = np.sort(scores[~anomalous]), scores[anomalous]
    if len(normal) == 0 or len(anomalies) == 0:
        raise ValueError("Both normal samples and anomalies are needed.")
    below = np.searchsorted(normal, anomalies, side="left")
    below_or_tied = np.searchsorted(normal, anomalies, side="right")
    return float(np.mean((below + below_or_tied) / 2) / len(normal))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_roc_auc_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_roc_auc_values(roc_auc):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    # By hand: of 2 · 3 pairs four are in the right order: 2 > 1, 5 > 1, 5 > 3 and 5 > 4.
    raw = (np.array([1.0, 2.0, 3.0, 4.0, 5.0]), np.array([False, True, False, False, True]))
    (won,) = checks.parts(checks.call(roc_auc, np.arange(4.0), np.arange(4) == 3), ["auc"])  # 1
    normal = "The *normal* samples win here: a higher score means more anomalous."
    gini = "This is 2 · AUC − 1, from −1 to 1; the AUC itself, from 0 to 1, is asked for."
    slips = {
        gini if won > 0.9 else normal: 2 / 6 if abs(won - 0.5) > 0.4 else 99.0,
        "This is the number of pairs in the right order; divide by the number of all pairs.": 4.0,
        "The anomalies' ranks count anomalies against themselves: subtract m(m + 1)/2.": 7 / 6,
        "The ranks start at 0, and anomalies still count against each other.": 5 / 6 * (won < 1.5),
        "This divides by n²; the pairs are those of one anomaly and one normal sample.": 4 / 25,
        "Too much is taken from the ranks' sum: m(m + 1)/2 is right, for m anomalies.": 1 / 6,
        "This divides by 10; there are 6 pairs of one anomaly and one normal sample.": 0.4,
        "This is the AUC of flags, scores above their mean; take the scores themselves.": 7 / 12,
    } | ({"This looks at one threshold only; all pairs count.": 0.6} if won < 0.8 else {})
    answer = checks.call(roc_auc, *raw)
    checks.expect_close(answer, 4 / 6, "The AUC of five scores", given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    def pairs(scores, flags):
        one, other = scores[flags][:, None], scores[~flags]
        return np.mean((one > other) + 0.5 * (one == other))

    def uneven(got):  # right for scores at even distances, not for one far from the others
        spaced, crowded = np.arange(4.0), np.array([0.0, 700001.0, 700002.0, 2.0**21])
        right = [np.allclose(checks.call(roc_auc, x, odd), 0.75) for x in (spaced, crowded)]
        return right == [True, False]

    odd = np.arange(4) % 2 == 1
    grid = "Scores that lie close together are not told apart: "
    hints = {grid + "take the scores themselves as thresholds, not an even grid.": uneven}
    rng = np.random.default_rng(401)
    for n, share in ((40, 0.3), (75, 0.9), (200, 0.02), (6, 0.5)):
        flags = rng.permutation(np.arange(n) < np.ceil(share * n))
        raw = ((rng.permutation(n) - n // 3 + flags * n // 4 + 0.25 * flags).astype(float), flags)
        expected = np.mean([a > b for a in raw[0][flags].tolist() for b in raw[0][~flags].tolist()])
        answer = checks.call(roc_auc, *raw)
        rank = np.argsort(raw[0]) + 1
        signs = "The signs of the scores are dropped; −3 is a lower score than −2."
        slips = {"A result below ½ is turned round; leave it.": max(expected, 1 - expected)}
        normal = raw[0][~flags]
        places = [np.searchsorted(normal, raw[0][flags], side) for side in ("left", "right")]
        back = [np.searchsorted(raw[0][flags], normal, side) for side in ("left", "right")]
        unsorted = [np.mean(places) / len(normal), 1 - np.mean(back) / flags.sum()]
        if n == 40 and any(np.isclose(answer, auc) for auc in unsorted):
            slips = {"np.searchsorted needs a sorted array: sort it first.": answer}
        more = {
            "np.argsort gives positions, not ranks: use it twice, or rankdata.": pairs(rank, flags),
            signs: pairs(abs(raw[0]), flags),
            "The scores are sorted without their flags: sort those of the normal samples alone.": (
                pairs(np.sort(raw[0]), flags)
            ),
            "Decimals are cut off; compare the scores as they are.": pairs(np.trunc(raw[0]), flags),
        }
        slips |= more if n == 40 else {}  # where such slips show first
        slips = {text: auc for text, auc in slips.items() if abs(auc - expected) > 1e-3}
        what = f"The AUC of {n} scores without ties"
        checks.expect_close(answer, expected, what, given=raw, slips=slips, hints=hints)
        what = "The AUC of the scores with their signs changed is not 1 minus the AUC."
        mirrored = checks.call(roc_auc, -raw[0], flags)
        turned = np.allclose(mirrored, max(expected, 1 - expected), rtol=1e-4)
        short = [np.array_equal(mirrored, round(1 - expected, digits)) for digits in (2, 3, 4)]
        rounded = "The AUC is rounded; give it as it is." if any(short) else ""
        checks.expect(
            np.allclose(mirrored, 1 - expected, rtol=1e-4),
            what,
            given=raw,
            expected=1 - expected,
            got=mirrored,
            hint="A result below ½ is turned round; leave it." if turned else rounded,
        )
    ### END HIDDEN TESTS


test_roc_auc_values(roc_auc)

# %% nbgrader={"grade": true, "grade_id": "test_roc_auc_ties", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_roc_auc_ties(roc_auc):
    """Ties (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    # By hand: anomalies 2 and 1, normal samples 1 and 2: two ties count ½, 2 > 1 counts 1, 1 > 2 0.
    raw = (np.array([2.0, 1.0, 1.0, 2.0]), np.array([1, 0, 1, 0]))
    alone = checks.call(roc_auc, np.arange(5.0), np.arange(5) == 3)  # no ties: ¾
    slips = {
        "A tie counts as a full win here; it counts ½.": 0.75,
        "The ½ of a tie is lost here, as by < or //; each counts ½.": 0.25 + 99 * (alone != 0.75),
        "This is half of the AUC; leave out that ½.": 0.25 if alone == 0.375 else 98.0,
        "The curve does not begin at (0, 0): the area up to its first point is missing.": 0.375,
    }
    dense = "Equal scores shorten the scale (dense ranks): give them their mean rank."
    slips |= {dense: 0.0} if alone == 0.75 else {}  # 2 · AUC − 1 would be 0 there
    hint = "The order of the samples should not count: do equal scores share a rank?"
    orders = ([0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2])
    what = "The AUC changes when the samples come in another order."
    answers = np.array([checks.call(roc_auc, raw[0][order], raw[1][order]) for order in orders])
    checks.expect_shape(answers, (3,), "The AUC of three orders of the samples")
    checks.expect(np.ptp(answers) < 1e-4, what, given=raw, got=answers, hint=hint)
    checks.expect_close(answers[0], 0.5, "The AUC of scores with ties", given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(402)
    for levels in (2, 3, 20):
        flags = rng.random(300) < 0.4
        raw = (np.floor(rng.random(300) * levels + flags * 0.5).astype(float), flags)
        expected = np.mean(
            [
                (a > b) + 0.5 * (a == b)
                for a in raw[0][flags].tolist()
                for b in raw[0][~flags].tolist()
            ]
        )
        one, other = raw[0][flags][:, None], raw[0][~flags]
        won, lost, m = np.sum(one > other), np.sum(one < other), flags.sum()
        found, normal = np.unique(one)[:, None], np.unique(other)
        ranked = np.unique(raw[0], return_inverse=True)[1][flags].sum() + m - m * (m + 1) / 2
        once = won + np.isin(one, other).sum() / 2
        slips = {
            "An anomaly's ties count ½ together; each of them counts ½.": (
                once / (one.size * other.size)
            ),
            "Tied pairs are left out; each is a pair, too, and counts ½.": won / (won + lost),
            "A tie counts as a full win here; it counts ½.": 1 - lost / one.size / other.size,
            "A tie counts nothing here; it counts ½.": won / one.size / other.size,
            dense: ranked / (one.size * other.size),
            "A repeated score is counted once; every sample has its own pairs.": np.mean(
                [
                    (a > b) + 0.5 * (a == b)
                    for a in np.unique(one).tolist()
                    for b in np.unique(other).tolist()
                ]
            ),
        }
        removed = "Repeated scores of {} are removed, as np.unique does; each sample counts."
        if levels == 2:
            slips |= {
                removed.format("normal samples"): np.mean((one > normal) + 0.5 * (one == normal)),
                removed.format("anomalies"): np.mean((found > other) + 0.5 * (found == other)),
            }
        for order in (np.arange(300), rng.permutation(300), np.argsort(flags), np.argsort(~flags)):
            answer = checks.call(roc_auc, raw[0][order], flags[order])
            what = f"The AUC of 300 samples with {levels} different scores"
            checks.expect_close(answer, expected, what, slips=slips)
    raw = (np.full(9, -3.5), np.arange(9) % 3 == 0)
    answer = checks.call(roc_auc, *raw)
    turned = checks.call(roc_auc, raw[0], raw[1][::-1])
    in_order = checks.call(roc_auc, raw[0], np.sort(raw[1]))
    of_range = "Their order counts if all are equal: is something divided by their spread, 0?"
    hints = {of_range: lambda got: got != turned or got != in_order}
    what = "The AUC when all scores are equal"
    checks.expect_close(answer, 0.5, what, given=raw, hints=hints)
    ### END HIDDEN TESTS

test_roc_auc_ties(roc_auc)

# %% nbgrader={"grade": true, "grade_id": "test_roc_auc_any_scale", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_roc_auc_any_scale(roc_auc):
    """Scores on another scale (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    # Only the order of the scores counts, not their scale or sign. Three of four pairs are right.
    base, flags = np.array([1.0, 2.0, 3.0, 4.0]), np.array([False, True, False, True])

    def in_0_to_1(x):
        return checks.call(roc_auc, (x - x.min()) / np.ptp(x), flags)

    scale = "Right for scores between 0 and 1: go by their order, whatever their size and sign."
    hints = {scale: lambda got: np.allclose(in_0_to_1(base), 0.75)}
    slips = {"left + right / 2 halves one of the two; write (left + right) / 2.": 1.125}
    for factor, offset in ((1.0, -10.0), (1000.0, 0.0), (0.0625, 5000.0)):
        raw = (factor * base + offset, flags)
        answer, what = checks.call(roc_auc, *raw), "The AUC of four scores on another scale"
        checks.expect_close(answer, 0.75, what, given=raw, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(403)
    flags = rng.random(500) < 0.5
    ranks = rng.permutation(500) + flags * 100 + 0.5 * flags
    expected = np.mean([a > b for a in ranks[flags].tolist() for b in ranks[~flags].tolist()])

    def found(*scores):  # the AUC of scores in rising order, every second an anomaly
        return checks.call(roc_auc, np.array(scores), np.arange(len(scores)) % 2 == 1)

    near = "Nearly equal scores are taken for equal; only those that are equal tie."
    grid = "Scores that lie close together are not told apart: "
    hints = {
        near: lambda got: found(1e6, 1e6 + 0.5) == 0.5 or found(0.0, 2.0**-17) == 0.5,
        scale: lambda got: np.allclose(in_0_to_1(ranks), expected),
        grid + "take the scores themselves as thresholds, not an even grid.": lambda got: (
            np.allclose(found(0.0, 1.0, 2.0, 3.0), 0.75)
            and not np.allclose(found(0.0, 700001.0, 700002.0, 2.0**21), 0.75)
        ),
    }
    for scaled in (ranks - 1e6, -(2.0**20) + ranks, ranks / 2.0**16, 2.0**40 * ranks):
        answer = checks.call(roc_auc, scaled, flags)
        checks.expect_close(answer, expected, "The AUC of 500 scores on another scale", hints=hints)
    ### END HIDDEN TESTS


test_roc_auc_any_scale(roc_auc)

# %% nbgrader={"grade": true, "grade_id": "test_roc_auc_cost", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_roc_auc_cost(roc_auc):
    """Work and memory grow like n (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    # Four times the samples should be about four times the work (no clock); 16 times is what pairs
    # cost. A first call may import something.
    few, many = ((np.arange(n, dtype=float) * 7 % n, np.arange(n) % 2 == 0) for n in (1200, 4800))
    checks.call(roc_auc, np.array([1.0, 2.0, 3.0]), np.array([False, True, False]))
    limit = 6 * checks.work(roc_auc, *few)
    grows = checks.work(roc_auc, *many, limit=limit) > limit
    hint = "Does it go through pairs, or through all samples for each threshold? Sort them once."
    checks.expect(not grows, "The work grows like n², not like n log n.", hint=hint)
    ### BEGIN HIDDEN TESTS
    # By hand: the anomalies 4, 5 and 2.5 beat 3, 3 and 2 of four normal samples.
    scores, flags = np.array([3, 1, 4, 1.5, 5, 9, 2.5]), np.array([0, 0, 1, 0, 1, 0, 1])
    slips = {
        "This is how many normal samples an anomaly beats; divide by their number.": 8 / 3,
        "This is a sum over the anomalies; divide by their number, too.": 8 / 4,
        "The anomalies are looked up among all scores; count the normal ones below.": 12.5 / 21,
        "The anomalies' ranks count anomalies against themselves: subtract m(m + 1)/2.": 14 / 12,
        "The ranks begin at 1: subtract m(m + 1)/2 of their sum, not m(m − 1)/2.": 11 / 12,
    }
    answer = checks.call(roc_auc, scores, flags)
    one_array = isinstance(answer, np.ndarray)
    if one_array and any(np.allclose(answer, wrong) for wrong in slips.values()):  # known ones only
        checks.expect_close(answer, 8 / 12, "The AUC of seven scores", slips=slips)
    # Only what passed above is given 20,000 scores: a table of all pairs would be 100 MB or more.
    raw = (np.arange(20000, dtype=float) * 7 % 20000, np.arange(20000) % 2 == 0)
    peak = checks.peak_memory(roc_auc, *raw)
    what = "The memory needed is over 100 times that of the input."
    checks.expect(peak < 100 * raw[0].nbytes, what, hint=hint)
    normal = np.zeros(20000)
    normal[raw[0][~raw[1]].astype(int)] = 1
    expected = np.mean((np.cumsum(normal) - normal)[raw[0][raw[1]].astype(int)]) / 10000
    checks.expect_close(checks.call(roc_auc, *raw), expected, "The AUC of 20,000 scores")
    # 50,000 anomalies and 50,000 normal samples make more pairs than a 32-bit number can count.
    flags = np.arange(100_000, dtype=np.int32) // 50_000
    few_are_right = np.allclose(checks.call(roc_auc, np.arange(10), flags[::10_000]), 1.0)
    answer, what = checks.call(roc_auc, np.arange(100_000), flags), "The AUC of 100,000 scores"
    many = "Right for few: the number of pairs is too large for a 32-bit whole number."
    hints = {many: lambda got: few_are_right and abs(got - 0.5) > 0.5}
    checks.expect_close(answer, 1.0, what, hints=hints)
    ### END HIDDEN TESTS


test_roc_auc_cost(roc_auc)

# %% nbgrader={"grade": true, "grade_id": "test_roc_auc_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_roc_auc_lists(roc_auc):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    raw = ([9, 1, 3, 2], [1, 0, 0, 0])  # flags may be 1 and 0
    card = checks.call(roc_auc, [1, 2, 3, 4, 5], [0, 1, 0, 0, 1])
    slips = {
        "The anomalies' ranks count anomalies against themselves: subtract m(m + 1)/2.": 4 / 3,
        "The curve does not end at (1, 1): a part is missing.": 2 / 3 + np.all(np.less(card, 0.2)),
        "This is in percent; the AUC, from 0 to 1, is asked for.": 100.0,
        "This is twice the AUC: a pair in the right order counts 1, a tie ½.": 2.0,
        "The area is negative: let the false-positive rate grow along the curve.": -1.0,
        "This is the difference of the two mean scores; count the pairs in the right order.": 7.0,
        "In m(m + 1)/2, m is the number of anomalies, not that of normal samples.": -2 / 3,
    }
    answer, what = checks.call(roc_auc, *raw), "The AUC of lists of whole numbers"
    checks.expect_close(answer, 1.0, what, given=raw, slips=slips)
    slips = {"This is the average precision; the area under the ROC curve is asked for.": 0.75}
    middle = checks.call(roc_auc, [0, 1, 2], [0, 1, 0])  # 1 if searched in falling scores
    slips["This looks at one threshold only; all pairs count."] = 0.5 if middle != 1 else 99.0
    hints = {"The AUC is rounded.": lambda got: got in (0.7, 0.67, 0.667) and middle == 0.5}
    checks.expect_close(card, 4 / 6, "The example on the card", slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    for flags in ([False, True, False, True], [0, 1, 0, 1], np.array([0, 1, 0, 1], np.uint8)):
        answer = checks.call(roc_auc, [-5, -7, -9, -1], flags)
        checks.expect_close(
            answer, 0.75, "The AUC of a list of negative whole numbers", given=flags
        )
    answer = checks.call(roc_auc, np.array([200, 0, 30], np.uint8), np.array([True, False, False]))
    slips = {"Do not negate unsigned integers: −0 stays 0, and −200 is 56.": 0.5}
    what = "The AUC of scores that are unsigned integers"
    checks.expect_close(answer, 1.0, what, slips=slips)
    scores = np.array([0.5, 0.25, 0.75, 0.5], np.float32)
    answer = checks.call(roc_auc, scores, np.array([True, False, True, False]))
    turned = checks.call(roc_auc, scores[::-1], np.array([False, True, False, True]))
    lost = "The ½ of a tie is lost, as by <, // or int(); each counts ½."
    slips = {lost: 0.75} if turned == answer else {}
    checks.expect_close(answer, 0.875, "The AUC of float32 scores", given=scores, slips=slips)
    ### END HIDDEN TESTS

test_roc_auc_lists(roc_auc)

# %% nbgrader={"grade": true, "grade_id": "test_roc_auc_one_kind", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_roc_auc_one_kind(roc_auc):
    """Only one kind of sample (0.25 points)."""
    import numpy as np

    from lessonkit import checks

    # Without a pair there is nothing to count.
    error = checks.error_of(roc_auc, np.array([0.1, 0.7]), np.array([False, False]))
    what = "Normal samples only should raise ValueError."
    hint = "Another error comes" if error else "No error comes"
    hint += ": look for this case first, and `raise ValueError(…)` there."
    checks.expect(isinstance(error, ValueError), what, got=error or "no error", hint=hint)
    ### BEGIN HIDDEN TESTS
    error = checks.error_of(roc_auc, np.array([0.1, 0.7, 0.7]), np.array([True] * 3))
    what = "Anomalies only should raise ValueError."
    checks.expect(isinstance(error, ValueError), what, got=error or "no error")
    error = checks.error_of(roc_auc, [1.0], [1])
    what = "A single anomaly should raise ValueError."
    checks.expect(isinstance(error, ValueError), what, got=error or "no error")
    ### END HIDDEN TESTS


test_roc_auc_one_kind(roc_auc)

# %% [markdown]
# The test images are a sample, so an AUC has an error of its own. Lesson 01's rule for *better* serves again, as `evidence.compare_auc`: the difference of two AUCs on the same images, with its 95 % **interval** (the values that the data allow) over test images (DeLong et al. 1988) and, for what is trained, over eight **seeds** (other starting weights, another order of the images).
# Where several comparisons are made, the 5 % of wrong alarms are shared among them (Bonferroni), and the page says among how many.

# %% nbgrader={"grade": false, "grade_id": "demo_judge", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
in_pair = {kind: np.isin(kinds[evaluated], (normal_kind, kind)) for kind in anomaly_kinds}


def class_aucs(score):
    """AUC against each of the nine kinds of anomalies."""
    return np.array([roc_auc(score[part], anomalous[part]) for part in in_pair.values()])


def auc_interval(score, flags=anomalous, comparisons=1):
    """AUC (mean over the runs) and the ends of its interval."""
    found = evidence.compare_auc(score, 0.5, flags, comparisons=comparisons)
    return np.array([found.value, found.low, found.high]) + 0.5

# %% nbgrader={"grade": false, "grade_id": "demo_judge_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The mean image is judged first.
def interval_words(score):
    return "{:.3f} ({:.3f} to {:.3f})".format(*auc_interval(score))


mean_aucs = class_aucs(scores["mean image"])
plots.table(["all nine kinds (95 % interval)", *(names[k] for k in anomaly_kinds)],
            [[interval_words(scores["mean image"]), *(f"{auc:.2f}" for auc in mean_aucs)]])

# %% [markdown]
# Remember this row, the yardstick of the whole lesson: what comes now has to be better than a mean.
#
# ## 3. The baseline: OneClassSVM on HOG features
#
# **HOG**, histograms of oriented gradients (Dalal and Triggs 2005), describes an image by its edges: for each cell of a grid, a histogram says how strong the edges in each direction are. Brightness and the exact place of an edge no longer matter. (Drawn enlarged.)

# %% nbgrader={"grade": false, "grade_id": "demo_hog", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: pictures as HOG sees them
from scipy.ndimage import gaussian_filter, zoom
from skimage.feature import hog

hog_settings = {"orientations": 9, "pixels_per_cell": (7, 7), "cells_per_block": (2, 2)}
chosen = [evaluated[kinds[evaluated] == kind][0]
    for kind in (normal_kind, 6, seen_kind, held_out_kind)]

figure, axes = plt.subplots(2, len(chosen), figsize=(8, 4.2))
for (top, bottom), index in zip(axes.T, chosen, strict=True):
    features = hog(images[index], **hog_settings)
    _, picture = hog(zoom(images[index].astype(float), 4), 9, (28, 28), (2, 2),
        visualize=True)  # enlarged, to be seen
    top.imshow(255 - images[index], cmap="gray", vmin=0, vmax=255)
    bottom.imshow(picture, cmap="gray_r", vmax=picture.max() / 2)
    top.set_title(names[kinds[index]], loc="center")
    for axis in (top, bottom):
        axis.set(xticks=[], yticks=[])
        axis.grid(False)
axes[0, 0].set_ylabel("image")
axes[1, 0].set_ylabel("HOG")
figure.suptitle(f"HOG makes {features.size} numbers of {images[0].size} pixels: the directions of "
    f"edges in 4 × 4 cells", x=0.01, ha="left")
plots.show(figure, f"Four images ({', '.join(names[kinds[i]] for i in chosen)}) and below each its "
    f"HOG features, drawn as small stars in 4 by 4 cells, long in the direction of the edges.")

# %% [markdown]
# A **one-class support vector machine** (Schölkopf et al. 2001) sees normal samples only. It looks for a surface with most of them on its inner side; about a share $\nu$ may stay outside. It is given HOG features, and, for comparison, the plain pixels. ($\nu = 0.1$ is used from here on; it was not chosen on these anomalies.)

# %% nbgrader={"grade": false, "grade_id": "demo_ocsvm", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
from sklearn.linear_model import LogisticRegression
from sklearn.svm import OneClassSVM


def known(kind, n):
    """Training images of a kind; for the held-out one, those of the test that are not looked at."""
    unused = np.setdiff1d(np.flatnonzero(kinds == kind), evaluated)
    return (of_kind[kind] if len(of_kind[kind]) else unused)[:n]

# %% nbgrader={"grade": false, "grade_id": "demo_ocsvm_features", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# HOG is computed only for the images that are used.
features = {
    "pixels": pixels,
    "HOG": np.zeros((len(images), hog(images[0], **hog_settings).size), np.float32),
}
needed = np.concatenate([fit_normal, evaluated, *(known(kind, 200) for kind in anomaly_kinds)])
for index in training.progress(needed, "HOG features"):
    features["HOG"][index] = hog(images[index], **hog_settings)

# %% nbgrader={"grade": false, "grade_id": "demo_ocsvm_fit", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The decision function is negative outside the surface; the score has the opposite sign.
svm_scores = {}
for name, values in features.items():
    for nu in (0.02, 0.1, 0.5):
        svm = OneClassSVM(nu=nu, gamma="scale").fit(values[fit_normal])
        svm_scores[name, nu] = -svm.decision_function(values[evaluated])  # negative is outside
    scores[f"OneClassSVM, {name}"] = svm_scores[name, 0.1]

# %% nbgrader={"grade": false, "grade_id": "demo_ocsvm_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: OneClassSVM on pixels and on HOG
rows = [(f"{name}, ν = {nu}", interval_words(score), *(f"{auc:.2f}" for auc in class_aucs(score)))
        for (name, nu), score in svm_scores.items()]
plots.table(("OneClassSVM on", "all", *(names[k] for k in anomaly_kinds)), rows)

# %% nbgrader={"grade": false, "grade_id": "demo_ocsvm_compare", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# HOG is compared with the mean image and with the pixels.
hog_score, pixel_score = scores["OneClassSVM, HOG"], scores["OneClassSVM, pixels"]
hog_against = {name: evidence.compare_auc(hog_score, scores[name], anomalous, comparisons=2)
               for name in ("OneClassSVM, pixels", "mean image")}
hog_by_kind = {}
for kind, part in in_pair.items():
    hog_by_kind[names[kind]] = evidence.compare_auc(
        hog_score[part], pixel_score[part], anomalous[part], comparisons=9)

# %% nbgrader={"grade": false, "grade_id": "demo_ocsvm_compare_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: HOG against the mean image and against pixels
plots.table(("ν = 0.1, HOG is", "two comparisons, corrected"),
            [(f"against {name}", found.words()) for name, found in hog_against.items()])
plots.table(("HOG against pixels, on", "nine comparisons, corrected"),
            [(name, found.words()) for name, found in hog_by_kind.items()])

# %% [markdown]
# Where HOG does worse, has it thrown away what tells a pullover from a T-shirt? Ask somebody who knows the answers: a **logistic regression** (lesson 02's cross-entropy, without a hidden layer) on the same features, with T-shirts and 200 images of the kind in question.

# %% nbgrader={"grade": false, "grade_id": "demo_hog_logistic", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
hog_logistic = []
for kind, part in in_pair.items():
    chosen = np.concatenate([fit_normal, known(kind, 200)])
    judge = LogisticRegression(max_iter=2000, class_weight="balanced")
    judge.fit(features["HOG"][chosen], kinds[chosen] != normal_kind)
    found = judge.decision_function(features["HOG"][evaluated[part]])
    hog_logistic.append(roc_auc(found, anomalous[part]))
hog_logistic, hog_one_class = np.array(hog_logistic), class_aucs(hog_score)

# %% nbgrader={"grade": false, "grade_id": "demo_hog_logistic_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: the same features, with and without the answers
plots.table(
    ("on the same HOG features", *(names[k] for k in anomaly_kinds)),
    [
        ("one-class machine", *(f"{auc:.3f}" for auc in hog_one_class)),
        ("logistic regression, kind known", *(f"{auc:.3f}" for auc in hog_logistic)),
    ],
)

# %% nbgrader={"grade": false, "grade_id": "demo_hog_logistic_gap", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
lost = int(np.argmax(hog_logistic - hog_one_class))
print(
    f"Largest gap: {names[anomaly_kinds[lost]]}, {hog_one_class[lost]:.2f} against "
    f"{hog_logistic[lost]:.2f}."
)

# %% [markdown]
# Where the second row is high and the first is low, the difference *is* in the features; the one-class machine does not use it. Having seen T-shirts only, it cannot know which of the 324 numbers matter. That is the price of seeing no anomaly.
#
# ## 4. The answer in circulation: a regressor on 0 and 1
#
# Now the first circulating answer, word for word: labels 0 and 1, one output, the mean squared error, wrapped for scikit-learn, beginning with the import that old answers give.

# %% nbgrader={"grade": false, "grade_id": "demo_wrapper", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def importable(module):
    """Whether a module can be imported."""
    try:
        __import__(module)
    except ImportError:
        return False
    return True

# %% nbgrader={"grade": false, "grade_id": "demo_wrapper_network", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The network has one hidden layer and one output.
def build_regressor(X, y, activation=None):
    layers = [keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(1, activation=activation)]
    model = keras.Sequential([keras.Input((X.shape[1],)), *layers])
    model.compile(optimizer="adam", loss="mse")
    return model

# %% nbgrader={"grade": false, "grade_id": "demo_wrapper_imports", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Do the two old imports still work?
old_imports = {name: importable(f"{name}.wrappers.scikit_learn")
    for name in ("keras", "tensorflow.keras")}

# %% nbgrader={"grade": false, "grade_id": "demo_wrapper_fit", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Keras' own wrapper trains the network on as many trousers as T-shirts.
n_known = 8 * (len(fit_normal) // 8)  # as many anomalies as T-shirts, of eight kinds
chosen = np.concatenate([fit_normal, known(seen_kind, n_known)])
wrapped = keras.wrappers.SKLearnRegressor(build_regressor, fit_kwargs={"epochs": 20, "verbose": 0})
wrapped.fit(pixels[chosen], kinds[chosen] != normal_kind)
wrapped_score = wrapped.model_.predict(pixels[evaluated], verbose=0)[:, 0]
wrapped_aucs = class_aucs(wrapped_score)

# %% nbgrader={"grade": false, "grade_id": "demo_wrapper_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Is the network better than the mean image on trousers?
part = in_pair[seen_kind]
wrapped_gain = evidence.compare_auc(
    wrapped_score[part], scores["mean image"][part], anomalous[part]
)

# %% nbgrader={"grade": false, "grade_id": "demo_wrapper_imports_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: which imports work
plots.table(
    ("import", "works"),
    [
        *(
            (f"{name}.wrappers.scikit_learn", "yes" if works else "no")
            for name, works in old_imports.items()
        ),
        (
            "keras.wrappers.SKLearnRegressor",
            "yes" if hasattr(keras.wrappers, "SKLearnRegressor") else "no",
        ),
    ],
)

# %% nbgrader={"grade": false, "grade_id": "demo_wrapper_gain", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
print(
    f"On {names[seen_kind]}s, SKLearnRegressor's network against the mean image: "
    f"{wrapped_gain.words()}"
)

# %% [markdown]
# The wrapper gives a network scikit-learn's `fit` and `predict`, no more. From here on `training.fit_seeds` trains eight networks at once, with a learning rate that falls to 0, so that training ends. (An **epoch** is one pass through the training images.) Nine times eight regressors, each with T-shirts (label 0) and **one** kind of anomaly (label 1), are tested against all nine kinds.
#
# **Predict.** Which cells of a 9 × 9 table (trained with … / tested on …) will be near 1? Which below ½?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_regressor", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def fit_runs(builder, x, y, *, epochs, batch_size, rate, name, **options):
    """Eight networks trained at once; their losses are kept for section 7."""
    steps = epochs * -(-len(fit_normal if options.get("separate") else x) // batch_size)
    falling = keras.optimizers.schedules.CosineDecay(rate, steps)
    models, losses = training.fit_seeds(
        builder, x, y, lessonkit.seeds(8), epochs=epochs, batch_size=batch_size,
        learning_rate=falling, **options)
    curves.setdefault(name, []).append(losses)
    return models

# %% nbgrader={"grade": false, "grade_id": "demo_regressor_scores", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def regressor_scores(anomalies, activation, name):
    """Outputs (runs, test images) of regressors that were shown T-shirts and these anomalies."""
    chosen = np.concatenate([fit_normal, anomalies])
    models = fit_runs(lambda: build_regressor(pixels, None, activation), pixels[chosen],
                      kinds[chosen] != normal_kind, epochs=20, batch_size=128, rate=0.002,
                      name=name)
    return outputs(models)


def outputs(models):
    return np.array([np.asarray(model(tf.constant(pixels[evaluated])))[:, 0] for model in models])


curves = {}

# %% nbgrader={"grade": false, "grade_id": "demo_one_kind", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
linear_kind = {}
for kind in training.progress(anomaly_kinds, "Nine times eight regressors, one known kind each"):
    linear_kind[kind] = regressor_scores(known(kind, n_known), None, "regressor, linear, one kind")


def all_aucs(scores_by_kind):
    """AUCs (trained with or without, run, tested on)."""
    return np.array([[class_aucs(score) for score in found] for found in scores_by_kind.values()])


linear_aucs = all_aucs(linear_kind)

# %% nbgrader={"grade": false, "grade_id": "demo_regressor_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: trained on one kind, tested on each
matrix, diagonal = linear_aucs.mean(axis=1), np.eye(9, dtype=bool)
row, column = np.unravel_index(np.argmin(np.where(diagonal, np.inf, matrix)), matrix.shape)

figure, axis = plt.subplots(figsize=(8, 5))
image = axis.imshow(matrix, cmap="RdBu", vmin=0, vmax=1)
for i, j in np.ndindex(9, 9):
    color = "black" if 0.15 < matrix[i, j] < 0.85 else "white"
    axis.text(j, i, f"{matrix[i, j]:.2f}", ha="center", va="center", fontsize=8, color=color)
ticks = [names[k] for k in anomaly_kinds]
axis.set_xticks(range(9), ticks, rotation=40, ha="right")
axis.set_yticks(range(9), ticks)
axis.grid(False)
axis.set(xlabel="tested on", ylabel="trained with")
figure.colorbar(image, label="AUC (½ is chance)")
lowest_pair = f"{names[anomaly_kinds[column]]} after training with {names[anomaly_kinds[row]]}"
axis.set_title(f"Seen kinds: {matrix[diagonal].min():.2f} or better; unseen: down to "
    f"{matrix[row, column]:.2f}\n({lowest_pair}; means of 8 runs)")
plots.show(figure, f"A 9 by 9 table of AUCs, means of eight runs. On the diagonal, where the kind "
    f"was seen, {matrix[diagonal].min():.2f} or above; off it from {matrix[~diagonal].min():.2f} "
    f"to {matrix[~diagonal].max():.2f}, {np.mean(matrix[~diagonal] < 0.5):.0%} below one half.")

# %% [markdown]
# On the diagonal the regressor is asked what it was taught. Off it: it has learned *which pixels, say, trousers have and T-shirts have not*; what has still fewer of them passes for the best of T-shirts. Is it the linear output, which can go far below 0? Does it help to know more kinds?
# One change at a time: first a **sigmoid** as the output (it stays between 0 and 1); then eight known kinds instead of one, as many images in all, the ninth held out by **your** split.

# %% nbgrader={"grade": false, "grade_id": "demo_more_kinds", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
sigmoid_kind = {}
for kind in training.progress(anomaly_kinds, "A sigmoid as the output, one known kind each"):
    sigmoid_kind[kind] = regressor_scores(
        known(kind, n_known), "sigmoid", "regressor, sigmoid, one kind")
sigmoid_aucs = all_aucs(sigmoid_kind)

# %% nbgrader={"grade": false, "grade_id": "demo_eight_kinds", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
eight_kinds = {}
for held_out in training.progress(anomaly_kinds, "Eight known kinds, the ninth held out"):
    own_split = split_for_unseen_anomalies(kinds, normal_kind, held_out, 0.6, lessonkit.seed(0))
    own_train = np.setdiff1d(own_split[0], evaluated)  # the test images are the same for all
    parts = [
        own_train[kinds[own_train] == k][: n_known // 8] for k in anomaly_kinds if k != held_out
    ]
    eight_kinds[held_out] = regressor_scores(
        np.concatenate(parts), "sigmoid", "regressor, sigmoid, eight kinds"
    )

# %% nbgrader={"grade": false, "grade_id": "demo_eight_kinds_aucs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Again, the AUC on each kind is measured.
eight_aucs = all_aucs(eight_kinds)

# %% nbgrader={"grade": false, "grade_id": "demo_more_kinds_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: one kind known, or eight
figure, axis = plt.subplots(figsize=(9, 3.6))
unseen_parts = {
    "unseen; one other kind known, linear": (linear_aucs, ~diagonal, -0.25, ".", "orange"),
    "unseen; one other kind known, sigmoid": (sigmoid_aucs, ~diagonal, -0.05, ".", "green"),
    "unseen; eight other kinds known, sigmoid": (eight_aucs, diagonal, 0.12, "o", "blue"),
    "seen; one of eight known kinds, sigmoid": (eight_aucs, ~diagonal, 0.27, "_", "black")}
summary = {}
for label, (aucs, where, shift, marker, color) in unseen_parts.items():
    mean = aucs.mean(axis=1)
    trained, tested = np.nonzero(where)
    summary[label] = mean[where]
    axis.plot(tested + shift, mean[trained, tested], marker, color=plots.COLORS[color], label=label)
axis.axhline(0.5, color="black", linewidth=0.8, linestyle="--")
axis.set_xticks(range(9), [names[k] for k in anomaly_kinds])
axis.set(xlabel="kind of anomaly that is tested", ylabel="AUC (mean of 8 runs)", ylim=(0, 1.4))
axis.legend(ncols=2, fontsize=8, loc="upper center")
first, second, third, _ = (values.mean() for values in summary.values())
axis.set_title(f"AUC on unseen kinds: {first:.2f} (one known, linear), {second:.2f} (sigmoid), "
    f"{third:.2f} (eight known)")
plots.show(figure, "AUC on each of nine kinds, one point a regressor (mean of eight runs). "
    + "; ".join(
    f"{label}: {values.min():.2f} to {values.max():.2f}, mean {values.mean():.2f}" for label,
    values in summary.items()) + ".")

# %% [markdown]
# Compare the means in the title, and the lowest point of each colour. More known kinds tell the network in more directions what a T-shirt is *not*; a kind that it was never shown may lie in one of them. **Outlier Exposure** (Hendrycks et al. 2019) builds on that. Section 7 says how far it gets here.
#
# ### What does its output mean?
#
# The mean squared error is smallest for the mean of the labels given the image, so the output estimates **P(anomalous | image)**, *for the mix of images in training*. $R^2 = 1 - \sum (y - \hat y)^2 / \sum (y - \bar y)^2$ is one number for a **whole data set**. Take classes that overlap, T-shirts and shirts. Train with as many of each, and with one shirt for nine T-shirts; sort the test images by their output, and cut them into five groups. In each group, is the mean output nearer to the share of shirts, or to $R^2$?

# %% nbgrader={"grade": false, "grade_id": "demo_output", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
pair = in_pair[6]
mixes = {"1 : 1": n_known, "1 : 9": n_known // 9}
shirt_outputs = {mix: regressor_scores(known(6, n), None, f"T-shirts and shirts, {mix}")
                 for mix, n in mixes.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_output_measures", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def r_squared(output, flag):
    """R² of outputs as predictions of labels."""
    return 1 - np.sum((flag - output) ** 2) / np.sum((flag - flag.mean()) ** 2)


def fifths(output, flag):
    """Mean output, share of anomalies and R² in fifths of the images, ordered by output: (3, 5)."""
    groups = np.array_split(np.argsort(output, kind="stable"), 5)
    r2 = [r_squared(output[g], flag[g]) if 0 < flag[g].mean() < 1 else np.nan for g in groups]
    return np.array([[output[g].mean() for g in groups], [flag[g].mean() for g in groups], r2])

# %% nbgrader={"grade": false, "grade_id": "demo_output_gaps", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# `gaps` holds the distances of the mean output from the share of shirts and from R².
five = {mix: np.array([fifths(output[pair], anomalous[pair]) for output in found])
        for mix, found in shirt_outputs.items()}
gaps = np.abs(five["1 : 1"][:, 1:] - five["1 : 1"][:, :1])  # (run, from share or R², group)
share_gap, r2_gap = np.nanmean(gaps, axis=2).T
as_share = evidence.compare(share_gap, r2_gap, lower_is_better=True)
shirt_r2 = np.array([[r_squared(output[part], anomalous[part]) for part in in_pair.values()]
                     for output in shirt_outputs["1 : 1"]])

# %% nbgrader={"grade": false, "grade_id": "demo_output_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the output against the share and against R²
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8))
left.plot([0, 1], [0, 1], color="black", linewidth=0.8)
for mix, color in (("1 : 1", "blue"), ("1 : 9", "orange")):
    mean, share, r2 = np.nanmean(five[mix], axis=0)
    left.plot(mean, share, "o-", color=plots.COLORS[color], label=f"share of shirts, trained {mix}")
mean, _, r2 = np.nanmean(five["1 : 1"], axis=0)
left.plot(mean, r2, "s:", color=plots.COLORS["red"], label="R², trained 1 : 1")
left.set(xlabel="mean output in a fifth of the images", ylabel="share of shirts, or R², in it")
left.set_title(f"Trained 1 : 1, the output is off the share by {share_gap.mean():.2f},\n"
               f"off R² by {r2_gap.mean():.2f} (means)", fontsize=10)
left.legend(fontsize=8)
right.bar(range(9), shirt_r2.mean(axis=0), color=plots.COLORS["sky"])
right.axhline(0, color="black", linewidth=0.8)
right.set_xticks(range(9), [names[k] for k in anomaly_kinds], rotation=40, ha="right")
right.set(ylabel="R² on T-shirts and this kind")
r2_mean = shirt_r2.mean(axis=0)
right.set_title(f"R² belongs to a data set: {r2_mean[anomaly_kinds.index(6)]:.2f} for shirts,\n"
                f"{r2_mean.min():.2f} to {r2_mean.max():.2f} over the nine kinds", fontsize=10)
lower = np.mean(shirt_outputs["1 : 1"][:, pair]) - np.mean(shirt_outputs["1 : 9"][:, pair])
plots.show(figure, f"Left: share of shirts and R² against the mean output in five groups; "
    f"distances {share_gap.mean():.2f} and {r2_gap.mean():.2f}. Trained one to nine, the mean "
    f"output is lower by {lower:.2f}. Right: R² on nine test sets, {r2_mean.min():.2f} to "
    f"{r2_mean.max():.2f}.")

# %% [markdown]
# The test images hold as many shirts as T-shirts. Compare the curves of shares: a regressor that was told that shirts are rare gives the same images other outputs. And *one* image has no $R^2$.
#
# ### Is one-class classification a regression?
#
# There is something in that name: many one-class losses are squared errors with a constant target. So take it at its word. Give the regressor what a one-class machine gets, T-shirts alone, all labelled 0, with the squared distance of its output from 0 as the score. If only the name differs, it should detect what `OneClassSVM` detects on the same pixels.

# %% nbgrader={"grade": false, "grade_id": "demo_zeros", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
models = fit_runs(
    lambda: build_regressor(pixels, None),
    pixels[fit_normal],
    np.zeros(len(fit_normal)),
    epochs=40,
    batch_size=128,
    rate=0.002,
    name="regressor, T-shirts alone",
)
scores["regressor, T-shirts alone"] = outputs(models) ** 2

# %% nbgrader={"grade": false, "grade_id": "demo_zeros_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
zero_gap = evidence.compare_auc(scores["regressor, T-shirts alone"], pixel_score, anomalous)
plots.table(
    ("trained on T-shirts alone", "AUC, all nine kinds"),
    [
        (name, interval_words(scores[name]))
        for name in ("OneClassSVM, pixels", "regressor, T-shirts alone")
    ],
)
print(f"The regressor on labels 0 against OneClassSVM: {zero_gap.words()}")

# %% [markdown]
# A network can give 0 for everything. What makes a one-class detector is what is asked of it *besides*: a margin, a narrow layer, a network unable to be constant.
#
# ## 5. Learn what is normal: an autoencoder
#
# An **autoencoder** gives back its input after it has squeezed it through a few numbers; trained on T-shirts alone, it should reproduce T-shirts, and do badly on all else.

# %% [markdown]
# ### Exercise: `build_autoencoder`
#
# | | |
# |---|---|
# | **Write** | a Keras model that squeezes its input through `latent_dim` numbers and gives back an output of the input's size, every value between 0 and 1 |
# | **Why it matters** | what has to pass a narrow place can only be reproduced if it is like the images that the network was trained on |
# | **Time, difficulty** | 6 minutes, ●●○ |
# | **Signature** | `build_autoencoder(input_dim, latent_dim)` → uncompiled `keras.Model`, inputs (n, input_dim), outputs (n, input_dim) |
# | **Example** | `build_autoencoder(784, 16)` maps (5, 784) to (5, 784) |
#
# The size of the other layers is up to you: one hidden layer of 64 to 128 units before the narrow one and one after it do well here. Nothing may go around the narrow layer. (The experiments below train eight of your networks at once, which works without dropout and batch normalisation.)
#
# <details><summary>Hint 1: which activations?</summary>
#
# ReLU in the hidden layers, none in the narrow one, and in the output layer one whose values lie between 0 and 1: pixels do.
# </details>
# <details><summary>Hint 2: almost the solution</summary>
#
# `keras.Sequential([keras.Input((input_dim,)), Dense(128, activation="relu"), Dense(latent_dim), Dense(128, activation="relu"), Dense(input_dim, activation="sigmoid")])`, with `Dense` for `keras.layers.Dense`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“outputs beyond 0 and 1”**: the last layer is linear, a ReLU or a tanh; a sigmoid stays between 0 and 1.
# - **“More than latent_dim numbers pass”**: a layer that should be narrow is wide, or something goes around it.
# </details>

# %% nbgrader={"grade": false, "grade_id": "build_autoencoder", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_autoencoder(input_dim, latent_dim):
    """An autoencoder with a narrow layer.

    Parameters
    ----------
    input_dim : int
        Number of input values, such as the pixels of an image.
    latent_dim : int
        Width of the narrow layer.

    Returns
    -------
    keras.Model
        Not compiled; inputs and outputs (n, input_dim), the outputs between 0 and 1.
    """
    ### BEGIN SOLUTION
    return keras.Sequential(
        [
            keras.Input((input_dim,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(latent_dim),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(input_dim, activation="sigmoid"),
        ]
    )
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_build_autoencoder_shape", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_build_autoencoder_shape(build_autoencoder):
    """Shapes (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    def takes(*shape):
        return checks.error_of(probe.outputs, np.zeros((5, *shape))) is None
    for n, d in ((12, 3), (30, 4)):
        probe = checks.ModelProbe(build_autoencoder, n, d)
        if not takes(n):
            checks.expect(not takes(784), "The model takes 784 numbers, whatever input_dim is.")
            checks.expect(not takes(d), "The model takes latent_dim numbers, not input_dim.")
            what = "The model takes images; inputs of shape (n, input_dim) are asked for."
            checks.expect(not any(takes(*s) for s in [(3, 3), (5, 5), (28, 28)]), what)
        found, what = probe.outputs(np.zeros((5, n))), "The output has {}, not input_dim numbers."
        for size, words in ((784, "784 numbers for any input_dim"), (d, "latent_dim numbers")):
            checks.expect(getattr(found, "shape", ()) != (5, size), what.format(words))
        checks.expect_shape(found, (5, n), f"The output of build_autoencoder{n, d} for 5 inputs")
        checks.expect(probe.parameter_count > 0, "The model has no weights that can be trained.")
        checks.expect(not probe.is_compiled, "The model is compiled; leave that to the caller.")
    example = checks.ModelProbe(build_autoencoder, 784, 16).outputs(np.zeros((5, 784)))
    checks.expect_shape(example, (5, 784), "The example on the card")


test_build_autoencoder_shape(build_autoencoder)

# %% nbgrader={"grade": true, "grade_id": "test_build_autoencoder_bottleneck", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_build_autoencoder_bottleneck(build_autoencoder):
    """The bottleneck (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    draws = ((1.5, -0.3, 0.3), (0.2, 0.2, 0.4), (0.2, 0.01, 0.1), (1.0, 0.5, 1.0), (0.5, -0.1, 0.1))
    rng = np.random.default_rng(421)  # if d numbers pass, outputs change in d independent ways
    for (n, d), first in (((20, 3), 0), ((24, 5), 1), ((30, 9), 1)):
        probe, most = checks.ModelProbe(build_autoencoder, n, d), 0
        if getattr(out := probe.outputs(np.zeros((1, n))), "ndim", 2) != 2:
            checks.expect_shape(out, (1, n), "The output for one input")
        way = "past or beside a" if (d,) in [s[1:] for s in probe.weight_shapes] else "there is no"
        for k, low, top in draws[first:] * 3:  # with low above 0, ReLU units are on
            ws = [rng.normal(low / 3, k, s) / np.prod(s[:-1]) ** 0.5 for s in probe.weight_shapes]
            probe.set_weights([w if w.ndim > 1 else rng.uniform(low, top, w.shape) for w in ws])
            values = np.linalg.svd(probe.jacobian(rng.random(n)).astype(float), compute_uv=False)
            rank = np.sum(values > 1e-4 * values[0]) if values[0] > 1e-12 else 0
            what = f"More than latent_dim numbers pass: {way} layer of that many units."
            checks.expect(rank <= d, what, given=(n, d), expected=d, got=rank)
            if (most := max(most, rank)) == d and low > 0:
                break
        what = "Fewer than latent_dim numbers pass: is a layer narrower, or cut off from the input?"
        checks.expect(most == d, what, given=(n, d), expected=d, got=most)

test_build_autoencoder_bottleneck(build_autoencoder)

# %% nbgrader={"grade": true, "grade_id": "test_build_autoencoder_range", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_build_autoencoder_range(build_autoencoder):
    """Outputs between 0 and 1 (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    probe = checks.ModelProbe(build_autoencoder, 10, 2)
    inputs = np.random.default_rng(431).random((20, 10))
    probe.outputs(inputs)
    totals = []
    for scale in (0.1, 0.5, 1.0, 3.0, 10.0):  # whatever the weights
        probe.randomize(seed=432, scale=scale)
        found = probe.outputs(inputs)
        checks.expect(not isinstance(found, tuple), "The model has several outputs, not one.")
        what = "With large weights there are outputs that are not numbers."
        checks.expect(np.isfinite(found).all(), what, got=found)
        inside = found.min() >= -1e-6 and found.max() <= 1 + 1e-6
        what = "There are outputs beyond 0 and 1, which no weights should give: end with a sigmoid."
        checks.expect(inside, what, got=found[0])
        totals.append(found.sum(axis=1))
    what = "The outputs of an image always add up to 1."
    hint = "This is a softmax, or divides by the sum. Each pixel is on its own: use a sigmoid."
    checks.expect(not np.allclose(totals, 1.0, atol=1e-3), what, got=totals[0], hint=hint)

test_build_autoencoder_range(build_autoencoder)

# %% [markdown]
# ### Exercise: `reconstruction_error`
#
# | | |
# |---|---|
# | **Write** | each image's *reconstruction error*, its mean squared difference from the reconstruction |
# | **Why it matters** | this is the anomaly score of an autoencoder |
# | **Time, difficulty** | 3 minutes, ●○○ |
# | **Signature** | `reconstruction_error(images, reconstructions)`: two arrays (n, …) of one shape → (n,) |
# | **Example** | `reconstruction_error([[[0, 3], [4, 0]]], [[[0, 0], [0, 0]]])` → `[6.25]`: (0 + 9 + 16 + 0) / 4 |
#
# An image may have any shape: (784,), (28, 28), (28, 28, 3). And its type may be `uint8`, whole numbers from 0 to 255, in which 3 − 5 is 254.
#
# <details><summary>Hint: almost the solution</summary>
#
# Turn both into arrays of floats (`np.asarray(images, dtype=float)`), subtract, square, reshape, and take the mean over `axis=1`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **a number where an array is expected**: the mean runs over all images; it should run over the pixels of each.
# - **“The differences wrapped around”**: `uint8` has no negative numbers; convert to float *before* you subtract.
# </details>

# %% nbgrader={"grade": false, "grade_id": "reconstruction_error", "locked": false, "schema_version": 3, "solution": true, "task": false}
def reconstruction_error(images, reconstructions):
    """Mean squared error of the reconstruction of each image.

    Parameters
    ----------
    images, reconstructions : array-like, shape (n, ...)
        Images of any shape and number type, and what a model made of them.

    Returns
    -------
    array, shape (n,)
        The mean over the pixels of each image.
    """
    ### BEGIN SOLUTION
    difference = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return np.mean(difference.reshape(len(difference), -1) ** 2, axis=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_reconstruction_error_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_reconstruction_error_values(reconstruction_error):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    # By hand: off by (0, 3, 4, 0), (1, 1, −1, 1) and (0, 4, 0, 0): means of squares 25/4, 1 and 4.
    raw = (np.ones((3, 2, 2)), np.array([[[1.0, 4], [5, 1]], [[2, 2], [0, 2]], [[1, 5], [1, 1]]]))
    slips = {
        "This is one number for all images; give one error for each image.": 3.75,
        "This is the sum over the pixels; their mean is asked for.": [25, 4, 16],
        "This is the root of the mean squared error; leave the root out.": [2.5, 1, 2],
        "This is the root of the sum; take the mean, and no root.": [5, 2, 4],
        "Only the largest difference counts here.": [16, 1, 16], "Clip no pixels.": [0, 0.25, 0],
        "The images are mixed: reshape to (n, −1), one row an image.": [4.25, 2.75, 4.25],
        "The mean of the differences is squared; square first.": [49 / 16, 0.25, 1],
        "This is the error of each row; an image has one number.": [[4.5, 8], [1, 1], [8, 0]],
        "This is the error of each column; an image has one number.": [[8, 4.5], [1, 1], [0, 8]],
        "This is the error of each pixel over the images.": [[1 / 3, 26 / 3], [17 / 3, 1 / 3]],
        "One axis is summed and one averaged; take the mean over both.": [12.5, 2, 8],
        "The errors are divided by the largest one; give them as they are.": [1, 0.16, 0.64],
    } | {f"This divides by {k}; an image has 4 pixels.": [25 / k, 4 / k, 16 / k] for k in (3, 12)}
    got, what = checks.call(reconstruction_error, *raw), "The error of three images"
    checks.expect_close(got, [6.25, 1, 4], what, given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(441)
    error = checks.error_of(reconstruction_error, np.ones((4, 50)), np.zeros((4, 50)))
    what = "An error is raised where an image is a row of pixels: it may have any number of axes."
    hint = "Average over all axes but the first, or reshape to (n, −1)."
    checks.expect(error is None, what, hint=hint)
    for shape in ((3, 28, 28), (4, 50), (1, 7), (2, 3, 4, 3), (5, 1)):
        raw = (rng.random(shape), rng.random(shape))
        expected = [
            np.sum((a - b) ** 2) / a.size for a, b in zip(raw[0], raw[1], strict=True)
        ]
        answer = checks.call(reconstruction_error, *raw)
        what = f"The reconstruction error of {shape[0]} image(s), each of shape {shape[1:]},"
        squares = (raw[0] - raw[1]) ** 2
        flat, sizes = squares.reshape(shape[0], -1), np.square(raw[0]).reshape(shape[0], -1)
        slips = {"Decimals are cut off; compute with floats all the way.": np.zeros(shape[0])}
        if shape == (3, 28, 28):
            slips["The error is divided by the mean square of the image; leave it."] = flat.sum(
                axis=1
            ) / sizes.sum(axis=1)
            lost = "The images lose their decimals; compute with floats all the way."
            slips[lost] = np.mean(raw[1] ** 2, axis=(1, 2))
            lost = "The reconstructions lose their decimals; compute with floats all the way."
            slips[lost] = np.mean(raw[0] ** 2, axis=(1, 2))
        if shape == (1, 7):
            slips["np.squeeze drops the axis of a single image, too; keep axis 0."] = squares[0]
            slips["A single image gives a number; an array (1,) is asked for."] = expected[0]
        digits = {
            "The errors are rounded; give them as they are.": lambda got, right=expected: any(
                np.allclose(got, np.round(right, places), 1e-6, 0) for places in range(1, 5)
            ),
            "Too few digits are kept; compute in float32 or float64.": lambda got, right=expected: (
                np.allclose(got, right, 0.01)
            ),
        }
        if len(shape) == 4:
            slips |= {
                "Too large by the number of channels: take the mean over them, too.": squares.mean(
                    axis=(1, 2)
                ).sum(axis=1),
                "Too large by the number of pixels: take the mean over them, too.": squares.mean(
                    axis=3
                ).sum(axis=(1, 2)),
                "The channels are summed before squaring; square each.": np.mean(
                    (raw[0] - raw[1]).sum(axis=3) ** 2, axis=(1, 2)
                ),
                "The channels are averaged before squaring; square each.": np.mean(
                    (raw[0] - raw[1]).mean(axis=3) ** 2, axis=(1, 2)
                ),
                "This is the error of each channel; an image has one number.": squares.mean(
                    axis=(1, 2)
                ),
                "This is the error of each row; an image has one number.": squares.mean(
                    axis=(2, 3)
                ),
                "This is the error of each pixel; an image has one number.": squares.mean(axis=3),
                "Only the first channel counts here; all do.": squares[..., 0].mean(axis=(1, 2)),
            }
        checks.expect_close(answer, expected, what, given=raw, slips=slips, hints=digits)
    ### END HIDDEN TESTS

test_reconstruction_error_values(reconstruction_error)

# %% nbgrader={"grade": true, "grade_id": "test_reconstruction_error_whole_numbers", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_reconstruction_error_whole_numbers(reconstruction_error):
    """Images of whole numbers (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    raw = (np.array([[3, 200]], np.uint8), np.array([[5, 100]], np.uint8))  # off by −2, 100
    slips = {
        "The differences wrapped around: in uint8, 3 − 5 is 254. Convert to float first.": 37258.0,
        "The squares wrapped around: 8 bits are too few. Convert to float first.": (4 + 16) / 2,
        "The images were divided by 255; take the values as they are.": 5002 / 255**2,
        "The result was divided by 255; take the values as they are.": 5002 / 255,
        "This is a column, of shape (n, 1); shape (n,) is asked for.": [5002.0],
        "This is half of it; there is no factor ½.": 2501.0,
        "These are absolute differences; square them.": 51.0,
        "The mean of the differences, or of their sizes, comes in: average their squares.": 2601.0,
        "This is the PSNR, a logarithm; the error itself is asked for.": -10 * np.log10(5002),
    }
    answer, slips = checks.call(reconstruction_error, *raw), {k: [v] for k, v in slips.items()}
    slips["This is a single number; n images give an array of n, one image (1,)."] = 5002.0
    slips["This is one number for each pixel; take the mean over the pixels."] = [4.0, 10000.0]
    checks.expect_close(answer, [5002.0], "The error of a uint8 image", given=raw, slips=slips)
    answer = checks.call(reconstruction_error, [[[0, 3], [4, 0]]], [[[0, 0], [0, 0]]])
    checks.expect_close(answer, [6.25], "The example on the card")
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(442)
    test_bytes = rng.integers(0, 256, (2, 4, 6, 6))
    expected = [
        np.sum((a - b) ** 2) / 36 for a, b in zip(test_bytes[0], test_bytes[1], strict=True)
    ]
    byte, short = np.uint8, np.int16
    pairs = ((byte, byte), (byte, np.float32), (np.float64, byte), (byte, np.int64), (short, short))
    floats = checks.call(reconstruction_error, *test_bytes.astype(float))
    right = getattr(floats, "shape", ()) == (4,) and np.allclose(floats, expected)
    small = {
        "Too small: do the squares wrap around?": lambda got: right and np.all(got < expected)
    }
    for types in pairs:
        raw = (test_bytes[0].astype(types[0]), test_bytes[1].astype(types[1]))
        answer = checks.call(reconstruction_error, *raw)
        what = "The error of other number types"
        only = "One of the two was divided by 255; take the values as they are."
        short_of = "The squares wrapped around: int16 ends at 32,767. Convert to float first."
        gaps = test_bytes[0].astype(short) - test_bytes[1].astype(short)
        slips = {short_of: np.mean(gaps * gaps, axis=(1, 2))}
        if types == (byte, np.float32):
            slips[only] = np.mean((raw[0] / 255 - raw[1]) ** 2, axis=(1, 2))
        checks.expect_close(answer, expected, what, slips=slips, hints=small)
    # A reconstruction is not whole, though its image is: 0.25 is lost by a conversion.
    slips = {"The reconstructions lose their decimals; keep them as floats.": [0.5]}
    for kind in (np.uint8, np.int64):
        answer = checks.call(
            reconstruction_error, np.array([[0, 2]], kind), np.array([[0.25, 1.25]])
        )
        what = "The error of whole images and reconstructions that are not whole"
        checks.expect_close(answer, [0.3125], what, slips=slips)
    slips = {"The images lose their decimals; keep them as floats.": [0.5]}
    answer = checks.call(reconstruction_error, np.array([[0.25, 1.25]]), np.array([[0, 2]], byte))
    what = "The error of images that are not whole and whole reconstructions"
    checks.expect_close(answer, [0.3125], what, slips=slips)
    answer = checks.call(reconstruction_error, [[0, 2], [4, 4]], [[0, 0], [4, 3]])
    checks.expect_close(answer, [2.0, 0.5], "The error of images that come as lists")
    # Pixels that were standardised, or scaled in another way, may be negative or large.
    raw = (np.array([[-2.0, 3.0], [300.0, 0.5]]), np.array([[1.0, -1.0], [100.0, 0.5]]))
    slips = {"Values below 0 or above 255 are cut off; take all as they are.": [5.0, 155**2 / 2]}
    what = "The error of pixels that are not between 0 and 255"
    answer = checks.call(reconstruction_error, *raw)
    checks.expect_close(answer, [12.5, 20000.0], what, slips=slips)
    ### END HIDDEN TESTS

test_reconstruction_error_whole_numbers(reconstruction_error)

# %% nbgrader={"grade": false, "grade_id": "demo_autoencoder", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def train_autoencoders(chosen, name):
    """Eight of your autoencoders, trained to reproduce these images."""
    return fit_runs(lambda: build_autoencoder(784, 16), pixels[chosen], pixels[chosen],
                    epochs=60, batch_size=64, rate=0.004, name=name, label=name)

# %% nbgrader={"grade": false, "grade_id": "demo_autoencoder_scores", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The score is your `reconstruction_error`.
def autoencoder_scores(models, inputs):
    """Scores (runs, images); a part of the images at a time saves memory."""
    parts = np.array_split(np.asarray(inputs, np.float32), 6)
    return np.array([np.concatenate([reconstruction_error(part,
        np.asarray(model(tf.constant(part))))
                                     for part in parts]) for model in models])


autoencoders = train_autoencoders(fit_normal, "autoencoder")
scores["autoencoder"] = autoencoder_scores(autoencoders, pixels[evaluated])

# %% nbgrader={"grade": false, "grade_id": "demo_reconstructions", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: pictures, and what comes back
errors, some = scores["autoencoder"][0], []
for kind in (normal_kind, 2, seen_kind, 5, 7, 8,
    held_out_kind):  # the image with the median error of its kind
    of_this = np.flatnonzero(kinds[evaluated] == kind)
    some.append(of_this[np.argsort(errors[of_this])[len(of_this) // 2]])
rebuilt = np.asarray(autoencoders[0](tf.constant(pixels[evaluated[some]])))
figure, axes = plt.subplots(2, len(some), figsize=(9.5, 3.2))
for (top, bottom), index, picture in zip(axes.T, evaluated[some], rebuilt, strict=True):
    top.imshow(1 - pixels[index].reshape(28, 28), cmap="gray", vmin=0, vmax=1)
    bottom.imshow(1 - picture.reshape(28, 28), cmap="gray", vmin=0, vmax=1)
    top.set_title(names[kinds[index]], fontsize=9, loc="center")
for axis, place in zip(axes[1], some, strict=True):
    axis.set_title(f"error {errors[place]:.3f}", fontsize=9, loc="center")
for axis in axes.flat:
    axis.axis("off")
found = interval_words(scores["autoencoder"])
figure.suptitle(f"The typical image of a kind, and what comes back; AUC of the error {found}",
    x=0.01, ha="left")
plots.show(figure, "Top: of each kind the image with the median error. Bottom: reconstructions. "
    "Errors: " + ", ".join(
    f"{names[kinds[evaluated[place]]]} {errors[place]:.3f}" for place in some) + ".")

# %% [markdown]
# ### Where the reconstruction error fails
#
# The error says how hard an image is to reproduce, and not only how unlike a T-shirt it is. **Predict:** which of these score *lower* than real T-shirts: T-shirts that are printed too pale (brightness × 0.3)? Blurred ones? Empty pictures?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_simple", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
real = pixels[evaluated[~anomalous]]
simple = {
    "too pale": 0.3 * real,
    "blurred": gaussian_filter(real.reshape(-1, 28, 28), (0, 2, 2)).reshape(-1, 784),
    "empty": np.zeros_like(real),
}

# %% nbgrader={"grade": false, "grade_id": "demo_simple_intervals", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def simple_intervals(score):
    """AUC and interval of too simple T-shirts against real ones, for a scoring function."""
    flags = np.repeat([False, True], len(real))
    return {name: auc_interval(np.concatenate([score(real), score(part)], axis=-1), flags,
        comparisons=3)
            for name, part in simple.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_simple_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The autoencoder and `OneClassSVM` score the same pictures.
svm = OneClassSVM(nu=0.1, gamma="scale").fit(pixels[fit_normal])
plain = simple_intervals(lambda x: autoencoder_scores(autoencoders, x))
svm_plain = simple_intervals(lambda x: -svm.decision_function(x))
plots.table(("AUC against real T-shirts (three intervals, corrected)", *simple),
            [(name, *("{:.2f} ({:.2f} to {:.2f})".format(*found[part]) for part in simple))
             for name, found in (("autoencoder", plain), ("OneClassSVM, pixels", svm_plain))])

# %% [markdown]
# An interval below ½ says: these pass for *more normal than normal*, being easier to reproduce than real T-shirts. One above ½: they are found. Is the autoencoder alone in this? See the second row.
#
# The same can happen with real images where the *normal* class is the complicated one. Train your autoencoder on sandals, with their straps and gaps. How complicated an image is, the mean difference between neighbouring pixels measures.

# %% nbgrader={"grade": false, "grade_id": "demo_sandals", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
sandals = train_autoencoders(of_kind[5][: len(fit_normal)], "autoencoder on sandals")
found = autoencoder_scores(sandals, pixels[evaluated])
others = [kind for kind in range(10) if kind != 5]
sandal_aucs = {}
for kind in others:  # the lowest of nine is going to be picked: nine comparisons
    part = np.isin(kinds[evaluated], (5, kind))
    sandal_aucs[kind] = auc_interval(found[:, part], kinds[evaluated[part]] != 5, comparisons=9)

shapes = pixels[evaluated].reshape(-1, 28, 28)
steps = sum(np.abs(np.diff(shapes, axis=axis)).mean(axis=(1, 2)) for axis in (1, 2))
complexity = np.array([steps[kinds[evaluated] == kind].mean() for kind in range(10)])

# %% nbgrader={"grade": false, "grade_id": "demo_sandals_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: what is hard to tell from sandals
lowest = min(others, key=lambda kind: sandal_aucs[kind][0])
words = "{:.2f} ({:.2f} to {:.2f})".format(*sandal_aucs[lowest])
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8), width_ratios=(5, 2))
left.axvline(complexity[5], color="black", linestyle="--", linewidth=0.8)
left.axhline(0.5, color="black", linewidth=0.8)
for kind in others:
    auc, low, high = sandal_aucs[kind]
    left.errorbar(complexity[kind], auc, [[auc - low], [high - auc]], fmt="o",
        color=plots.COLORS["blue"])
    offset = (5, -10 if kind in (3, 6) else 4)
    left.annotate(names[kind], (complexity[kind], auc), xytext=offset, textcoords="offset points",
        fontsize=8)
left.set(xlabel="mean difference between neighbouring pixels (dashed: sandals)", ylim=(0.2, 1.08),
         ylabel="AUC, sandals are normal (9 intervals)")
left.set_title(f"Hardest to tell from sandals: {names[lowest]}, AUC {words}")
pictures = [np.concatenate(list(images[kinds == kind][:3]), axis=1) for kind in (5, lowest)]
right.imshow(255 - np.concatenate(pictures), cmap="gray", vmin=0, vmax=255)
right.axis("off")
right.set_title(f"normal: {names[5]}; anomaly: {names[lowest]}", fontsize=9)
plots.show(figure, f"AUC with interval against nine kinds when sandals are normal, by complexity. "
    f"The lowest is {names[lowest]} with {words}, complexity {complexity[lowest]:.3f} against "
    f"{complexity[5]:.3f} for sandals. Right: three sandals, three of {names[lowest]}.")

# %% [markdown]
# Left of the dashed line, some kinds are plainer than sandals and may be found nevertheless. What counts is being plain *and* of about the same shape: a sneaker is a sandal without the gaps.
#
# ## 6. The deep version of OneClassSVM: Deep SVDD
#
# **Deep SVDD** (Ruff et al. 2018) lets a network $\phi_W$ map the normal samples close to one point $c$, with the distance from it as the score,
#
# $$\min_W \ \frac1n \sum_{i=1}^{n} \lVert \phi_W(x_i) - c \rVert^2 + \lambda \lVert W \rVert^2 .$$
#
# There is a cheap way to win: a network that gives $c$ for *every* input has **collapsed**. Ruff and others close two doors to it. The centre $c$ is fixed before training, as the mean of what the fresh network gives, with no coordinate near 0: else shrinking all weights to 0 would reach it.
# And the layers have **no biases**: with one, the last layer can say $c$ whatever comes in. (Activations that saturate, such as tanh, open the same door.)

# %% [markdown]
# ### Exercise: `svdd_center`
#
# | | |
# |---|---|
# | **Write** | the centre of the embeddings, with no coordinate too close to 0 |
# | **Why it matters** | a coordinate near 0 is one that a network without biases reaches by shrinking its weights |
# | **Time, difficulty** | 4 minutes, ●○○ |
# | **Signature** | `svdd_center(embeddings, eps=0.1)`: (n, d) → (d,) |
# | **Example** | `svdd_center([[1, -0.04], [3, 0]])` → `[2, -0.1]`: the means are 2 and −0.02, and −0.02 is too close to 0 |
#
# Take the mean embedding. A coordinate whose distance from 0 is less than `eps` goes to `eps` if it is positive or exactly 0, and to `-eps` if it is negative.
#
# <details><summary>Hint: almost the solution</summary>
#
# `np.where(center < 0, -eps, eps)` is where a coordinate goes if it is too close; `np.where(np.abs(center) < eps, …, center)` applies it only there.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“A coordinate that is 0 stays 0”**: `np.sign(0)` is 0. The rule sends 0 to `+eps`.
# - **“has lost its sign”**: `np.maximum(np.abs(center), eps)` does that.
# </details>

# %% nbgrader={"grade": false, "grade_id": "svdd_center", "locked": false, "schema_version": 3, "solution": true, "task": false}
def svdd_center(embeddings, eps=0.1):
    """Centre for Deep SVDD: the mean embedding, kept away from 0.

    Parameters
    ----------
    embeddings : array-like, shape (n, d)
        What the network gives for normal samples before it is trained.
    eps : float
        Coordinates of the mean that are closer to 0 than this go to eps or -eps, by their sign (0
        goes to eps).

    Returns
    -------
    array, shape (d,)
        The centre.

    References
    ----------
    Ruff and others (2018), Deep one-class classification, section 3.3.
    """
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    ### BEGIN SOLUTION
    return np.where(np.abs(center) < eps, np.where(center < 0, -eps, eps), center)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_svdd_center_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_svdd_center_values(svdd_center):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    # By hand: the means are 2, −0.5, 0.05 and −0.0625; the last two are closer to 0 than 0.1.
    raw, right = np.array([[1, -1, 0.5, -0.25], [3, 0, -0.4, 0.125]]), [2.0, -0.5, 0.1, -0.1]
    slips = {
        "Coordinates close to 0 are left as they are.": [2.0, -0.5, 0.05, -0.0625],
        "A coordinate has lost its sign: a negative one goes to −eps.": [2.0, 0.5, 0.1, 0.1],
        "A negative coordinate close to 0 goes to −eps, by its sign.": [2.0, -0.5, 0.1, 0.1],
        "A negative coordinate close to 0 is left; it goes to −eps.": [2.0, -0.5, 0.1, -0.0625],
        "A positive coordinate close to 0 is left; it goes to +eps.": [2.0, -0.5, 0.05, -0.1],
        "Coordinates close to 0 are set to 0; they should go away from it.": [2.0, -0.5, 0.0, 0.0],
        "Coordinates far from 0 are cut to eps; leave them.": [0.1, -0.1, 0.05, -0.0625],
        "All coordinates go to eps; only those close to 0 change.": [0.1, -0.1, 0.1, -0.1],
        "eps is added everywhere; only coordinates close to 0 change.": [2.1, -0.6, 0.15, -0.1625],
        "eps is added to coordinates close to 0; set them to ±eps.": [2, -0.5, 0.15, -0.1625],
        "Coordinates close to 0 are multiplied by eps; set them to it.": [2, -0.5, 0.005, -1 / 160],
        "The rule is applied to each embedding; take the mean first.": [2.0, -0.45, 0.05, -0.0625],
        "This is the mean of each embedding; average over the samples, axis=0.": [0.1, 0.68125],
    } | {"eps is added to what is close to 0; set it to eps or −eps.": [2, -0.5, 0.15, 0.0375]}
    checks.expect_close(checks.call(svdd_center, raw), right, "The centre", given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(451)
    for n, d in ((1, 6), (5, 30), (40, 3)):
        wanted = rng.choice([-2.0, -0.3, -0.11, -0.09, -0.01, 0.01, 0.09, 0.11, 0.3, 2.0], d)
        raw = rng.normal(size=(n, d))
        raw = raw - raw.sum(axis=0) / n + wanted
        expected = [w if abs(w) > 0.1 else (0.1 if w > 0 else -0.1) for w in wanted.tolist()]
        answer = checks.call(svdd_center, raw)
        what = f"The centre of {n} random embedding(s)"
        middle = "This is the middle between the smallest and the largest; take the mean."
        others = {
            "This is the median of the embeddings; take their mean.": np.median(raw, axis=0),
            middle: (raw.min(axis=0) + raw.max(axis=0)) / 2,
        }
        slips = {
            "The square is compared with eps; the size of the coordinate counts.": np.where(
                wanted**2 < 0.1, np.copysign(0.1, wanted), wanted
            )
        }
        if n == 1:
            mean = wanted.mean()
            one = "np.squeeze drops the axis of a single embedding, too; keep axis 0."
            slips[one] = mean if abs(mean) > 0.1 else np.copysign(0.1, mean)
        for text, c in others.items() if n > 2 else ():  # of fewer these are the mean
            slips[text] = np.where(np.abs(c) < 0.1, np.copysign(0.1, c), c)
        slips = {text: c for text, c in slips.items() if not np.allclose(c, expected, 1e-3, 1e-3)}
        hints = {
            "The centre is rounded; give it as it is.": lambda got: np.allclose(
                checks.call(svdd_center, [[0.375, 0.625]]), [0.4, 0.6]
            )
        }
        checks.expect_close(answer, expected, what, given=raw, atol=1e-5, slips=slips, hints=hints)
    ### END HIDDEN TESTS

test_svdd_center_values(svdd_center)

# %% nbgrader={"grade": true, "grade_id": "test_svdd_center_zero_and_eps", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_svdd_center_zero_and_eps(svdd_center):
    """Coordinates at zero, and another eps (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    # A mean of exactly 0 goes to +eps; and eps may be another one.
    raw, right = np.array([[1, 2, -4, 0.125], [-1, 2.5, -4, -0.0625]]), [0.1, 2.25, -4.0, 0.1]
    slips = {
        "This is the sum, or the sum divided by n − 1; divide it by n.": [0.1, 4.5, -8.0, 0.1],
        "This is the first embedding; take the mean of all.": [1.0, 2.0, -4.0, 0.125],
        "This is the last embedding; take the mean of all.": [-1.0, 2.5, -4.0, -0.1],
        "The signs are the other way: a positive coordinate goes to +eps.": [0.1, 2.25, -4.0, -0.1],
        "A coordinate that is 0 stays 0; it goes to +eps.": [0.0, 2.25, -4.0, 0.1],
        "A coordinate that is 0 goes to −eps; it goes to +eps.": [-0.1, 2.25, -4.0, 0.1],
        "All below eps go to +eps; only those close to 0 change.": [0.1, 2.25, 0.1, 0.1],
        "The sizes are averaged, without their signs; take the mean.": [1.0, 2.25, 4.0, 0.1],
        "A coordinate close to 0, not at 0, is left; it goes to eps, too.": [0.1, 2.25, -4, 1 / 32],
        "All negative ones go to −eps; only those closer to 0 should.": [0.1, 2.25, -0.1, 0.1],
    } | {"Coordinates close to 0 go to ±1 here; they go to ±eps.": [0.0, 2.25, -4.0, 1.0]}
    if np.array_equal(checks.call(svdd_center, -raw), -raw.mean(axis=0)):
        slips["None is moved: is each mean compared? Is center[k] changed?"] = raw.mean(axis=0)
    checks.expect_close(checks.call(svdd_center, raw), right, "The centre near 0", slips=slips)
    checks.expect_close(checks.call(svdd_center, [[1, -0.04], [3, 0]]), [2, -0.1], "The example")
    ### BEGIN HIDDEN TESTS
    raw = raw[:, :3]
    half = "Here 0.1 is still {}; take the argument eps there, too."
    slips = {
        "Use the argument eps, not 0.1.": [0.1, 2.25, -4.0],
        half.format("where such coordinates go"): [0.1, 0.1, -0.1],
    }
    for eps, expected in (
        (6.0, [6.0, 6.0, -6.0]),
        (3.0, [3.0, 3.0, -4.0]),
        (0.5, [0.5, 2.25, -4.0]),
        (5.0, [5.0, 5.0, -5.0]),
    ):
        answer = checks.call(svdd_center, raw, eps)
        less = half.format("what the coordinates are compared with")
        fitting = slips | ({less: [eps, 2.25, -4.0]} if eps == 6.0 else {})
        checks.expect_close(answer, expected, "The centre for another eps", slips=fitting)
    whole = [[1, -2], [-1, -5]]
    slips = {
        "Decimals are cut off: a centre of whole numbers is not whole.": [0.0, -3.0],
        "Decimals are cut off before the rule is applied.": [0.25, -3.0],
    }
    for same in (whole, np.array(whole), np.array(whole, np.int8)):
        answer = checks.call(svdd_center, same, eps=0.25)
        checks.expect_close(answer, [0.25, -3.5], "The centre of whole numbers", slips=slips)
    answer = checks.call(svdd_center, raw.astype(np.float32), 0.5)
    checks.expect_close(answer, [0.5, 2.25, -4.0], "The centre of float32 embeddings")
    slips = {"The centre of embeddings of one number is an array (1,), not a number.": 0.75}
    answer = checks.call(svdd_center, [[0.5], [1.0]])
    checks.expect_close(answer, [0.75], "The centre of embeddings of one number", slips=slips)
    mean = np.array([50.03125, -30.5, 0.123456, -0.234567])
    answer = checks.call(svdd_center, np.array([mean - 1, mean + 1]))
    hints = {
        "The centre is rounded; give it as it is.": lambda got: any(
            np.allclose(got, mean.round(digits), 1e-6) for digits in range(1, 4)
        ),
        "Large coordinates are cut off; leave them.": lambda got: np.allclose(got[2:], mean[2:]),
    }
    checks.expect_close(answer, mean, "The centre far from 0", hints=hints)
    slips = {"A negative coordinate goes to −eps, however close to 0 it is.": [0.1, 3.0]}
    answer = checks.call(svdd_center, np.array([[-1e-9, 3.0]]))
    what = "The centre of an embedding with a number very close to 0"
    checks.expect_close(answer, [-0.1, 3.0], what, slips=slips)
    ### END HIDDEN TESTS

test_svdd_center_zero_and_eps(svdd_center)

# %% [markdown]
# ### Exercise: `svdd_score`
#
# | | |
# |---|---|
# | **Write** | the squared distance of each embedding from the centre |
# | **Why it matters** | it is the anomaly score, and its mean over normal samples is the loss |
# | **Time, difficulty** | 3 minutes, ●○○ |
# | **Signature** | `svdd_score(embeddings, center)`: (n, d), (d,) → (n,) |
# | **Example** | `svdd_score([[1, 2], [4, 6]], [1, 2])` → `[0, 25]` |
#
# It must be accurate where embeddings and centre, in float32, lie close together and far from 0. (Lesson 03 has met that problem.)
#
# <details><summary>Hint: almost the solution</summary>
#
# Subtract the centre from the array of embeddings first (it is subtracted from every row), square, and sum over `axis=1`.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **“Far from the origin”**: $\lVert z \rVert^2 - 2 z \cdot c + \lVert c \rVert^2$ is the difference of large numbers. Subtract first, square then.
# </details>

# %% nbgrader={"grade": false, "grade_id": "svdd_score", "locked": false, "schema_version": 3, "solution": true, "task": false}
def svdd_score(embeddings, center):
    """Squared distance of each embedding from a centre.

    Parameters
    ----------
    embeddings : array-like, shape (n, d)
        What a network gives for n samples.
    center : array-like, shape (d,)
        The centre.

    Returns
    -------
    array, shape (n,)
        Anomaly scores.
    """
    ### BEGIN SOLUTION
    return np.sum((np.asarray(embeddings) - np.asarray(center)) ** 2, axis=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_svdd_score_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_svdd_score_values(svdd_score):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    gaps, right = np.array([[1, -4, 2, 2], [0, 0, 0, 0], [0, 1, 0, 1]]), [25, 0, 2]  # by hand
    raw = (np.array([1.0, 2, 0, 1]) + gaps, np.array([1.0, 2, 0, 1]))
    slips = {
        "This is the distance itself; its square is asked for.": [5.0, 0.0, 2**0.5],
        "This is the mean over the coordinates; their sum is asked for.": [6.25, 0.0, 0.5],
        "This is half of it; leave each sum as it is.": [12.5, 0.0, 1.0],
        "This is the distance from 0; subtract the centre.": [21.0, 6.0, 14.0],
        "These are absolute differences; square them.": [9.0, 0.0, 2.0],
        "The squares are not summed; each embedding has one number.": gaps**2,
        "This is one number for each coordinate; sum over axis=1.": [1.0, 17.0, 4.0, 5.0],
        "This is one number for all embeddings; give one score for each.": 27.0,
        "This is the mean over all embeddings; each has its own score.": 9.0,
        "This is a table; the scores are on its diagonal.": gaps @ gaps.T,
        "This divides by 3; leave each sum as it is.": [25 / 3, 0, 2 / 3],
        "The scores are divided by the largest one; give them as they are.": [1, 0, 2 / 25],
        "The centre is not their mean: it is the argument that counts.": [110 / 9, 23 / 9, 41 / 9],
    }
    checks.expect_close(checks.call(svdd_score, *raw), right, "The score", given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(461)
    for n, d in ((1, 3), (7, 7), (50, 16), (6, 1)):
        raw = (rng.normal(size=(n, d)), rng.normal(size=d))
        center = raw[1].tolist()
        expected = [
            sum([(a - b) ** 2 for a, b in zip(row, center, strict=True)]) for row in raw[0].tolist()
        ]
        what = f"The score of {n} random embedding(s) of {d}"
        answer = checks.call(svdd_score, *raw)
        hints = {
            "The scores are rounded; give them as they are.": lambda got, right=expected: any(
                np.allclose(got, np.round(right, digits), 1e-6) for digits in range(4)
            )
        }
        one = "A single embedding gives a number, as with np.squeeze; an array (1,) is asked for."
        slips = {one: expected[0]} if n == 1 else {}
        checks.expect_close(answer, expected, what, given=raw, slips=slips, hints=hints)
    ### END HIDDEN TESTS

test_svdd_score_values(svdd_score)

# %% nbgrader={"grade": true, "grade_id": "test_svdd_score_far_from_origin", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_svdd_score_far_from_origin(svdd_score):
    """Far from the origin (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # By hand, with numbers that float32 holds exactly: differences (0.25, −0.5) and (0, 0.25).
    near, center = np.float32([[0.25, -0.5], [0.0, 0.25]]), np.float32([8192.0, -4096.0])
    close_by = np.float32([1.0, -0.5])
    answer = checks.call(svdd_score, near + close_by, close_by)
    near_is_right = np.allclose(answer, [0.3125, 0.0625])
    far = "Right near the origin: ‖z‖² − 2 z·c + ‖c‖² loses all digits in float32; subtract first."
    if not np.allclose(checks.call(svdd_score, np.array([[64.03125]]), np.array([64.0])), 2.0**-10):
        far = "Right near the origin: too few digits are kept; compute in float32 or float64."
    hints = {far: lambda got: near_is_right}
    answer = checks.call(svdd_score, near + center, center)
    slips = {
        "The centre is added; subtract it.": np.sum((near + 2 * center) ** 2, axis=1),
        "This is a variance: take away the centre, no mean, and sum.": np.var(near, axis=1),
        "Only the first coordinate counts here; sum over all.": near[:, 0] ** 2,
        "This falls with the distance; its square is asked for.": np.exp(-np.sum(near**2, axis=1)),
    }
    right, what = [0.3125, 0.0625], "The score far from the origin"
    checks.expect_close(answer, right, what, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(462)
    steps = rng.integers(-40, 41, (20, 32)) / 64
    place = rng.integers(-9000, 9000, 32).astype(float)
    expected = np.sum(steps**2, axis=1)
    for kind in (np.float32, np.float64):
        answer = checks.call(svdd_score, (place + steps).astype(kind), place.astype(kind))
        what = f"The score of {np.dtype(kind)} embeddings far from the origin"
        checks.expect_close(answer, expected, what, hints=hints)
    ### END HIDDEN TESTS

test_svdd_score_far_from_origin(svdd_score)

# %% nbgrader={"grade": true, "grade_id": "test_svdd_score_lists", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_svdd_score_lists(svdd_score):
    """Lists and whole numbers (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # Lists, and whole numbers, are embeddings, too.
    slips = {
        "The sign is wrong: the farther from the centre, the *higher* the score.": [0.0, -25.0],
        "The differences are summed and then squared; square each first.": [0.0, 49.0],
        "Only one difference counts, the largest or the last; sum over all.": [0.0, 16.0],
        "‖z‖² − ‖c‖² is not ‖z − c‖²: subtract first, then square.": [0.0, 47.0],
        "The cross term −2 z·c is missing: subtract first, then square.": [10.0, 57.0],
        "The cross term counts once, not twice: subtract first, then square.": [5.0, 41.0],
        "The square is squared again; ‖z − c‖² is asked for.": [0.0, 625.0],
        "This is the root of their mean; the sum of the squares is asked for.": [0.0, 12.5**0.5],
        "This is a column, of shape (n, 1); shape (n,) is asked for.": [[0.0], [25.0]],
        "This is the product with the centre; the distance from it is asked for.": [5.0, 16.0],
        "This is the cosine; the squared length of z − c is asked for.": [1.0, 16 / 260**0.5],
        "This is 1 minus the cosine; take the squared length of z − c.": [0.0, 1 - 16 / 260**0.5],
        "This is ‖z‖ − ‖c‖, not ‖z − c‖²: subtract first.": [0.0, 52**0.5 - 5**0.5],
    } | {"From each embedding one number of the centre is subtracted; take all of it.": [1.0, 20]}
    answer = checks.call(svdd_score, [[1, 2], [4, 6]], [1, 2])
    checks.expect_close(answer, [0.0, 25.0], "The example on the card", slips=slips)
    ### BEGIN HIDDEN TESTS
    answer = checks.call(svdd_score, [[3, 5, 1]], [0, 7, 1])
    checks.expect_close(answer, [13.0], "The score of one embedding in lists")
    answer = checks.call(svdd_score, [[0.5], [2.0], [-1.0]], [0.5])
    checks.expect_close(answer, [0.0, 2.25, 2.25], "The score of embeddings of one number")
    # One of the two is whole and the other is not.
    slips = {"The centre is not whole: do not convert it to their type.": [25.0, 0.0]}
    for kind in (np.int64, np.uint8, np.float32):
        answer = checks.call(svdd_score, np.array([[3, 5], [0, 1]], kind), np.array([0.5, 1.25]))
        checks.expect_close(answer, [20.3125, 0.3125], "The score of whole numbers", slips=slips)
    slips = {"The embeddings are not whole: do not convert them to the centre's type.": [1.0]}
    answer = checks.call(svdd_score, np.array([[2.5, 1.25]]), np.array([1, 1]))
    checks.expect_close(answer, [2.3125], "The score for a centre of whole numbers", slips=slips)
    ### END HIDDEN TESTS

test_svdd_score_lists(svdd_score)

# %% [markdown]
# The loss is the mean of your score, in TensorFlow (with $\lambda = 0$; the paper has $10^{-6}$). Training starts from the same weights three times: by the rules; with biases; with a centre at 0. All else is the same. The first goes into section 7's table.

# %% nbgrader={"grade": false, "grade_id": "demo_svdd", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def svdd_network(biases):
    layers = [keras.layers.Dense(64, activation="leaky_relu", use_bias=biases),
              keras.layers.Dense(16, use_bias=biases)]
    return keras.Sequential([keras.Input((784,)), *layers])

# %% nbgrader={"grade": false, "grade_id": "demo_svdd_scores", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def svdd_scores(models, centers, chosen):
    """Scores (runs, images) by your function."""
    embedded = (model(tf.constant(pixels[chosen])).numpy() for model in models)
    return np.array([svdd_score(z, center) for z, center in zip(embedded, centers, strict=True)])


def mean_distance(target, embedding):
    return tf.reduce_mean(tf.reduce_sum((embedding - target) ** 2, axis=1))

# %% nbgrader={"grade": false, "grade_id": "demo_svdd_fresh", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# `svdd_center` needs what the fresh networks give.
def fresh_networks(biases):
    """The eight networks as they are before training."""
    found = []
    for seed in lessonkit.seeds(8):
        keras.utils.set_random_seed(seed)
        found.append(svdd_network(biases))
    return found

# %% nbgrader={"grade": false, "grade_id": "demo_svdd_train", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def train_svdd(biases, at_zero, name):
    """Eight networks before and after training, and the centre of each."""
    fresh = fresh_networks(biases)
    embedded = (model(tf.constant(pixels[fit_normal])).numpy() for model in fresh)
    centers = [np.asarray(svdd_center(z)) * (not at_zero) for z in embedded]
    x = np.tile(pixels[fit_normal], (8, 1, 1))
    targets = np.repeat(np.array(centers)[:, None], len(fit_normal), axis=1)
    models = fit_runs(lambda: svdd_network(biases), x, targets, epochs=60, batch_size=64,
        rate=0.001, name=name, separate=True, loss=mean_distance, label=name)
    return fresh, models, centers

# %% nbgrader={"grade": false, "grade_id": "demo_svdd_runs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def run_svdd(biases, at_zero, name):
    """Radius by epoch (start = 1), and scores before and after training."""
    fresh, models, centers = train_svdd(biases, at_zero, name)
    start = svdd_scores(fresh, centers, fit_normal).mean(axis=1, keepdims=True)
    radius = np.sqrt(np.hstack([start, curves[name][-1]]) / start)
    return {"radius": radius, "fresh": svdd_scores(fresh, centers, evaluated),
            "scores": svdd_scores(models, centers, evaluated)}

# %% nbgrader={"grade": false, "grade_id": "demo_svdd_variants", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Each variant sets two switches: biases, and the centre at 0.
variants = {"by the rules": (False, False), "with biases": (True, False),
    "centre at 0": (False, True)}
svdd = {name: run_svdd(*switches, f"Deep SVDD, {name}") for name, switches in variants.items()}
scores["Deep SVDD"] = svdd["by the rules"]["scores"]

# %% nbgrader={"grade": false, "grade_id": "demo_svdd_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: radius and detection with and without the rules
shrunk = {name: runs["radius"][:, -1].mean() for name, runs in svdd.items()}
svdd_aucs = {name: [auc_interval(runs[when]) for when in ("fresh", "scores")]
             for name, runs in svdd.items()}
mean_auc = mean_aucs.mean()
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8))
for (name, runs), color in zip(svdd.items(), ("blue", "red", "orange"), strict=True):
    left.semilogy(runs["radius"].T, color=plots.COLORS[color], label=[name, *[None] * 7],
        linewidth=1)
    value, low, high = np.transpose(svdd_aucs[name])
    right.errorbar([0, 1], value, [value - low, high - value], fmt="o-", color=plots.COLORS[color],
        capsize=4)
right.axhline(mean_auc, color="black", linestyle="--", linewidth=0.8)
right.text(0.5, mean_auc + 0.01, "distance from the mean image", ha="center", fontsize=8)
left.set(xlabel="epoch", ylabel="radius of training T-shirts, start = 1")
left.set_title("Radius left: " + ", ".join(f"{left_over:.2g}" for left_over in shrunk.values()))
left.legend(fontsize=8)
right.set_xticks([0, 1], ["before training", "after"])
right.set(ylabel="AUC with 95 % interval", xlim=(-0.2, 1.2), ylim=(0.3, 1))
right.set_title("AUC after training: " + ", ".join(f"{found[1][0]:.2f}"
    for found in svdd_aucs.values()))
plots.show(figure, "Left: root mean square distance of training T-shirts from the centre by epoch, "
    "eight runs each; left at the end: " + "; ".join(f"{n} {s:.2g}" for n, s in shrunk.items())
    + ". Right: AUC before and after training: " + "; ".join(f"{n} {f[0][0]:.2f} and "
    f"{f[1][0]:.2f}" for n, f in svdd_aucs.items()) + f"; dashed: mean image, {mean_auc:.2f}.")

# %% nbgrader={"grade": false, "grade_id": "demo_svdd_rules", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
by_rules = svdd["by the rules"]["scores"]
rules_gain = {name: evidence.compare_auc(by_rules, svdd[name]["scores"], anomalous, comparisons=2)
              for name in ("with biases", "centre at 0")}
plots.table(("detection by the rules, against", "two comparisons, corrected"),
            [(name, found.words()) for name, found in rules_gain.items()])

# %% [markdown]
# Two questions. What do the rules do to the *radius*? The curves show how far each variant gets towards *collapse*. Do they make a better *detector*? See the right side and the table. The loss never sees an anomaly; it falls when the network stops looking at what varies among T-shirts, and that may be what tells an anomaly. And as long as the radius is not 0, the *order* of the distances is left, and only the order counts for the AUC. (Ruff and others had other data, convolutions and pretrained networks.)
#
# ## 7. One table for all
#
# All detectors have seen the same T-shirts; the regressors also know one kind of anomaly, or eight, as many images in all. A kind is **seen** if it was in training; each number is a mean over the kinds that are seen, or unseen, in that role. (The interval of a mean over kinds is the mean of their intervals: rather too wide than too narrow.) Seven comparisons with the mean image, corrected.

# %% nbgrader={"grade": false, "grade_id": "demo_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
unseen = {name: scores[name] for name in ("mean image", "OneClassSVM, HOG", "OneClassSVM, pixels",
    "autoencoder", "Deep SVDD")}
for name, found in (("regressor, linear, one kind", linear_kind),
    ("regressor, sigmoid, one kind", sigmoid_kind)):
    unseen[name] = {kind: [found[other] for other in anomaly_kinds if other != kind]
        for kind in anomaly_kinds}
unseen["regressor, sigmoid, eight kinds"] = {kind: [found] for kind, found in eight_kinds.items()}

# %% nbgrader={"grade": false, "grade_id": "demo_table_seen", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# For each kind, `seen` holds the scores of the regressors that had it in training.
seen = {"regressor, linear, one kind": {kind: [found] for kind, found in linear_kind.items()},
        "regressor, sigmoid, one kind": {kind: [found] for kind, found in sigmoid_kind.items()},
        "regressor, sigmoid, eight kinds": {kind: [eight_kinds[other] for other in anomaly_kinds
            if other != kind] for kind in anomaly_kinds}}

# %% nbgrader={"grade": false, "grade_id": "demo_table_compare", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The difference of AUCs; where each kind has regressors of its own, the mean over kinds.
def compare_kinds(one, other, comparisons=1):
    if not isinstance(one, dict):
        return evidence.compare_auc(one, other, anomalous, comparisons=comparisons)
    found = []
    for kind, part in in_pair.items():
        his = other if np.ndim(other) == 0 else np.atleast_2d(other)[:, part]
        found += [evidence.compare_auc(mine[:, part], his, anomalous[part], comparisons=comparisons)
            for mine in one[kind]]
    ends = np.mean([(f.value, f.low, f.high, f.detectable) for f in found], axis=0)
    return evidence.Difference(*map(float, ends), comparisons)

# %% nbgrader={"grade": false, "grade_id": "demo_one_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def kind_aucs(found):
    """AUC on each kind, a mean over runs and over the regressors in that role."""
    if not isinstance(found, dict):
        return np.mean([class_aucs(score) for score in np.atleast_2d(found)], axis=0)
    return np.array([np.mean([class_aucs(score)[place] for runs in found[kind] for score in runs])
                     for place, kind in enumerate(anomaly_kinds)])


def cell_words(found):
    all_kinds = compare_kinds(found, 0.5)
    return f"{0.5 + all_kinds.value:.3f} ({0.5 + all_kinds.low:.3f} to {0.5 + all_kinds.high:.3f})"

# %% nbgrader={"grade": false, "grade_id": "demo_one_table_order", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# The detectors are ordered by their mean AUC on unseen kinds.
grid = {name: kind_aucs(found) for name, found in unseen.items()}
order = sorted(grid, key=lambda name: -grid[name].mean())
gain = {name: compare_kinds(unseen[name], scores["mean image"], 7) for name in order
    if name != "mean image"}

# %% nbgrader={"grade": false, "grade_id": "demo_one_table_rows", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: all detectors
rows = [(name, cell_words(seen[name]) if name in seen else "–", cell_words(unseen[name]),
         gain[name].words(3) if name in gain else "–",
         f"{grid[name].min():.2f} ({names[anomaly_kinds[np.argmin(grid[name])]]})")
         for name in order]
plots.table(("detector", "seen kinds", "unseen kinds", "unseen, against the mean image",
    "worst unseen kind"), rows)

# %% nbgrader={"grade": false, "grade_id": "demo_classes", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: each detector on each kind
table = np.array([grid[name] for name in order])
hardest = anomaly_kinds[int(np.argmin(table.mean(axis=0)))]
figure, axis = plt.subplots(figsize=(9.5, 4))
axis.imshow(table, cmap="RdBu", vmin=0, vmax=1, aspect="auto")
for i, j in np.ndindex(table.shape):
    color = "black" if 0.15 < table[i, j] < 0.85 else "white"
    axis.text(j, i, f"{table[i, j]:.2f}", ha="center", va="center", fontsize=9, color=color)
axis.set_xticks(range(9), [names[k] for k in anomaly_kinds])
axis.set_yticks(range(len(order)), order)
axis.grid(False)
axis.set_title(f"AUC on kinds that were not seen; the hardest on average: {names[hardest]}")
plots.show(
    figure,
    "AUC of each detector against each unseen kind: "
    + "; ".join(
        f"{name} from {row.min():.2f} to {row.max():.2f}"
        for name, row in zip(order, table, strict=True)
    )
    + ".",
)

# %% [markdown]
# Had the training ended? A loss counts as *flat* when the last tenth of the epochs is less than 2 % below the tenth before (`training.FLAT`).

# %% nbgrader={"grade": false, "grade_id": "demo_curves", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: had the trainings ended?
figure, axis = plt.subplots(figsize=(9, 3.4))
falls = {}
for (name, found), color in zip(
    curves.items(), plt.cm.viridis(np.linspace(0, 0.95, len(curves))), strict=True
):
    losses = np.concatenate(found)
    falls[name] = training.late_fall(losses)
    mean = losses.mean(axis=0) / losses[:, 0].mean()
    axis.semilogy(
        np.linspace(0, 1, len(mean)), mean, color=color, label=f"{name} ({falls[name]:.1%})"
    )
still = [name for name, fall in falls.items() if fall >= training.FLAT]
axis.set(xlabel="share of the training", ylabel="training loss, first epoch = 1")
axis.legend(fontsize=7, loc="center left", bbox_to_anchor=(1, 0.5), title="(last fall)")
axis.set_title(
    f"{len(falls) - len(still)} of {len(falls)} losses are flat at the end"
    + (f"; not: {', '.join(still)}" if still else "")
)
plots.show(
    figure,
    "Training losses relative to the first epoch. Fall from the last but one tenth to the last: "
    + "; ".join(f"{name} {fall:.1%}" for name, fall in falls.items())
    + ".",
)

# %% [markdown]
# The proudest catches of five detectors, with the highest scores, and their worst misses, with the lowest (first run; the regressor is linear and knows trousers):

# %% nbgrader={"grade": false, "grade_id": "demo_catches", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: catches and misses
shown = {name: np.atleast_2d(scores[name])[0] for name in order if name in scores
    and name != "mean image"}
shown["regressor, trousers seen"] = linear_kind[seen_kind][0]
figure, axes = plt.subplots(len(shown), 10, figsize=(10, 6))
told = []
for line, (name, score) in zip(axes, shown.items(), strict=True):
    ranked = np.flatnonzero(anomalous)[np.argsort(score[anomalous], kind="stable")]
    for axis, index in zip(line, [*ranked[::-1][:5], *ranked[:5]], strict=True):
        axis.imshow(255 - images[evaluated[index]], cmap="gray", vmin=0, vmax=255)
        axis.set_title(names[kinds[evaluated[index]]], fontsize=7, loc="center")
        axis.set(xticks=[], yticks=[])
        axis.grid(False)
    line[0].set_ylabel(name.replace(", ", ",\n"), fontsize=7)
    beaten = np.mean(score[~anomalous] > score[ranked[0]])
    best, worst = (names[kinds[evaluated[ranked[place]]]] for place in (-1, 0))
    told.append(f"{name}: catches {best}, misses {worst} (scored below {beaten:.0%} of the "
        f"T-shirts)")
figure.suptitle("Proudest catches (left five) and worst misses (right five) of each detector",
    x=0.01, ha="left")
plots.show(figure, "Rows of ten images. " + "; ".join(told) + ".")

# %% [markdown]
# ## 8. Operating it
#
# An AUC needs no threshold; an alarm does. You have normal data, and you can say how many false alarms you accept. That sets it, on normal images that the detector has **not** been trained on (the 200 put aside).

# %% [markdown]
# ### Exercise: `threshold_at_fpr`
#
# | | |
# |---|---|
# | **Write** | the smallest of the normal scores such that no more than the share `max_fpr` of the normal scores lies strictly above it |
# | **Why it matters** | a threshold can be set before the first anomaly has been seen; this is how |
# | **Time, difficulty** | 6 minutes, ●●○ |
# | **Signature** | `threshold_at_fpr(normal_scores, max_fpr)`: n scores, a share between 0 and 1 → float |
# | **Example** | `threshold_at_fpr([4, 1, 3, 2], 0.25)` → `3`: one of four is above 3, half are above 2 |
#
# The result is one of the scores, not a value between two of them. `max_fpr` is meant as it is written: with 0.29 and 100 scores, 29 may lie above. (In Python `0.29 * 100` is 28.999999999999996, and `int` makes 28 of it.)
#
# <details><summary>Hint 1: shares instead of counts</summary>
#
# Sort the scores and remove repeats (`np.unique`). For each such score `t`, `np.mean(scores > t)` is the share above it. Comparing this share with `max_fpr` is safe: 29/100 and 0.29 are the same float.
# </details>
# <details><summary>Hint 2: almost the solution</summary>
#
# A loop over `np.unique(scores)` that returns the first `t` with `np.mean(scores > t) <= max_fpr`. The largest score has nothing above it, so the loop always finds one.
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **a value between two scores**: `np.quantile` interpolates. The result is one of the scores.
# - **the next score above the right one**: is the comparison strict? Is the count off by one, or was 0.29 · 100 rounded down to 28?
# </details>

# %% nbgrader={"grade": false, "grade_id": "threshold_at_fpr", "locked": false, "schema_version": 3, "solution": true, "task": false}
def threshold_at_fpr(normal_scores, max_fpr):
    """The smallest normal score that keeps the false-positive rate; scores above it are flagged.

    Parameters
    ----------
    normal_scores : array-like, shape (n,)
        Scores of normal samples.
    max_fpr : float
        The largest share of normal samples that may be flagged, 0 to 1.

    Returns
    -------
    float
        One of the scores.
    """
    scores = np.asarray(normal_scores)
    ### BEGIN SOLUTION
    candidates, counts = np.unique(scores, return_counts=True)
    share_above = (len(scores) - np.cumsum(counts)) / len(scores)
    return float(candidates[np.argmax(share_above <= max_fpr)])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_threshold_at_fpr_values", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_threshold_at_fpr_values(threshold_at_fpr):
    """Values computed by hand (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    raw = np.array([2.0, 9.0, 1.0, 0.0, 8.0, 4.0, 7.0, 3.0, 6.0, 5.0]) / 2
    strict = all(np.all(checks.call(threshold_at_fpr, raw, s) == 3.5) for s in (0.21, 0.25))
    equal = np.all(checks.call(threshold_at_fpr, [1, 2, 2, 3], 0.5) == 3)
    why = ("its position is one too high", "its equals are not above", "max_fpr is allowed, too")
    slips = {  # by hand: of ten two may lie above: 4 and 4.5. 3.5 has these above it; 3 has three
        f"One more score may lie above it: {why[2 if strict else int(equal)]}.": 4.0,
        "One score more than allowed lies above this one.": 3.0,
        "This lies between two scores, as where np.quantile interpolates.": 3.6,
        "This lies between two scores; the result is one of them.": 3.75,
        "This is at the other end: the share *above* it is to be small.": 1.0,
        "This interpolates at the lower end: the share *above* it is to be small.": 0.9,
        "These scores have to be sorted first.": 1.5,
        "This is a position in the sorted scores; the score there is asked for.": 7.0,
        "This is a position among the given scores; the score there is asked for.": 6.0,
    }
    answer = checks.call(threshold_at_fpr, raw, 0.2)
    checks.expect_close(answer, 3.5, "The threshold", given=(raw, 0.2), slips=slips)
    checks.expect_close(checks.call(threshold_at_fpr, [4, 1, 3, 2], 0.25), 3.0, "The card example")
    ### BEGIN HIDDEN TESTS
    from fractions import Fraction

    rng = np.random.default_rng(471)
    told = "This takes a share of the gaps between scores, as np.quantile does; count the scores."
    methods = ("lower", "nearest", "higher")
    # In the first two rounding to the nearest is right.
    probes = ((50, 0.064), (10, 0.24), (6, 0.7))
    asked = [(np.arange(float(n)), share) for n, share in probes]
    gave = [checks.call(threshold_at_fpr, *probe) for probe in asked]

    def is_quantile(got, raw, share):
        for method in methods:
            found = [np.quantile(x, 1 - part, method=method) for x, part in asked]
            if np.array_equal(gave, found) and got == np.quantile(raw, 1 - share, method=method):
                return True
        return False

    # The number allowed, first where it is rounded in another way than asked for.
    up = "The allowed number is rounded up; round it down."
    nearest = "The allowed number is rounded to the nearest; round it down."
    one_more = "This takes the share of n + 1 scores; there are n."
    for n, share, text, wrong in ((7, 0.6, up, 5), (8, 0.8, one_more, 7), (8, 0.7, nearest, 6)):
        raw = rng.permutation(n) / 4 - 1.0
        falling = np.sort(raw)[::-1]
        answer, what = checks.call(threshold_at_fpr, raw, share), f"The threshold for {n} scores"
        signs = "The signs of the scores are dropped; −1 is a lower score than −0.5."
        slips = {text: falling[wrong], signs: np.sort(abs(raw))[::-1][int(share * n)]}
        checks.expect_close(answer, falling[int(share * n)], what, given=(raw, share), slips=slips)
    for n, share in (
        (16, "0.25"),
        (9, "0.5"),
        (50, "0.07"),
        (7, "0.1"),
        (3, "0.3"),
        (200, "0.333"),
    ):
        raw = rng.permutation(n) / 8 - 3.0
        allowed = [t for t in raw.tolist() if Fraction(int(np.sum(raw > t)), n) <= Fraction(share)]
        answer = checks.call(threshold_at_fpr, raw, float(share))
        checks.expect_close(
            answer,
            np.min(allowed),
            f"The threshold for {n} scores, some below 0,",
            given=(raw, share),
            hints={told: lambda got, raw=raw, share=share: is_quantile(got, raw, float(share))},
        )
    answer = checks.call(threshold_at_fpr, [4, 1, 3, 2], 0.25)
    checks.expect_close(answer, 3.0, "The threshold for a list of whole numbers")
    # Half of ten is a little more than this share.
    slips = {"A share just above max_fpr is taken for it: compare more exactly.": 4.0}
    answer, what = checks.call(threshold_at_fpr, np.arange(10.0), 0.499999), "The threshold for ten"
    checks.expect_close(answer, 5.0, what, slips=slips)
    ### END HIDDEN TESTS

test_threshold_at_fpr_values(threshold_at_fpr)

# %% nbgrader={"grade": true, "grade_id": "test_threshold_at_fpr_ties", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_threshold_at_fpr_ties(threshold_at_fpr):
    """Ties (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # By hand: above 1 lie three of five, above 2 none. With 0.4 only 2 will do, with 0.6 1 will.
    raw = np.array([2.0, 1.0, 2.0, 1.0, 2.0])
    other = np.array([3.0, 0.0, 4.0, 1.0, 2.0])
    untied = [checks.call(threshold_at_fpr, other, share) for share in (0.4, 0.6)]
    tied = "Right without ties: equal scores are flagged together, and each of them counts."
    hints = {tied: lambda got: np.isin(got, raw) and np.array_equal(untied, [2.0, 1.0])}
    many = "This is a mean plus a number of standard deviations; count the scores above instead."
    stds = [s * k for s in (raw.std(), raw.std(ddof=1)) for k in (1, 2, 3, 0.2533, -0.2533, 1.645)]
    hints[many] = lambda got: np.isclose(got - 1.6, stds, atol=1e-3).any()
    hints["This is none of the scores; the result is one of them."] = lambda got: got not in raw
    slips = {
        "This is a quantile of a normal distribution; use the scores.": 1.6 + 1.2816 * raw.std(),
        "This is a position, or a number of scores.": 3.0 + np.all(np.greater(untied[0], 4)),
    }
    for share, expected in ((0.4, 2.0), (0.6, 1.0)):
        answer, what = checks.call(threshold_at_fpr, raw, share), "The threshold among tied scores"
        given = (raw, share)
        checks.expect_close(answer, expected, what, given=given, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    from fractions import Fraction

    rng = np.random.default_rng(472)
    raw = rng.permutation([0.25] * 6 + [0.5, 0.75, 1.0, 1.25])  # four lie above the smallest
    slips = {
        "Repeats are removed before counting; a score counts as often as it comes.": 0.75,
        "One more score may lie above it: count only what is strictly larger.": 0.5,
    }
    answer, what = checks.call(threshold_at_fpr, raw, 0.4), "The threshold for ten tied scores"
    checks.expect_close(answer, 0.25, what, given=(raw, 0.4), slips=slips, hints=hints)
    for n, levels, share in ((40, 4, "0.2"), (60, 9, "0.05"), (25, 2, "0.5"), (8, 1, "0.1")):
        raw = rng.integers(0, levels, n) - 1.5
        allowed = [t for t in raw.tolist() if Fraction(int(np.sum(raw > t)), n) <= Fraction(share)]
        answer = checks.call(threshold_at_fpr, raw, float(share))
        what = f"The threshold for {n} scores with ties"
        checks.expect_close(answer, np.min(allowed), what, given=(raw, share), hints=hints)
    ### END HIDDEN TESTS

test_threshold_at_fpr_ties(threshold_at_fpr)

# %% nbgrader={"grade": true, "grade_id": "test_threshold_at_fpr_extremes", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_threshold_at_fpr_extremes(threshold_at_fpr):
    """No false alarm, or every one (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # No false alarm: the largest score. All may be flagged: the smallest (not above itself).
    raw = np.array([0.5, -1.0, 2.0])
    from_end = np.all(checks.call(threshold_at_fpr, raw, 0.4) == 2.0)
    slips = {
        "This is infinite; nothing lies above the largest score, which is asked for.": np.inf,
        "One score lies above this one, where none may.": 0.5,
        "This is the smallest score: −0 is the index 0, not the end.": -1.0 if from_end else 99.0,
    }
    answer = checks.call(threshold_at_fpr, raw, 0.0)
    checks.expect_close(answer, 2.0, "The threshold for max_fpr = 0", given=raw, slips=slips)
    slips = {
        "This is the largest score, as at index −1; the smallest is asked for.": 2.0,
        "This is infinite; all may be flagged, so the smallest score is asked for.": -np.inf,
        "This is 0, none of the scores; give the smallest, and not its position.": 0.0,
        "This is 1, none of the scores; give the smallest, no position, no share.": 1.0,
    }
    answer = checks.call(threshold_at_fpr, raw, 1.0)
    checks.expect_close(answer, -1.0, "The threshold for max_fpr = 1", given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    for share in (0.0, 0.5, 1.0):
        answer = checks.call(threshold_at_fpr, np.array([-7.25]), share)
        slips = {"Decimals are cut off; give the score as it is.": -7.0}
        what = "The threshold for a single score"
        checks.expect_close(answer, -7.25, what, given=share, slips=slips)
    long = 0.123456
    hints = {
        "The score is rounded; give it as it is.": lambda got: any(
            np.isclose(got, round(long, digits), 1e-6) for digits in range(5)
        )
    }
    answer = checks.call(threshold_at_fpr, np.array([long]), 0.5)
    checks.expect_close(answer, long, "The threshold for a score of many decimals", hints=hints)
    answer = checks.call(threshold_at_fpr, np.array([3.0, 5.0, 4.0]), 0.001)
    checks.expect_close(
        answer, 5.0, "The threshold for a share smaller than one score", given=0.001
    )
    answer = checks.call(threshold_at_fpr, np.array([3.0, 5.0, 4.0]), 0.999)
    checks.expect_close(answer, 3.0, "The threshold for a share just below 1", given=0.999)
    ### END HIDDEN TESTS

test_threshold_at_fpr_extremes(threshold_at_fpr)

# %% nbgrader={"grade": true, "grade_id": "test_threshold_at_fpr_decimals", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_threshold_at_fpr_decimals(threshold_at_fpr):
    """Decimals as they are written (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # 29 of 100 scores may lie above, although 0.29 * 100 is 28.999999999999996 in Python.
    raw, asked = np.arange(100.0), ((100.0, 0.25, 74), (7.0, 0.1, 6), (8.0, 0.375, 4))
    exact = all(np.all(checks.call(threshold_at_fpr, np.arange(n), s) == t) for n, s, t in asked)
    inexact = "0.29 · 100 and 1 − 0.71 are not exact in floats: compare shares, 29/100 <= 0.29."
    given, turned = (checks.call(threshold_at_fpr, raw[::step], 0.25) for step in (1, -1))
    mixed = np.array_equal(turned, 74) and not np.array_equal(given, 74)  # as if they fell
    hints = {inexact: lambda got: exact, "This is none of the scores.": lambda got: got not in raw}
    answer, what = checks.call(threshold_at_fpr, raw, 0.29), "The threshold for 0.29 and 100 scores"
    slips = {
        "np.percentile takes percent, not shares, and interpolates; count the scores.": 0.7029,
        "np.percentile takes percent, and this is the lower end; count the scores above.": 0.2871,
        "This is the largest score: no score lies above it, and some may.": 99.0,
        "This is the smallest score: all others lie above it.": 0.0,
        "This is at the lower end: the share *above* it is to be small.": 999.0 if mixed else 28.0,
        "This is a share; the score that keeps it is asked for.": 0.29,
        "This is taken from unsorted scores; sort them first.": answer if mixed else -1.0,
    }
    checks.expect_close(answer, 70.0, what, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    eight = checks.call(threshold_at_fpr, np.arange(8.0), 0.375)  # 4; 5 if 3/8 is 0.38
    rounded = "The share of scores above is rounded; compare it as it is."
    hints = {inexact: lambda got: exact, rounded: lambda got: eight == 5}
    cases = ((100, 0.57), (50, 0.58), (100, 0.07), (30, 0.1), (1000, 0.035), (10, 0.7), (20, 0.35))
    for n, share in cases:
        answer, above = checks.call(threshold_at_fpr, np.arange(float(n)), share), round(n * share)
        what = "The threshold for another share and count"
        checks.expect_close(answer, n - 1 - above, what, given=(n, share), hints=hints)
    scores = np.array([0.5, 2.5, 1.25, -3.0, 0.75], np.float32)
    answer = checks.call(threshold_at_fpr, scores, 0.4)
    first = "This is the first of the given scores that keeps the rate, not the smallest."
    what, slips = "The threshold for float32 scores", {first: 2.5}
    checks.expect_close(answer, 0.75, what, given=scores, slips=slips)
    ### END HIDDEN TESTS

test_threshold_at_fpr_decimals(threshold_at_fpr)

# %% [markdown]
# ### Exercise: `precision_recall`
#
# | | |
# |---|---|
# | **Write** | which part of the flagged samples are anomalies (*precision*), and which part of the anomalies is flagged (*recall*) |
# | **Why it matters** | these two numbers are what the people who act on the alarms notice |
# | **Time, difficulty** | 4 minutes, ●○○ |
# | **Signature** | `precision_recall(scores, is_anomaly, threshold)` → `(precision, recall)` |
# | **Example** | `precision_recall([1, 2, 3, 4], [0, 1, 0, 1], 2)` → `(0.5, 0.5)`: 3 and 4 are flagged, one of them rightly; one of two anomalies is found |
#
# A sample is flagged if its score is strictly above the threshold. If nothing is flagged, nothing was flagged wrongly: the precision is 1.
#
# <details><summary>Hint: almost the solution</summary>
#
# `flagged = np.asarray(scores) > threshold`; `hits = np.sum(flagged & anomalous)`. The precision is `hits / np.sum(flagged)`, the recall `hits / np.sum(anomalous)`. And if `np.sum(flagged)` is 0?
# </details>
# <details><summary>If your code fails with …</summary>
#
# - **nan, or ZeroDivisionError**: nothing is flagged; return 1.0 for the precision.
# </details>

# %% nbgrader={"grade": false, "grade_id": "precision_recall", "locked": false, "schema_version": 3, "solution": true, "task": false}
def precision_recall(scores, is_anomaly, threshold):
    """Precision and recall when scores strictly above a threshold are flagged.

    Parameters
    ----------
    scores : array-like, shape (n,)
        Anomaly scores.
    is_anomaly : array-like of bool or of 0 and 1, shape (n,)
        Which samples are anomalies.
    threshold : float
        Samples with a higher score are flagged.

    Returns
    -------
    precision, recall : float
        The share of the flagged samples that are anomalies (1.0 when nothing is flagged), and the
        share of the anomalies that are flagged.
    """
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    ### BEGIN SOLUTION
    flagged = scores > threshold
    hits = np.sum(flagged & anomalous)
    precision = hits / np.sum(flagged) if np.any(flagged) else 1.0
    return float(precision), float(hits / np.sum(anomalous))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_precision_recall_values", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_precision_recall_values(precision_recall):
    """Values computed by hand (0.5 points)."""
    import numpy as np

    from lessonkit import checks
    def both(*args):
        return np.array(checks.parts(checks.call(precision_recall, *args), ("precision", "recall")))
    raw = (np.arange(9.0), np.array([0, 1, 0, 0, 1, 0, 1, 1, 0]), 1.5)
    slips = {  # by hand: seven are flagged, three of them anomalies; four are anomalies
        "Flags of 0 and 1 are taken for positions: make them bool first.": [3 / 7, 0.0],
        "Precision and recall are swapped: precision comes first.": [3 / 4, 3 / 7],
        "These are counts; precision and recall are shares, from 0 to 1.": [3, 3],
        "The first number divides by all samples; divide by the flagged ones.": [1 / 3, 3 / 4],
        "The first is the share of normals not flagged; divide hits by all flagged.": [0.2, 0.75],
        "The first is the Jaccard index; divide the hits by the flagged ones only.": [3 / 8, 0.75],
        "The first is the share of false alarms among the alarms, not of hits.": [4 / 7, 3 / 4],
        "The second is the precision again; recall divides by all anomalies.": [3 / 7, 3 / 7],
        "These are of the normal samples; those of the anomalies are asked for.": [1 / 2, 1 / 5],
        "Samples *below* the threshold are flagged; a higher score is an anomaly.": [1 / 2, 1 / 4],
        "The second number is the false-positive rate; recall is of the anomalies.": [3 / 7, 4 / 5],
    }
    checks.expect_close(both(*raw), [3 / 7, 3 / 4], "(precision, recall)", given=raw, slips=slips)
    checks.expect_close(both([1, 2, 3, 4], [0, 1, 0, 1], 2), [0.5, 0.5], "The example on the card")
    ### BEGIN HIDDEN TESTS
    rng = np.random.default_rng(481)
    for n in (5, 30, 200):
        raw = (rng.integers(-20, 20, n) / 4, np.append(rng.random(n - 1) < 0.4, True), 0.125)
        flags = raw[1].tolist()
        found = [flag for score, flag in zip(raw[0].tolist(), flags, strict=True) if score > 0.125]
        expected = [sum(found) / len(found) if found else 1.0, sum(found) / sum(flags)]
        what = f"The pair (precision, recall) of {n} random samples"
        scores, is_anomaly, _ = raw
        taken = {
            "Decimals are cut off; compare the scores as they are.": np.trunc(scores) > 0,
            "The signs of the scores are dropped; −3 is below −2.": abs(scores) > 0.125,
            "The scores are sorted without their flags.": np.sort(scores) > 0.125,
        }
        slips = {
            text: [np.mean(is_anomaly[above]), np.sum(is_anomaly[above]) / is_anomaly.sum()]
            for text, above in taken.items()
        }
        if n == 30:
            alarms, faults = set(scores[scores > 0.125]), set(scores[is_anomaly])
            shared = len(alarms & faults)
            repeats = "A repeated score is counted once, as in a set; each sample counts."
            slips[repeats] = [shared / len(alarms), shared / len(faults)]
            above = scores[scores > 0.125]
            hits = np.isin(above, scores[is_anomaly]).sum()
            position = "Samples are told apart by their scores, which may be equal; go by position."
            slips[position] = [hits / above.size, hits / is_anomaly.sum()]
        slips = {text: pair for text, pair in slips.items() if not np.allclose(pair, expected)}
        checks.expect_close(both(*raw), expected, what, given=raw, slips=slips)
    answer = both([1, 2, 3, 4], [False, True, False, True], 2)
    checks.expect_close(answer, [0.5, 0.5], "The pair (precision, recall) of whole lists")
    # Whole scores and a threshold that is not whole: cut off, −1.5 would be −1.
    for scores in ([-1.0, -2.0, -3.0], [-1, -2, -3], np.array([-1, -2, -3], np.int8)):
        answer = both(scores, [1.0, 1.0, 0.0], -1.5)
        checks.expect_close(answer, [1.0, 0.5], "The pair (precision, recall) of negative scores")
    ### END HIDDEN TESTS

test_precision_recall_values(precision_recall)

# %% nbgrader={"grade": true, "grade_id": "test_precision_recall_strictly_above", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_precision_recall_strictly_above(precision_recall):
    """A score at the threshold (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    raw = (np.arange(10.0), np.array([0, 1, 1, 1, 1, 0, 0, 1, 1, 1]), 5.0)  # flagged: 6 to 9
    lower, _ = checks.parts(checks.call(precision_recall, *raw[:2], 4.5), ("precision", "recall"))
    tied = 3 / 5 if np.all(np.isclose(lower, 3 / 5)) else 9.0  # where 5 is above
    slips = {
        "A score that equals the threshold is flagged; flag those above.": [tied, 3 / 7],
        "These are means over both kinds of samples; take the anomalies.": [13 / 24, 23 / 42],
        "These are percent; shares, from 0 to 1, are asked for.": [75.0, 300 / 7],
        "The first number is the accuracy; precision is of the flagged samples.": [1 / 2, 3 / 7],
        "The first number is F1, the harmonic mean of both; give precision.": [6 / 11, 3 / 7],
        "The first number is of samples not flagged; precision is of the flagged.": [1 / 3, 3 / 7],
        "The second is the share of anomalies missed; recall is of those found.": [3 / 4, 4 / 7],
        "The second is the share of normals not flagged; recall is of anomalies.": [3 / 4, 2 / 3],
        "The second number is F1, the harmonic mean of both; give recall itself.": [3 / 4, 6 / 11],
        "The second number is the accuracy; recall is of the anomalies.": [3 / 4, 1 / 2],
        "The second number divides by all samples; divide by the anomalies.": [3 / 4, 3 / 10],
    }
    answer = np.array(checks.parts(checks.call(precision_recall, *raw), ("precision", "recall")))
    checks.expect_close(answer, [3 / 4, 3 / 7], "(precision, recall)", given=raw, slips=slips)
    ### BEGIN HIDDEN TESTS
    what = "The pair (precision, recall) with a score at the threshold"
    equal = next(iter(slips))
    raw = (np.array([1.0, 2.0, 3.0]), np.array([False, False, True]), 2.0)
    answer = np.array(checks.parts(checks.call(precision_recall, *raw), ("precision", "recall")))
    checks.expect_close(answer, [1.0, 1.0], what, given=raw, slips={equal: [0.5, 1.0]})
    raw = (np.array([0.5, 0.5, 0.75, 0.25]), np.array([True, False, True, False]), 0.5)
    answer = np.array(checks.parts(checks.call(precision_recall, *raw), ("precision", "recall")))
    what = "The pair (precision, recall) with two scores at the threshold"
    checks.expect_close(answer, [1.0, 0.5], what, given=raw, slips={equal: [2 / 3, 1.0]})
    raw = (np.array([0.5, 0.25, 1.5, 2.0], np.float32), np.array([1, 0, 0, 1]), 0.375)
    answer = np.array(checks.parts(checks.call(precision_recall, *raw), ("precision", "recall")))
    what = "The pair (precision, recall) of float32 scores"
    cut = [np.round([2 / 3, 1.0], digits) for digits in (1, 2, 3)]
    hints = {
        "The shares are rounded; give them as they are.": lambda got: any(
            np.allclose(got, rounded, rtol=1e-6) for rounded in cut
        )
    }
    checks.expect_close(answer, [2 / 3, 1.0], what, given=raw, hints=hints)
    # In uint8 a difference is never below 0: all but the tie would be flagged.
    raw = (np.array([1, 5, 9, 3, 200], np.uint8), np.array([0, 1, 1, 0, 1]), 5)
    answer = np.array(checks.parts(checks.call(precision_recall, *raw), ("precision", "recall")))
    wraps = "The difference wraps around: in uint8, 1 − 5 is 252. Compare scores > threshold."
    what = "The pair (precision, recall) of uint8 scores"
    checks.expect_close(answer, [1.0, 2 / 3], what, given=raw, slips={wraps: [0.5, 2 / 3]})
    raw = (1 + np.array([0.0, 2.0**-20, -(2.0**-20)]), np.array([0, 1, 0]), 1.0)
    answer = np.array(checks.parts(checks.call(precision_recall, *raw), ("precision", "recall")))
    near = "A score just above the threshold is flagged, too: compare exactly, with >."
    what = "The pair (precision, recall) of scores close to the threshold"
    checks.expect_close(answer, [1.0, 1.0], what, given=raw, slips={near: [1.0, 0.0]})
    ### END HIDDEN TESTS

test_precision_recall_strictly_above(precision_recall)

# %% nbgrader={"grade": true, "grade_id": "test_precision_recall_nothing_flagged", "locked": true, "points": 0.25, "schema_version": 3, "solution": false, "task": false}
def test_precision_recall_nothing_flagged(precision_recall):
    """Nothing is flagged (0.25 points)."""
    import numpy as np

    from lessonkit import checks
    # The threshold is above all scores: no alarm, so no false alarm; and nothing is found.
    raw = (np.array([1.0, 2.0, 3.0]), np.array([True, False, True]), 9.0)
    answer = np.array(checks.parts(checks.call(precision_recall, *raw), ("precision", "recall")))
    zero = "With nothing flagged the precision is 0 here; the convention asked for is 1."
    of_none = "0 of 0 flagged: the result is not a number. Treat this case on its own; it is 1.0."
    hints = {of_none: lambda got: np.isnan(got[0])}
    hints["The recall is not a number; nothing is found: it is 0."] = lambda got: np.isnan(got[1])
    what, slips = "The pair (precision, recall) when nothing is flagged", {zero: [0.0, 0.0]}
    also = "Normal samples that are not flagged count as hits; hits are flagged *and* anomalous."
    slips[also] = [1.0, 0.5]
    slips["The recall is 1 here; where nothing is flagged, no anomaly is found."] = [1.0, 1.0]
    slips["Both are the accuracy here; precision and recall are of the anomalies."] = [1 / 3, 1 / 3]
    weighted = "These are weighted means over both kinds of samples; take the anomalies."
    hints[weighted] = lambda got: any(np.allclose(got, [p, 1 / 3]) for p in (7 / 9, 1 / 9))
    slips["These are the other way round: the precision is 1, and the recall 0."] = [0.0, 1.0]
    checks.expect_close(answer, [1.0, 0.0], what, given=raw, slips=slips, hints=hints)
    ### BEGIN HIDDEN TESTS
    raw = (np.arange(9.0), np.array([0, 1, 0, 0, 1, 0, 1, 1, 0]), 2.5)
    answer = np.array(checks.parts(checks.call(precision_recall, *raw), ("precision", "recall")))
    what = "The pair (precision, recall) where six samples are flagged"
    slips = {
        "The second is the Jaccard index; divide the hits by all anomalies.": [1 / 2, 3 / 7],
        "The first is the recall, too; precision divides the hits by all flagged.": [3 / 4, 3 / 4],
        "Both are F1, the harmonic mean; give precision and recall.": [3 / 5, 3 / 5],
        "Both divide by all samples (len of a mask counts them all); "
        "divide by the flagged ones, and by the anomalies.": [1 / 3, 1 / 3],
    }
    sure = checks.parts(checks.call(precision_recall, [1, 2], [0, 1], 1), ("precision", "recall"))
    if np.allclose(sure, 1.0):
        slips["Decimals are cut off, as by // or int(); divide with /."] = [0.0, 0.0]
    if any(np.allclose(answer, wrong) for wrong in slips.values()):  # others are told elsewhere
        checks.expect_close(answer, [1 / 2, 3 / 4], what, slips=slips)
    some = checks.parts(checks.call(precision_recall, *raw[:2], 1.5), ("precision", "recall"))
    rounded = [np.allclose(some, np.round([3 / 7, 3 / 4], digits), 1e-6) for digits in (1, 2, 3)]
    checks.expect(not any(rounded), "The shares are rounded; give them as they are.")
    raw = (np.array([0.25, -0.5]), np.array([False, True]), 0.25)
    answer = np.array(checks.parts(checks.call(precision_recall, *raw), ("precision", "recall")))
    what = "The pair (precision, recall) when the largest score equals the threshold"
    hints["A score that equals the threshold is not flagged."] = lambda got: np.all(got == 0)
    checks.expect_close(answer, [1.0, 0.0], what, given=raw, hints=hints)
    what = "The pair (precision, recall) when only a normal sample is flagged"
    some = checks.call(precision_recall, np.array([0.75, 0.25, 0.5, 0.625]), [1, 0, 1, 0], 0.375)
    some_are_right = np.allclose(checks.parts(some, ("precision", "recall")), [2 / 3, 1.0])
    nothing = "The precision is 1 only if nothing is flagged, not if nothing is found."
    first = "If only the first sample is flagged, any() of its position 0 is False; "
    first += "ask for the number of flagged samples."
    for order, told in ((slice(None, None, -1), nothing), (slice(None), first)):
        raw = (np.array([0.25, -0.5])[order], np.array([False, True])[order], 0.0)
        answer = checks.parts(checks.call(precision_recall, *raw), ("precision", "recall"))
        slips = {told: [1.0, 0.0]} if some_are_right else {}
        checks.expect_close(np.array(answer), [0.0, 0.0], what, given=raw, slips=slips)
    ### END HIDDEN TESTS

test_precision_recall_nothing_flagged(precision_recall)

# %% nbgrader={"grade": false, "grade_id": "demo_threshold", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
calibrate_scores, fit_scores = (
    autoencoder_scores(autoencoders[:1], pixels[part])[0] for part in (calibrate, fit_normal)
)
score = scores["autoencoder"][0]

# %% nbgrader={"grade": false, "grade_id": "demo_threshold_rates", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Each set of images gives a threshold; false alarms and catches are counted on the test images.
rates = {}
for name, normal_scores in (
    ("training images", fit_scores),
    ("images put aside", calibrate_scores),
):
    threshold = float(threshold_at_fpr(normal_scores, 0.05))
    _, caught = precision_recall(score, anomalous, threshold)
    rates[name] = (threshold, np.mean(score[~anomalous] > threshold), caught)

# %% nbgrader={"grade": false, "grade_id": "demo_threshold_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Table: thresholds set on two sets of images
plots.table(
    (
        "threshold set on",
        "threshold for 5 %",
        "false alarms among test T-shirts",
        "anomalies caught",
    ),
    [
        (name, f"{t:.4f}", f"{false:.1%}", f"{caught:.1%}")
        for name, (t, false, caught) in rates.items()
    ],
)

# %% [markdown]
# Compare the false alarms with the 5 % that were promised. An autoencoder reproduces its training images better than others, so a threshold set on them is too low. Even the second row need not give 5 %: with 200 images put aside, the rate itself is uncertain by about 1.5 percentage points ($\sqrt{0.05 \cdot 0.95 / 200}$), and so is the count on the test.
#
# ### Why a good AUC still means false alarms
#
# In the test, nine of ten images are anomalies. In a factory it may be one in two hundred. The share of all images that are anomalies is the **base rate** $\pi$. With it, Bayes' rule gives the precision, the probability that an alarm is right:
#
# $$P(\text{anomaly} \mid \text{alarm}) = \frac{\pi \cdot \text{recall}}{\pi \cdot \text{recall} + (1 - \pi) \cdot \text{false-positive rate}}$$
#
# **Predict.** With the second threshold of the table above, and one anomaly in 200 images: how many of ten alarms are right?

# %% [markdown]
# *Your prediction:*
#
# …

# %% nbgrader={"grade": false, "grade_id": "demo_base_rate", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
def precision_by_bayes(base_rate, caught, false):
    right = base_rate * caught
    return right / (right + (1 - base_rate) * false) if right + false > 0 else 1.0

# %% nbgrader={"grade": false, "grade_id": "demo_draw_stream", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: how a thousand images become dots
def draw_stream(axis, base_rate, caught, false, n=1000):
    """n images as dots: alarms filled, anomalies orange."""
    anomalies = round(n * base_rate)
    hits, alarms = round(anomalies * caught), round((n - anomalies) * false)
    color = np.repeat(["orange", "sky"], [anomalies, n - anomalies])
    filled = np.concatenate([np.arange(anomalies) < hits, np.arange(n - anomalies) < alarms])
    x, y = np.divmod(np.arange(n), 20)
    for name in ("orange", "sky"):
        for full in (True, False):
            part = (color == name) & (filled == full)
            axis.plot(x[part], -y[part], "o", markersize=4,
                color=plots.COLORS["blue" if name == "sky" and full else name],
                fillstyle="full" if full else "none", markeredgewidth=0.6, alpha=1 if full else 0.5)
    axis.set(xticks=[], yticks=[], xlim=(-1, 50), ylim=(-20, 1))
    axis.grid(False)
    return anomalies, hits, alarms

# %% nbgrader={"grade": false, "grade_id": "demo_base_rate_figure", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: alarms, right and false
_, false, caught = rates["images put aside"]
figure, axes = plt.subplots(3, 1, figsize=(8.5, 7.2))
told, precisions = [], {}
for axis, base_rate in zip(axes, (0.5, 0.05, 0.005), strict=True):
    anomalies, hits, alarms = draw_stream(axis, base_rate, caught, false)
    precisions[base_rate] = precision_by_bayes(base_rate, caught, false)
    axis.set_title(
        f"Base rate {base_rate:.1%}: {hits} of {anomalies} anomalies flagged, {alarms} false "
        f"alarms: an alarm is right with probability {precisions[base_rate]:.0%}",
        fontsize=10,
    )
    told.append(
        f"at {base_rate:.1%}, {hits} hits and {alarms} false alarms, precision "
        f"{precisions[base_rate]:.2f}"
    )
figure.supxlabel("1,000 images; orange: anomalies, blue: T-shirts; filled: flagged")
plots.show(figure, "Three blocks of 1,000 dots, one an image: " + "; ".join(told) + ".")

# %% [markdown]
# Only the world changed from top to bottom. Does Bayes' rule hold on images? Draw 200,000 test images with replacement, with each base rate, and let **your** `precision_recall` count.

# %% nbgrader={"grade": false, "grade_id": "demo_stream", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
stream_rng, draws = np.random.default_rng(lessonkit.seed(0)), 200_000
normals, strange = np.flatnonzero(~anomalous), np.flatnonzero(anomalous)
threshold, rows = rates["images put aside"][0], []

# %% nbgrader={"grade": false, "grade_id": "demo_stream_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# For each base rate, what is counted stands beside what is expected.
for base_rate in (0.5, 0.05, 0.005):
    is_anomaly = stream_rng.random(draws) < base_rate
    drawn = np.where(is_anomaly, stream_rng.choice(strange, draws),
        stream_rng.choice(normals, draws))
    precision, recall = (float(v) for v in precision_recall(score[drawn], is_anomaly, threshold))
    error = np.sqrt(recall * (1 - recall) / is_anomaly.sum())
    rows.append((f"{base_rate:.1%}", f"{precision:.1%}", f"{precisions[base_rate]:.1%}",
        f"{recall:.1%} ± {error:.1%}", f"{caught:.1%}"))
plots.table(("base rate", "precision, counted", "precision, by Bayes' rule",
    "recall, counted ± its standard error", "recall on the test images"), rows)

# %% [markdown]
# Now move the threshold.

# %% nbgrader={"grade": false, "grade_id": "demo_rates", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
rates_tried = np.array([0.01, 0.02, 0.05, 0.1, 0.2, 0.3])
tried = [float(threshold_at_fpr(calibrate_scores, rate)) for rate in rates_tried]
least = 1 / np.sum(~anomalous)  # one false alarm: no lower rate can be measured
tried = [(np.maximum(np.mean(score[~anomalous] > t), least),
          precision_recall(score, anomalous, t)[1], t) for t in tried]

# %% nbgrader={"grade": false, "grade_id": "demo_operation", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: what one threshold does
def draw_operation(allowed, base_rate):
    false, caught, threshold = tried[list(rates_tried).index(allowed)]
    precision = precision_by_bayes(base_rate, caught, false)
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.2))
    bins = np.linspace(0, np.quantile(score, 0.99), 50)
    for flag, name, color in ((False, "T-shirts", "blue"), (True, "anomalies", "orange")):
        found = score[anomalous == flag]
        share = np.full(found.size, (base_rate if flag else 1 - base_rate) / found.size)
        style = {"alpha": 0.6, "color": plots.COLORS[color], "label": name}
        left.hist(found, bins, weights=share, **style)
    left.axvline(threshold, color="black")
    left.set(xlabel="reconstruction error", ylabel="share of all images")
    left.set_title(f"{false:.1%} false alarms, {caught:.0%} caught")
    left.legend()
    parts = np.array([base_rate * caught, (1 - base_rate) * false, base_rate * (1 - caught)])
    colors = [plots.COLORS[color] for color in ("orange", "blue", "sky")]
    right.bar(("true alarms", "false alarms", "missed"), 1000 * parts, color=colors)
    right.set(ylabel="of 1,000 images", title=f"An alarm is right with probability {precision:.0%}")
    return figure, (f"With a base rate of {base_rate:.1%} and {false:.1%} false alarms, "
        f"{caught:.0%} of the anomalies are caught and the precision is {precision:.2f}.")

# %% nbgrader={"grade": false, "grade_id": "demo_slider", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: move the sliders
import ipywidgets

base_rates, slider = [0.005, 0.02, 0.05, 0.2, 0.5], ipywidgets.SelectionSlider
sliders = {
    "allowed": slider(options=list(rates_tried), value=0.05, description="max FPR"),
    "base_rate": slider(options=base_rates, value=0.05, description="base rate"),
}
plots.explore(draw_operation, **sliders)

# %% [markdown]
# For print: precision and recall for all these thresholds.

# %% nbgrader={"grade": false, "grade_id": "demo_slider_still", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Figure: the curve, and one threshold on it
figure, axis = plt.subplots(figsize=(8, 3.6))
recalls = [caught for _, caught, _ in tried]
axis.plot(100 * rates_tried, recalls, "s--", color="black", label="recall, at any base rate")
for base_rate, color in ((0.5, "blue"), (0.05, "green"), (0.005, "red")):
    curve = [precision_by_bayes(base_rate, caught, false) for false, caught, _ in tried]
    axis.plot(100 * rates_tried, curve, "o-", color=plots.COLORS[color],
        label=f"precision, base rate {base_rate:.1%}")
axis.set(xscale="log", xlabel="largest false-positive rate allowed when the threshold is set, %",
    ylabel="precision, recall", ylim=(0, 1.05))
axis.set_xticks(100 * rates_tried, [f"{100 * rate:g}" for rate in rates_tried])
axis.minorticks_off()
axis.legend(fontsize=8, loc="center left", bbox_to_anchor=(1, 0.5))
at_5 = curve[list(rates_tried).index(0.05)]
axis.set_title(f"AUC {roc_auc(score, anomalous):.2f}; at a base rate of 0.5% and 5% allowed, "
    f"{at_5:.0%} of the alarms are right")
plots.show(figure, f"Precision and recall against the allowed false-positive rate. Recall runs "
    f"from {min(recalls):.2f} to {max(recalls):.2f}; precision at a base rate of 0.5 % from "
    f"{min(curve):.2f} to {max(curve):.2f}.")

# %% [markdown]
# ## 9. The claims
#
# Each verdict is a function of the results; read there what would have made it come out otherwise.

# %% nbgrader={"grade": false, "grade_id": "demo_rules", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 4.1
def claim_4_1(against_pixels, against_mean, by_kind):  # `by_kind`: against pixels on each kind
    outcomes = {against_pixels.outcome, against_mean.outcome}
    verdict = "holds" if outcomes == {evidence.BETTER} else evidence.NOT_TOLD_APART
    if evidence.WORSE in outcomes:
        verdict = "does not hold"
    ahead = [name for name, found in by_kind.items() if found.outcome == evidence.BETTER]
    sentence = (f"HOG against pixels, same machine: {against_pixels.words()}; against the mean "
                f"image: {against_mean.words()}. Kinds on which HOG is ahead of the pixels: "
                f"{', '.join(ahead) or 'none'}.")
    return evidence.Verdict(
        "4.1", verdict, sentence, against_pixels.value, against_pixels.low, against_pixels.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_regressor", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 4.2
def claim_4_2(seen, one_kind, eight_kinds):  # on seen kinds; on unseen ones, one known or eight
    verdict = "does not hold" if seen.outcome == evidence.WORSE else evidence.NOT_TOLD_APART
    if seen.outcome == evidence.BETTER:
        verdict = "holds only if the anomalies are of a kind that it was trained with"
        if one_kind.outcome == evidence.BETTER:
            verdict = "holds"
        elif eight_kinds.outcome == evidence.BETTER:
            verdict += ", or it knows many kinds (here eight)"
    sentence = (f"Against the mean image: on seen kinds {seen.words()}; on unseen ones "
                f"{one_kind.words()} with one kind known and a linear output, "
                f"{eight_kinds.words()} with eight and a sigmoid.")
    return evidence.Verdict("4.2", verdict, sentence, one_kind.value, one_kind.low, one_kind.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_2", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 4.3
def claim_4_3(as_share, share_gap, r2_gap, lowest_r2):
    """Is the output nearer to the share of anomalies (`as_share`: by how much) than to R²?"""
    verdicts = {evidence.BETTER: "does not hold", evidence.WORSE: "holds"}
    verdict = verdicts.get(as_share.outcome, evidence.NOT_TOLD_APART)
    sentence = (f"In groups of images the output is off the share of anomalies by {share_gap:.2f}, "
        f"off R² by {r2_gap:.2f}: as a share it is {as_share.words()}. The lowest R² of a set is "
        f"{lowest_r2:.2f}.".replace("-", "−"))
    return evidence.Verdict("4.3", verdict, sentence, as_share.value, as_share.low, as_share.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_autoencoder", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 4.4
def claim_4_4(against_mean, plain):
    """The autoencoder against the mean image; `plain`: AUC, low, high of each plain anomaly."""
    passing = [name for name, (_, _, high) in plain.items() if high < 0.5]
    verdict = "does not hold" if against_mean.outcome == evidence.WORSE else evidence.NOT_TOLD_APART
    if against_mean.outcome == evidence.BETTER:
        verdict = "holds"
        if passing:
            verdict = "holds only if the anomalies are not plainer versions of what is normal"
    aucs = ", ".join(f"{name} {auc:.2f} ({low:.2f} to {high:.2f})" for name,
        (auc, low, high) in plain.items())
    sentence = (f"Against the mean image: {against_mean.words(3)}. AUC on plain anomalies: {aucs}; "
                f"surely below chance: {', '.join(passing) or 'none'}.")
    return evidence.Verdict("4.4", verdict, sentence, against_mean.value, against_mean.low,
        against_mean.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_3", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 4.5
def claim_4_5(against_svm, auc, margin=0.02):
    """A regressor that sees normal samples alone against OneClassSVM: does only the name differ?"""
    verdict = "does not hold" if against_svm.outcome == evidence.WORSE else evidence.NOT_TOLD_APART
    if against_svm.outcome == evidence.BETTER or against_svm.is_within(margin):
        verdict = "holds"
    sentence = (f"A regressor that sees what OneClassSVM sees, the same T-shirts, all labelled 0, "
        f"has AUC {auc:.2f}; against OneClassSVM: {against_svm.words()}.")
    return evidence.Verdict("4.5", verdict, sentence, against_svm.value, against_svm.low,
        against_svm.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_wrapper", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 4.6
def claim_4_6(old_working, old_tried, new):
    """How many old imports work, and the network in Keras 3's wrapper against the mean image."""
    verdict = "does not hold" if new.outcome == evidence.WORSE else evidence.NOT_TOLD_APART
    if new.outcome == evidence.BETTER:
        verdict = "holds"
        if old_working < old_tried:
            verdict = ("holds only if it is the one that came with Keras 3, "
                       "keras.wrappers.SKLearnRegressor")
    sentence = (f"{old_working} of {old_tried} old imports work; what SKLearnRegressor trained is, "
        f"on the kind that it knows, {new.words()} against the mean image.")
    return evidence.Verdict("4.6", verdict, sentence, new.value, new.low, new.high)

# %% nbgrader={"grade": false, "grade_id": "demo_rules_4", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Rule: claim 4.7
def claim_4_7(against_svm, gains, radii, margin=0.02):
    """Deep SVDD by the rules against OneClassSVM; `gains`: against variants that break a rule."""
    verdict = "does not hold" if against_svm.outcome == evidence.WORSE else evidence.NOT_TOLD_APART
    if against_svm.outcome == evidence.BETTER or against_svm.is_within(margin):
        verdict = "holds"
    left = ", ".join(f"{radius:.2g} {name}" for name, radius in radii.items())
    rules = "; ".join(
        f"against the variant '{name}' {found.words()}" for name, found in gains.items()
    )
    sentence = (
        f"Against OneClassSVM on the same pixels: {against_svm.words()}. Radius left: {left}. "
        f"Detection by the rules: {rules}."
    )
    return evidence.Verdict(
        "4.7", verdict, sentence, against_svm.value, against_svm.low, against_svm.high
    )

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts_claims", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
claims = {
    "4.1": "OneClassSVM on HOG features is the baseline to beat",
    "4.2": "A regressor on labels 0 and 1 finds anomalies",
    "4.3": "Its output is a kind of R² to an anomalous model",
    "4.4": "An autoencoder's reconstruction error finds anomalies",
    "4.5": "One-class classification is another name for regression",
    "4.6": "Keras' scikit-learn wrapper is the way to do it",
    "4.7": "Deep SVDD does what OneClassSVM does, with a deep network",
}

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts_inputs", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# Here the results for claims 4.2 and 4.4 are collected.
mean_score, linear = scores["mean image"], "regressor, linear, one kind"
regressors = (seen[linear], unseen[linear], unseen["regressor, sigmoid, eight kinds"])
plain_anomalies = plain | {f"{names[lowest]} (among sandals)": sandal_aucs[lowest]}

# %% nbgrader={"grade": false, "grade_id": "demo_verdicts", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
evidence.show([
    claim_4_1(hog_against["OneClassSVM, pixels"], hog_against["mean image"], hog_by_kind),
    claim_4_2(*(compare_kinds(found, mean_score, 3) for found in regressors)),
    claim_4_3(as_share, share_gap.mean(), r2_gap.mean(), shirt_r2.min()),
    claim_4_4(gain["autoencoder"], plain_anomalies),
    claim_4_5(zero_gap, auc_interval(scores["regressor, T-shirts alone"])[0]),
    claim_4_6(sum(old_imports.values()), len(old_imports), wrapped_gain),
    claim_4_7(evidence.compare_auc(scores["Deep SVDD"], pixel_score, anomalous), rules_gain,
    shrunk),
], claims)

# %% [markdown]
# Compare with what you predicted at the top.
#
# **What to use when** follows from section 7's table: the best one-class detector against the regressor, on kinds seen and unseen.

# %% nbgrader={"grade": false, "grade_id": "demo_advice", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
one_class = [name for name in order if not isinstance(unseen[name], dict)]
best = one_class[0]
alone = (
    gain[best].words() + " against the mean image" if best in gain else "nothing beats the simplest"
)
rows = [("normal data alone", f"{best} ({alone})")]

# %% nbgrader={"grade": false, "grade_id": "demo_advice_cases", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
# With examples of anomalies, a regressor is possible, too.
cases = (
    ("examples of the kind you fear", seen["regressor, sigmoid, one kind"]),
    ("examples of one kind, and fear others", unseen["regressor, sigmoid, one kind"]),
    ("examples of eight kinds, and fear a ninth", unseen["regressor, sigmoid, eight kinds"]),
)
advice = {
    evidence.BETTER: "the regressor",
    evidence.WORSE: f"{best}, with the regressor beside it",
    evidence.NOT_TOLD_APART: f"{best} and the regressor, side by side",
}

# %% nbgrader={"grade": false, "grade_id": "demo_advice_table", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
for case, found in cases:
    difference = compare_kinds(found, scores[best], 3)
    rows.append(
        (case, f"{advice[difference.outcome]} (regressor {difference.words()} against {best})")
    )
plots.table(("you have", "use (three comparisons, corrected)"), rows)

# %% [markdown]
# - Always begin with the mean image and OneClassSVM on plain inputs: a network that is no better is not worth its trouble.
# - Anomalies that you know are worth using: **Outlier Exposure** takes outliers of any kind, **Deep SAD** (Ruff et al. 2020) adds a few known anomalies to Deep SVDD. Measure with a kind held out.
# - If anomalies may *lack* something (pale, blurred, plain), do not rely on the reconstruction error alone.
#
# ## What to remember
#
# 1. AUC is the share of pairs in the right order: no threshold, no base rate. Below ½ is worse than chance.
# 2. Test on a kind of anomaly that was not in training. The AUC on seen kinds says nothing about it.
# 3. The reconstruction error measures how hard an image is, too: a plainer version of what is normal can slip through.
# 4. A one-class loss can be won by a constant. Rules can prevent that; they do not make a good detector.
# 5. Set the threshold on normal data that was not trained on; the base rate then decides how many alarms are false.
#
# ## Where it breaks
#
# - One data set, small fully connected networks. Convolutions, pretraining and other data move the table; Ruff and others report better results for Deep SVDD than ours.
# - No setting ($\nu$, the narrow layer, epochs) was tuned on anomalies, and another moves the table: compare the values of $\nu$ in section 3. Anomalies that you tune on are seen.
# - Real normal data contain a few anomalies that nobody has found.
# - The intervals cover test images and seeds, not the choice of the normal class. Change `normal_kind` in section 1, and the order may change.
# - Normal data drift, and with them the false-positive rate of last year's threshold.

# %% [markdown]
# ## Further reading
#
# - D. Hendrycks, M. Mazeika and T. Dietterich (2019), Deep anomaly detection with outlier exposure, ICLR, [arXiv:1812.04606](https://arxiv.org/abs/1812.04606).
# - L. Ruff and others (2020), Deep semi-supervised anomaly detection (Deep SAD), ICLR, [arXiv:1906.02694](https://arxiv.org/abs/1906.02694).
# - E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson (1988), Comparing the areas under two or more correlated receiver operating characteristic curves, *Biometrics* 44(3), [doi:10.2307/2531595](https://doi.org/10.2307/2531595).
# - L. Ruff and others (2018), Deep one-class classification, ICML, [proceedings.mlr.press/v80/ruff18a](https://proceedings.mlr.press/v80/ruff18a.html).
# - B. Schölkopf and others (2001), Estimating the support of a high-dimensional distribution, *Neural Computation* 13(7), [doi:10.1162/089976601750264965](https://doi.org/10.1162/089976601750264965).
# - N. Dalal and B. Triggs (2005), Histograms of oriented gradients for human detection, CVPR, [doi:10.1109/CVPR.2005.177](https://doi.org/10.1109/CVPR.2005.177).
# - J. A. Hanley and B. J. McNeil (1982), The meaning and use of the area under a receiver operating characteristic (ROC) curve, *Radiology* 143(1), [doi:10.1148/radiology.143.1.7063747](https://doi.org/10.1148/radiology.143.1.7063747).
# - H. Xiao, K. Rasul and R. Vollgraf (2017), Fashion-MNIST, [arXiv:1708.07747](https://arxiv.org/abs/1708.07747).
