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
    import tensorflow as tf


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
    learning_rate: Any = 0.01,
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
        As in Keras (the learning rate may be a schedule). Each epoch is shuffled with NumPy's global generator, which
        :func:`over_seeds` seeds.
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

    inputs, targets = _columns(x), _columns(y)
    loss = loss or _mean_squared_error
    model(inputs[:1])  # builds a subclassed model
    optimizer = keras.optimizers.Adam(learning_rate)
    optimizer.build(model.trainable_variables)

    def update(batch: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape() as tape:
            value = loss(tf.gather(targets, batch), model(tf.gather(inputs, batch), training=True))
        optimizer.apply(tape.gradient(value, model.trainable_variables), model.trainable_variables)
        return value

    orders = (np.random.permutation(len(inputs)) for _ in range(epochs))
    return _run_epochs(update, orders, batch_size, after_epoch)


def fit_seeds(
    builder: Callable[[], keras.Model],
    x: Any,
    y: Any,
    seeds: Sequence[int],
    *,
    epochs: int,
    batch_size: int = 32,
    learning_rate: Any = 0.01,
    loss: Callable | None = None,
    separate: bool = False,
    label: str = "",
) -> tuple[list[keras.Model], np.ndarray]:
    """Train the same small network from several seeds at once: sixteen take little longer than two one by one.

    The weights of all networks are stacked along a first axis and updated in one compiled step; Adam's rule is
    elementwise. Each network has its own start and its own order of samples, and becomes what building and
    :func:`fit` under :func:`over_seeds` would make of it (up to rounding).

    Parameters
    ----------
    builder
        Makes an uncompiled Keras model; called once a seed, after the global generators are seeded with it. A model
        with variables that are not trained (batch normalisation, dropout) cannot be stacked.
    x, y, epochs, batch_size, learning_rate, loss
        As in :func:`fit`.
    seeds
        One for each network.
    separate
        Whether ``x`` and ``y`` have a first axis of one entry a seed: every network has data of its own.
    label
        What is going on, for a progress bar over the epochs; none if left out.

    Returns
    -------
    models : list of keras.Model
        The trained networks, in the order of the seeds.
    losses : numpy.ndarray
        Shape (seeds, epochs): each network's mean loss over each epoch's samples.

    Raises
    ------
    ValueError
        If a model has variables that are not trained.
    """
    import keras
    import tensorflow as tf

    inputs, targets = _columns(x, separate), _columns(y, separate)
    models, generators = [], []
    for seed in seeds:
        keras.utils.set_random_seed(seed)
        models.append(builder())
        models[-1](inputs[0, :1] if separate else inputs[:1])  # builds a subclassed model
        generators.append(np.random.RandomState())
        generators[-1].set_state(np.random.get_state())  # goes on where `fit` would
    if models[0].non_trainable_variables:
        raise ValueError("Networks with variables that are not trained cannot be trained together: use over_seeds.")
    weights = [np.stack(same) for same in zip(*(model.get_weights() for model in models), strict=True)]
    weights = [keras.Variable(stacked) for stacked in weights]
    optimizer = keras.optimizers.Adam(learning_rate)
    optimizer.build(weights)
    loss = loss or _mean_squared_error

    def one(parts: tuple) -> tuple[tf.Tensor, list[tf.Tensor]]:
        own, batch_inputs, batch_targets = parts
        with tf.GradientTape() as tape:
            tape.watch(own)
            outputs, _ = models[0].stateless_call(own, [], batch_inputs, training=True)
            value = loss(batch_targets, outputs)
        return value, tape.gradient(value, own)

    def update(batch: tf.Tensor) -> tf.Tensor:
        own = [tf.convert_to_tensor(variable) for variable in weights]
        data = [tf.gather(values, batch, batch_dims=int(separate)) for values in (inputs, targets)]
        values, gradients = tf.vectorized_map(one, (own, *data))
        optimizer.apply(gradients, weights)
        return values

    n = inputs.shape[int(separate)]
    orders = (np.stack([generator.permutation(n) for generator in generators]) for _ in range(epochs))
    bar = Bar(label, epochs) if label else None
    losses = _run_epochs(update, orders, batch_size, bar.step if bar else None)
    if bar:
        bar.finish()
    for index, model in enumerate(models):
        model.set_weights([variable[index] for variable in weights])
    return models, losses.T


def _columns(values: Any, separate: bool = False) -> tf.Tensor:
    """As float32 tensor with a feature axis. One that is so already is taken as it is: copies would stay in memory."""
    import tensorflow as tf

    tensor = tf.cast(values, tf.float32)
    return tensor[..., None] if tensor.ndim == 1 + separate else tensor


def _mean_squared_error(target: tf.Tensor, output: tf.Tensor) -> tf.Tensor:
    import tensorflow as tf

    return tf.reduce_mean((output - target) ** 2)


def _run_epochs(
    update: Callable[[Any], Any],
    orders: Iterable[np.ndarray],
    batch_size: int,
    after_epoch: Callable[[], object] | None,
) -> np.ndarray:
    """Go through batches of each order of samples (its last axis), an epoch in one compiled step; gives mean losses."""
    import tensorflow as tf

    @tf.function
    def epoch(order: tf.Tensor) -> tf.Tensor:
        n, total = order.shape[-1], tf.zeros(order.shape[:-1])
        for start in tf.range(0, n, batch_size):
            batch = order[..., start : start + batch_size]
            total += update(batch) * tf.cast(tf.shape(batch)[-1], tf.float32)
        return total / n

    losses = []
    for order in orders:
        losses.append(epoch(tf.constant(order)).numpy())
        if after_epoch:
            after_epoch()
    return np.array(losses)


#: Training has ended when the loss falls by less than this share from one tenth of the epochs to the next.
FLAT = 0.02


def late_fall(losses: Any) -> float:
    """By which share the mean loss of the last tenth of the epochs is below that of the tenth before.

    The course calls a loss *flat*, and training ended, where this is less than :data:`FLAT`.

    Parameters
    ----------
    losses
        Shape (epochs,) or (runs, epochs), at least 20 epochs; the mean over the runs is judged.

    Raises
    ------
    ValueError
        If there are fewer epochs.
    """
    mean = np.atleast_2d(losses).mean(axis=0)
    tenth = len(mean) // 10
    if tenth < 2:
        raise ValueError(f"{len(mean)} epochs are too few to judge whether the loss is flat: 20 are needed.")
    return float(1 - mean[-tenth:].mean() / mean[-2 * tenth : -tenth].mean())


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
