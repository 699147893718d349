"""Asking a student's TensorFlow function, training step or Keras model by what it does."""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from lessonkit.checks import state
from lessonkit.checks.calls import NO_RETURN, as_array, must_keep, student_code
from lessonkit.checks.errors import in_graph
from lessonkit.checks.expectations import expect_shape
from lessonkit.checks.messages import CheckFailed, name_of

_CUT = "Use TensorFlow operations all the way; NumPy cuts the gradient."


def gradient(function: Callable, *args: Any, wrt: int = 0, constant: bool = False, hint: str = _CUT) -> np.ndarray:
    """Gradient of the sum of a student's TensorFlow function with respect to one argument.

    Parameters
    ----------
    function
        A function of float32 tensors.
    *args
        Arrays; each is passed as a float32 tensor.
    wrt
        Position of the argument to differentiate to.
    constant
        Whether the function may be constant: no gradient is then 0.
    hint
        What to say where no gradient reaches the argument.

    Returns
    -------
    numpy.ndarray
        The gradient, of the shape of that argument.

    Raises
    ------
    CheckFailed
        If no gradient reaches the argument (for example because NumPy was used inside).
    """
    import tensorflow as tf

    name = name_of(function)
    tensors = [tf.constant(np.asarray(a), tf.float32) for a in args]
    with student_code(function), tf.GradientTape() as tape:
        tape.watch(tensors[wrt])
        value = tf.reduce_sum(function(*tensors))
    result = tape.gradient(value, tensors[wrt])
    if result is None and constant:
        return np.zeros(tensors[wrt].shape, np.float32)
    if result is None:
        raise CheckFailed(f"No gradient flows through {name}.", hint=hint)
    return tf.convert_to_tensor(result).numpy()


def in_tf_function(function: Callable, *args: Any) -> Any:
    """Value of a student's function inside a ``tf.function`` whose first dimensions are unknown.

    Parameters
    ----------
    function
        A function of float32 tensors.
    *args
        Arrays of at least one dimension.

    Returns
    -------
    numpy.ndarray or tuple of numpy.ndarray
        The value, as the graph computes it.
    """
    import tensorflow as tf

    tensors = [tf.constant(np.asarray(a), tf.float32) for a in args]
    signature = [tf.TensorSpec([None, *t.shape[1:]], tf.float32) for t in tensors]
    name = name_of(function)
    with student_code(function, what=f"{name}, inside a tf.function,", hint=in_graph):
        value = tf.function(lambda *xs: function(*xs), input_signature=signature)(*tensors)
    return as_array(value, name)


def train_step(
    step: Callable, networks: Sequence[Any], optimizer: Any, *args: Any
) -> tuple[dict[str, float], list[list[np.ndarray]], int]:
    """Run a student's training step ``step(*networks, optimizer, *args)`` once; the networks get their weights back.

    Parameters
    ----------
    step
        The student's function; returns a dict of single numbers.
    networks
        Built Keras models of the test's own making.
    optimizer
        A Keras optimizer of the test's own making.
    *args
        Arrays.

    Returns
    -------
    logs : dict of str to float
        What the function returned.
    weights : list of list of numpy.ndarray
        The trainable weights of each network after the step.
    updates : int
        How many steps the optimizer made.

    Raises
    ------
    CheckFailed
        If the function raises an error, changes one of its arguments, or does not return a dict of single numbers.
    """
    name = name_of(step)
    before = [network.get_weights() for network in networks]  # a copy of a network takes longer than the step
    own_optimizer, own_args = type(optimizer).from_config(optimizer.get_config()), copy.deepcopy(args)
    try:
        with student_code(step):
            logs = step(*networks, own_optimizer, *own_args)
        after = [_weights(network) for network in networks]
    finally:
        for network, weights in zip(networks, before, strict=True):
            network.set_weights(weights)
    must_keep(name, args, own_args)
    if not isinstance(logs, Mapping):
        hint = NO_RETURN if logs is None else ""
        raise CheckFailed(f"{name} did not return a dict.", got=repr(logs), hint=hint)
    values = {str(key): as_array(value, f"{name}, for {key!r},") for key, value in logs.items()}
    for key, value in values.items():
        expect_shape(value, (), f'What {name} returns as "{key}"')
    logs = {key: float(value) for key, value in values.items()}
    return logs, after, int(own_optimizer.iterations)


def _weights(model: Any) -> list[np.ndarray]:
    """Copies of a Keras model's trainable weights."""
    return [np.array(w.numpy()) for w in model.trainable_weights]


def _shapes(model: Any) -> list[tuple[int, ...]]:
    return [tuple(w.shape) for w in model.trainable_weights]


class ModelProbe:
    """A Keras model that a student's builder made, known only by what it does.

    Parameters
    ----------
    builder
        The student's function.
    *args, **kwargs
        Its arguments.

    Raises
    ------
    CheckFailed
        If the builder raises an error, changes one of its arguments, or does not return a Keras model.
    """

    def __init__(self, builder: Callable, *args: Any, **kwargs: Any) -> None:
        import keras

        self.name, self._builder = name_of(builder), builder
        self._build = lambda other: other(*copy.deepcopy(args), **copy.deepcopy(kwargs))
        own_args, own_kwargs = copy.deepcopy((args, kwargs))
        with student_code(builder, given=args, repeat=self._shapes):
            self._model = builder(*own_args, **own_kwargs)
        must_keep(self.name, (*args, *kwargs.values()), (*own_args, *own_kwargs.values()))
        if not isinstance(self._model, keras.Model):
            hint = NO_RETURN if self._model is None else ""
            if isinstance(self._model, (list, tuple)):
                hint = "Layers one by one are not a model yet: keras.Sequential([…]) makes one of them."
                if any(isinstance(part, keras.Model) for part in self._model):
                    hint = "Return one model, not several."
                elif any(isinstance(part, keras.KerasTensor) for part in self._model):
                    hint = "These are outputs, not yet a model: keras.Model(inputs, outputs) makes one."
            raise CheckFailed(f"{self.name} did not return a Keras model.", got=repr(self._model), hint=hint)
        self._first = _shapes(self._model)
        state.answered(self._shapes, self._first)

    @contextlib.contextmanager
    def _running(self, given: Any = None) -> Iterator[None]:
        with student_code(self._builder, given=given, what=f"The model of {self.name}"):
            yield
        state.answered(self._shapes, self._first)

    def _shapes(self, builder: Callable) -> list[tuple[int, ...]]:
        """What can be compared of models with other random weights: a new model's shapes, before it is used."""
        return _shapes(self._build(builder))

    @property
    def is_compiled(self) -> bool:
        """Whether the model was compiled."""
        return bool(self._model.compiled)

    @property
    def weight_shapes(self) -> list[tuple[int, ...]]:
        """Shapes of the trainable weights, in Keras' order; call :meth:`outputs` first for a subclassed model."""
        return _shapes(self._model)

    @property
    def parameter_count(self) -> int:
        """Number of trainable parameters; call :meth:`outputs` first for a subclassed model."""
        return int(np.sum([np.prod(shape) for shape in self.weight_shapes], dtype=int))

    def count_params(self) -> np.ndarray:
        """What the model's own ``count_params()`` gives, before anything else was asked of it."""
        with self._running():
            return np.array(self._model.count_params())

    def outputs(self, x: Any, training: bool = False) -> Any:
        """Outputs for a batch ``x``, as an array or a tuple of arrays; as in training if ``training``."""
        with self._running(given=f"a batch of shape {np.shape(x)}"):
            value = self._model(np.asarray(x, np.float32), training=training)
        return as_array(tuple(value) if isinstance(value, list) else value, f"The model of {self.name}")

    def jacobian(self, x: Any, output: int = 0) -> np.ndarray:
        """Derivatives (outputs, inputs) of one output at a single input ``x`` (inputs,)."""
        import tensorflow as tf

        batch = tf.constant(np.asarray(x, np.float32)[None])
        with self._running(), tf.GradientTape() as tape:
            tape.watch(batch)
            value = self._output(batch, output)
        result = tape.jacobian(value, batch)
        return np.zeros((value.shape[-1], batch.shape[-1]), np.float32) if result is None else result.numpy()[0, :, 0]

    def weight_gradients(self, x: Any, output: int = 0) -> list[np.ndarray]:
        """Gradient of the sum of one output over a batch ``x`` to each trainable weight; 0 where none flows."""
        import tensorflow as tf

        with self._running(), tf.GradientTape() as tape:
            value = tf.reduce_sum(self._output(tf.constant(np.asarray(x, np.float32)), output))
        weights = [w.value for w in self._model.trainable_weights]
        return [g.numpy() for g in tape.gradient(value, weights, unconnected_gradients="zero")]

    def _output(self, batch: Any, output: int) -> Any:
        value = self._model(batch, training=False)
        return value[output] if isinstance(value, (tuple, list)) else value

    def weights(self) -> list[np.ndarray]:
        """Copies of the trainable weights."""
        return _weights(self._model)

    def set_weights(self, values: Sequence[np.ndarray]) -> None:
        """Overwrite the trainable weights."""
        for weight, value in zip(self._model.trainable_weights, values, strict=True):
            weight.assign(value)

    def randomize(self, seed: int, scale: float = 1.0) -> None:
        """Draw every trainable weight from a normal distribution with standard deviation ``scale``."""
        rng = np.random.default_rng(seed)
        self.set_weights([rng.normal(0.0, scale, shape).astype(np.float32) for shape in self.weight_shapes])
