"""Training helpers: a progress bar in the notebook, a fast training loop, experiments over several seeds."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from IPython import get_ipython
from IPython.display import display

if TYPE_CHECKING:
    import keras


def _quiet() -> bool:
    """Whether nobody watches: nbgrader is grading or validating, or this is no notebook."""
    return get_ipython() is None or "NBGRADER_EXECUTION" in os.environ or "NBGRADER_VALIDATING" in os.environ


class Bar:
    """A progress bar that is updated in place and leaves one short line; quiet when grading.

    Parameters
    ----------
    label
        What is going on, in a few words.
    total
        Number of steps.
    """

    def __init__(self, label: str, total: int) -> None:
        self.label, self.total, self.done = label, total, 0
        self._start, self._finished = time.perf_counter(), False
        self._drawn = self._start
        self._handle = None if _quiet() else display(self, display_id=True)

    def __repr__(self) -> str:
        if self._finished:
            return f"{self.label}: done in {time.perf_counter() - self._start:.0f} s"
        return f"{self.label}: {self.done} of {self.total}"

    def _repr_html_(self) -> str:
        bar = f'<progress max="{self.total}" value="{self.done}" style="width: 24em"></progress> '
        return ("" if self._finished else bar) + str(self)

    def step(self, steps: int = 1) -> None:
        """Count steps; the picture follows a few times a second."""
        self.done += steps
        if self._handle and time.perf_counter() - self._drawn > 0.2:
            self._drawn = time.perf_counter()
            self._handle.update(self)

    def finish(self) -> None:
        """Replace the bar by one line that says how long it took."""
        self._finished = True
        if self._handle:
            self._handle.update(self)


def progress(items: Sequence | range, label: str) -> Iterator:
    """Go through ``items`` with a progress bar."""
    bar = Bar(label, len(items))
    for item in items:
        yield item
        bar.step()
    bar.finish()


def epoch_bar(label: str) -> keras.callbacks.Callback:
    """A callback for Keras' ``fit`` (use ``verbose=0``): one progress bar over the epochs."""
    import keras

    class EpochBar(keras.callbacks.Callback):
        def on_train_begin(self, logs: dict | None = None) -> None:
            self.bar = Bar(label, self.params["epochs"])

        def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
            self.bar.step()

        def on_train_end(self, logs: dict | None = None) -> None:
            self.bar.finish()

    return EpochBar()


def fit(
    model: keras.Model,
    x: Any,
    y: Any,
    *,
    epochs: int,
    batch_size: int = 32,
    learning_rate: float = 0.01,
    loss: Callable | None = None,
    after_epoch: Callable[[], object] | None = None,
) -> np.ndarray:
    """Train a small Keras model as compiling with Adam and ``fit`` would, but with each epoch in one compiled step.

    On networks of this size most of the time of Keras' own ``fit`` goes by between the batches. For the same order of
    batches the updates are the same.

    Parameters
    ----------
    model
        The model; its weights are changed.
    x, y
        Inputs (n, features) and targets (n, …); converted to float32. A 1-D array is one feature or output.
    epochs, batch_size, learning_rate
        As in Keras. Each epoch is shuffled with NumPy's global generator, which :func:`over_seeds` seeds.
    loss
        Function (targets, outputs) -> scalar tensor; the mean squared error if left out.
    after_epoch
        Called after each epoch, to look at the model.

    Returns
    -------
    numpy.ndarray
        Shape (epochs,): the mean loss over each epoch's samples.
    """
    import keras
    import tensorflow as tf

    # a float32 tensor is taken as it is: a copy for each of many runs would stay in memory with its compiled step
    inputs, targets = (a[:, None] if a.ndim == 1 else a for a in (tf.cast(x, tf.float32), tf.cast(y, tf.float32)))
    n = len(inputs)
    loss = loss or (lambda target, output: tf.reduce_mean((output - target) ** 2))
    model(inputs[:1])  # builds a subclassed model
    optimizer = keras.optimizers.Adam(learning_rate)
    optimizer.build(model.trainable_variables)

    @tf.function
    def epoch(order: tf.Tensor) -> tf.Tensor:
        total = tf.constant(0.0)
        for start in tf.range(0, n, batch_size):
            batch = order[start : start + batch_size]
            with tf.GradientTape() as tape:
                value = loss(tf.gather(targets, batch), model(tf.gather(inputs, batch), training=True))
            optimizer.apply(tape.gradient(value, model.trainable_variables), model.trainable_variables)
            total += value * tf.cast(tf.size(batch), tf.float32)
        return total / n

    losses = []
    for _ in range(epochs):
        losses.append(float(epoch(tf.constant(np.random.permutation(n)))))
        if after_epoch:
            after_epoch()
    return np.array(losses)


def over_seeds(run: Callable[[int], Any], seeds: Iterable[int], label: str) -> Any:
    """Repeat an experiment with several seeds, with a progress bar.

    Parameters
    ----------
    run
        The experiment: takes a seed; returns a number, an array, or a dict of them. Python's, NumPy's and
        TensorFlow's global generators are seeded with the same number before each run.
    seeds
        The seeds.
    label
        What is going on, in a few words.

    Returns
    -------
    numpy.ndarray or dict of numpy.ndarray
        The results, stacked along a new first axis, one entry a seed.
    """
    import keras

    results = []
    for seed in progress(list(seeds), label):
        keras.utils.set_random_seed(seed)
        results.append(run(seed))
    if isinstance(results[0], dict):
        return {key: np.stack([np.asarray(result[key]) for result in results]) for key in results[0]}
    return np.stack([np.asarray(result) for result in results])
