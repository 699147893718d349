"""What each exercise's answer gives for an input drawn from what the contract allows."""

import numpy as np
import tensorflow as tf


def form(rng, values):
    """The values, which float32 holds, as one of the types in which tests give them."""
    kinds = (np.ndarray.tolist, np.float32, np.float64)
    return kinds[rng.integers(len(kinds))](np.float32(values).astype(float))


def batch(rng):
    """Labels and predictions, of any rank from 2 on."""
    shape = (int(rng.integers(1, 4)), *rng.integers(1, 4, size=rng.integers(1, 4)))
    labels, predictions = rng.normal(size=(2, *shape)) * rng.choice([1, 10])
    return (np.round(labels), np.round(predictions)) if rng.random() < 0.3 else (labels, predictions)


def pairwise_squared_error(answer, rng):
    labels, predictions = batch(rng)
    if rng.random() < 0.1:
        labels, predictions = rng.normal(size=(2, 4))
    return answer(form(rng, labels), form(rng, predictions))


def pairwise_squared_error_linear(answer, rng):
    if rng.random() < 0.1:
        labels, predictions = rng.normal(size=(2, 2, 1000)).astype(np.float32)
        return answer(labels, predictions + np.float32(1e4))
    return pairwise_squared_error(answer, rng)


def weighted_pairwise_squared_error(answer, rng):
    labels, predictions = batch(rng)
    weight = rng.choice([0.0, 0.5, 1.0, 3.0, -1.0], len(labels), p=[0.3, 0.2, 0.2, 0.25, 0.05])
    return answer(form(rng, labels), form(rng, predictions), form(rng, weight))


def pairwise_mse_loss(answer, rng):
    labels, predictions = (tf.constant(part, tf.float32) for part in batch(rng))
    with tf.GradientTape() as tape:
        tape.watch(predictions)
        loss = answer(labels, predictions)
    slope = tape.gradient(loss, predictions)
    return loss, tf.zeros_like(predictions) if slope is None else slope


def scale_invariant_log_error(answer, rng):
    shape = (int(rng.integers(1, 4)), *rng.integers(1, 4, size=rng.integers(1, 3)))
    true, predicted = np.exp(rng.normal(size=(2, *shape)))
    if rng.random() < 0.3:
        true, predicted = np.ceil(true), np.ceil(predicted)
    return answer(form(rng, true), form(rng, predicted))


def pairwise_logistic_loss(answer, rng):
    size = int(rng.integers(1, 7))
    scores = rng.normal(size=size) * rng.choice([1, 50, 1000])
    return answer(form(rng, scores), form(rng, rng.integers(0, 4, size)))
