"""What each exercise's answer gives for an input drawn from what the contract allows."""

import numpy as np


def form(rng, values):
    """The values, which float32 holds, as one of the types in which tests give them."""
    kinds = (np.ndarray.tolist, np.float32, np.float64)
    return kinds[rng.integers(len(kinds))](np.float32(values).astype(float))


def rows(rng):
    """Logits (batch, classes), small ones or large ones."""
    return rng.normal(size=(rng.integers(1, 5), rng.integers(2, 6))) * rng.choice([1, 30, 1000])


def shares(rng, shape):
    """Labels (batch, classes), one-hot or soft."""
    if rng.random() < 0.4:
        return np.eye(shape[1])[rng.integers(0, shape[1], shape[0])]
    return rng.dirichlet(np.ones(shape[1]), shape[0])


def logit(answer, rng):
    return answer(form(rng, rng.uniform(0.01, 0.99, rng.integers(1, 5, size=rng.integers(0, 3)))))


def sigmoid(answer, rng):
    return answer(form(rng, rng.normal(size=rng.integers(1, 5, size=rng.integers(0, 3))) * rng.choice([1, 30, 1000])))


def softmax(answer, rng, low=True):
    logits = rng.normal(size=rng.integers(2, 5, size=rng.integers(1, 4))) * rng.choice([1, 30, 1e4])
    if low and rng.random() < 0.3:
        logits.flat[0] = -np.inf
    axis = int(rng.integers(-logits.ndim, logits.ndim))
    return answer(form(rng, logits), axis=axis) if rng.random() < 0.7 else answer(form(rng, logits))


def log_softmax(answer, rng):
    return softmax(answer, rng, low=False)


def cross_entropy_from_logits(answer, rng):
    logits = rows(rng)
    return answer(form(rng, shares(rng, logits.shape)), form(rng, logits))


def cross_entropy_gradient(answer, rng):
    logits = rows(rng)
    weight = rng.choice([1.0, 0.0, 2.5], (len(logits), 1))
    return answer(form(rng, shares(rng, logits.shape) * weight), form(rng, logits))


def sigmoid_cross_entropy(answer, rng):
    logits = rows(rng)
    return answer(form(rng, rng.uniform(size=logits.shape).round(rng.integers(0, 3))), form(rng, logits))


def distillation_loss(answer, rng):
    student = rows(rng)
    teacher = rng.normal(size=student.shape) * rng.choice([1, 30])
    return answer(form(rng, student), form(rng, teacher), float(rng.uniform(0.5, 9)))
