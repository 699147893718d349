"""What each exercise's answer gives for an input drawn from what the contract allows."""

import numpy as np
import tensorflow as tf


def form(rng, values):
    """The values, which float32 holds, as one of the types in which tests give them."""
    kinds = (np.ndarray.tolist, np.float32, np.float64)
    return kinds[rng.integers(len(kinds))](np.float32(values).astype(float))


def some_scores(rng):
    """Scores with ties, and flags."""
    size = int(rng.integers(1, 12))
    return rng.integers(-4, 5, size) / 4, rng.integers(0, 2, size)


def flags(rng, values):
    return [values.astype(bool), values, values.tolist(), values.astype(bool).tolist()][rng.integers(4)]


def roc_auc(answer, rng):
    scores, flagged = some_scores(rng)
    return answer(form(rng, scores), flags(rng, flagged))


def threshold_at_fpr(answer, rng):
    scores, _ = some_scores(rng)
    rate = float(rng.choice([0.0, 0.05, 0.1, 0.3, 0.5, 0.7, 1.0, rng.uniform()]))
    return answer(form(rng, scores), rate)


def precision_recall(answer, rng):
    scores, flagged = some_scores(rng)
    flagged[0] = 1
    return answer(form(rng, scores), flags(rng, flagged), float(rng.integers(-5, 6) / 4))


def build_autoencoder(answer, rng):
    inputs, codes = int(rng.integers(3, 9)), int(rng.integers(1, 3))
    model, x = answer(inputs, codes), rng.uniform(size=(7, inputs))
    model(x)
    for weight in model.trainable_weights:
        weight.assign(rng.normal(size=weight.shape))
    with tf.GradientTape(persistent=True) as tape:
        entered = tf.constant(x[:1], tf.float32)
        tape.watch(entered)
        left = model(entered)
    slopes = tape.jacobian(left, entered, experimental_use_pfor=False)  # tracing a loop would take a second
    rank = np.linalg.matrix_rank(slopes[0, :, 0, :], tol=1e-5)
    return left.shape, bool(np.all((left >= 0) & (left <= 1))), bool(rank <= codes)


build_autoencoder.draws = 30


def reconstruction_error(answer, rng):
    shape = (int(rng.integers(1, 4)), *rng.integers(1, 5, size=rng.integers(1, 4)))
    if rng.random() < 0.4:
        return answer(*rng.integers(0, 256, (2, *shape)).astype(np.uint8))
    return answer(form(rng, rng.uniform(size=shape)), form(rng, rng.uniform(size=shape)))


def svdd_center(answer, rng):
    embeddings = rng.normal(size=(rng.integers(1, 6), rng.integers(1, 5))) * rng.choice([0.05, 1])
    if rng.random() < 0.3:
        embeddings = np.round(embeddings)
    return answer(form(rng, embeddings), eps=0.25) if rng.random() < 0.4 else answer(form(rng, embeddings))


def svdd_score(answer, rng):
    center = rng.integers(-8, 9, rng.integers(1, 5)) / 4 + rng.choice([0, 1024])
    embeddings = center + rng.integers(-8, 9, (int(rng.integers(1, 6)), len(center))) / 4
    return answer(form(rng, embeddings), form(rng, center))


def split_for_unseen_anomalies(answer, rng):
    names = np.array(["boot", "bag", "coat", "dress"] if rng.random() < 0.4 else [7, 3, 12, 5])
    kinds = rng.permutation(np.repeat(names, rng.integers(5, 12, 4)))
    normal, unseen = rng.permutation(names)[:2]
    asked = (kinds, normal, unseen, float(rng.choice([0.37, 0.61, 0.77])), int(rng.integers(100)))
    train, test = (np.asarray(part).astype(int) for part in answer(*asked))
    again = answer(*asked)
    counts = [np.sum(kinds[train] == kind) for kind in np.unique(kinds)]
    return counts, np.sort(np.concatenate([train, test])), all(map(np.array_equal, (train, test), again))
