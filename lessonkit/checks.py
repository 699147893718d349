"""What test cells say, and the only ways in which they touch a student's work.

A test cell calls the student's function with plain arrays (:func:`call`), or asks a probe: the warnings a call gives
(:func:`warnings_of`), what it costs (:func:`work`, :func:`peak_memory`), the gradient of a function
(:func:`gradient`), its value inside a ``tf.function`` (:func:`in_tf_function`), what a training step does to networks
(:func:`train_step`), or a Keras model asked for outputs, weights and gradients (:class:`ModelProbe`).
Everything that comes back is a NumPy array, a tuple of them, or a plain Python value. It then states what it
expects with one of the ``expect`` functions.

A failed check has a first line that says what is wrong, then lines with inputs, expected and received values, then
what known slip the answer looks like. Feedback on a *hidden* test leaves out the lines that start with one of
:data:`VALUE_LABELS`, so nothing but those lines may hold a value that a student should not see.
"""

from __future__ import annotations

import contextlib
import copy
import io
import linecache
import sys
import traceback
import tracemalloc
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

#: Tolerances that a correct float32 computation of ordinary values meets; a float64 result may have passed through
#: float32 inside (TensorFlow's default), so its type says nothing about its precision.
RTOL, ATOL = 1e-4, 1e-6

_NO_RETURN = "Does the function end with a return statement?"

#: How the lines of a message begin that hold inputs or values.
VALUE_LABELS = ("  input:", "  expected:", "  your answer:", "  where:")


class CheckFailed(AssertionError):
    """A test of a student's answer failed.

    Parameters
    ----------
    what
        What is wrong, without values that a hidden test keeps to itself.
    given, expected, got
        Values shown on lines of their own (left out of feedback when the test is hidden).
    hint
        The known slip that the answer looks like; no hidden values.
    where
        Where in the student's code an error arose.
    """

    def __init__(
        self, what: str, *, given: Any = None, expected: Any = None, got: Any = None, hint: str = "", where: str = ""
    ) -> None:
        lines = [what]
        for label, value in zip(VALUE_LABELS, (given, expected, got, where or None), strict=True):
            if value is not None:
                lines.append(f"{label} {_show(value)}")
        if hint:
            lines.append(f"  {hint}")
        super().__init__("\n".join(lines))

    def _render_traceback_(self) -> list[str]:
        """IPython's hook: the message and the failing line of the test cell, no library frames."""
        frames = [f for f in traceback.extract_tb(self.__traceback__) if f.name == "<module>"]
        place = f" (line {frames[-1].lineno} of the test)" if frames else ""
        return [f"\x1b[0;31m{type(self).__name__}\x1b[0m{place}: {self}"]


class NotAttempted(CheckFailed):
    """The exercise still holds its placeholder."""


def _show(value: Any) -> str:
    """A value on one short line; the start of it, and its shape, where it is long."""
    if isinstance(value, tuple):
        return "(" + ", ".join(_show(part) if not isinstance(part, str) else repr(part) for part in value) + ")"
    if callable(value):
        return _name(value)
    if not isinstance(value, (np.ndarray, np.generic)):
        # One line: feedback on hidden tests leaves out value lines, line by line.
        text = " ".join((value if isinstance(value, str) else repr(value)).split())
        return text if len(text) <= 200 else text[:200] + " …"
    array = np.asarray(value)
    if array.ndim == 0 and array.dtype.kind == "f":
        return f"{float(array):.7g}"
    with np.printoptions(precision=7, threshold=12, edgeitems=3, linewidth=10**6):
        text = " ".join(str(array).split())
    return text if array.size <= 12 else f"{text} (shape {array.shape})"


def _name(function: Callable) -> str:
    return getattr(function, "__name__", None) or type(function).__name__


def _line_in_notebook(error: BaseException) -> str:
    """The innermost line of notebook code that an error passed through, else ''."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if "ipykernel_" in frame.filename or frame.filename.startswith("<"):
            source = (frame.line or linecache.getline(frame.filename, frame.lineno or 0)).strip()
            return f"line {frame.lineno}: {source}"
    return ""


@contextlib.contextmanager
def _student_code(name: str, given: Any = None, hint: str = "") -> Iterator[None]:
    """Run a student's code: its warnings are kept off stderr, its errors become a :class:`CheckFailed`."""
    try:
        with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            yield
    except NotImplementedError:
        raise NotAttempted(f"{name} is not written yet: replace the placeholder in its cell.") from None
    except (Exception, SystemExit) as error:
        raise CheckFailed(
            f"{name} raised {type(error).__name__} where an answer was expected.",
            given=given,
            got=f"{type(error).__name__}: {error}",
            where=_line_in_notebook(error),
            hint=hint,
        ) from error


def as_array(value: Any, name: str = "the answer") -> Any:
    """Turn an answer into a NumPy array, or a tuple of answers into a tuple of arrays.

    Raises
    ------
    CheckFailed
        If the answer is None, or is not made of numbers.
    """
    if value is None:
        raise CheckFailed(f"{name} returned nothing.", hint=_NO_RETURN)
    if isinstance(value, tuple):
        return tuple(as_array(part, name) for part in value)
    if isinstance(value, np.ma.MaskedArray):
        value = value.astype(float).filled(np.nan)
    if hasattr(value, "numpy"):  # TensorFlow tensors and variables; a symbolic one has no values
        with contextlib.suppress(AttributeError, NotImplementedError):
            value = value.numpy()
    try:
        array = np.array(value)
    except Exception:
        if isinstance(value, list):  # several answers of different shapes, in a list instead of a tuple
            return tuple(as_array(part, name) for part in value)
        raise CheckFailed(f"{name} did not return an array of one shape.", got=repr(value)) from None
    if array.dtype.kind not in "biuf":
        raise CheckFailed(f"{name} did not return numbers.", got=repr(value))
    return array


def parts(got: Any, names: Sequence[str]) -> tuple[np.ndarray, ...]:
    """Take an answer apart that should be a tuple (or list) of several arrays.

    Parameters
    ----------
    got
        What :func:`call` or a probe returned.
    names
        What each part is, for the message: ``("mean", "std")``.

    Raises
    ------
    CheckFailed
        If there are more or fewer parts.
    """
    found = got if isinstance(got, tuple) else tuple(got) if got.ndim else (got,)
    if len(found) != len(names):
        count = "is one array" if isinstance(got, np.ndarray) else f"has {len(found)} parts"
        hint = f"End the function with `return {', '.join(names)}`."
        raise CheckFailed(f"The answer {count} where {len(names)} values are expected.", hint=hint)
    return found


def call(function: Callable, *args: Any, **kwargs: Any) -> Any:
    """Call a student's function with copies of the arguments.

    Parameters
    ----------
    function
        The student's function.
    *args, **kwargs
        Plain values, lists or arrays.

    Returns
    -------
    numpy.ndarray or tuple of numpy.ndarray
        The answer.

    Raises
    ------
    NotAttempted
        If the function raises NotImplementedError.
    CheckFailed
        If it raises any other error, returns nothing or no numbers, or changes one of its arguments.
    """
    name = _name(function)
    own_args, own_kwargs = copy.deepcopy((args, kwargs))
    lists = any(isinstance(value, list) for value in own_args)
    hint = "This test passes lists; np.asarray(…) makes an array of one." if lists else ""
    with _student_code(name, given=args[0] if len(args) == 1 else args or None, hint=hint):
        answer = function(*own_args, **own_kwargs)
    answer = as_array(answer, name)
    for before, after in zip((*args, *kwargs.values()), (*own_args, *own_kwargs.values()), strict=True):
        if isinstance(before, (np.ndarray, list, tuple)) and not _same(before, after):
            raise CheckFailed(
                f"{name} changes its input.", hint="Work on a copy: the caller may still need the original."
            )
    return answer


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(_same(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, np.ndarray) and a.dtype.kind in "biuf":
        return np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
    return a is b or callable(a) or bool(np.all(a == b))


def warnings_of(function: Callable, *args: Any) -> list[str]:
    """The warnings that a call of a student's function gives, one text each (`[]`: none)."""
    with _student_code(_name(function)), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function(*copy.deepcopy(args))
    return [str(entry.message) for entry in caught]


def peak_memory(function: Callable, *args: Any) -> int:
    """Bytes that NumPy and Python hold at most, beyond what was there before, during a :func:`call` of a function."""
    with _traced_memory() as before:
        call(function, *args)
        return tracemalloc.get_traced_memory()[1] - before


def work(function: Callable, *args: Any, limit: float = np.inf) -> float:
    """Lines of Python that run plus numbers that NumPy and TensorFlow store in a :func:`call`: no clock is involved.

    Ask for two sizes of input and compare, after a first call that may import something. What compiled code does
    without storing anything (a sort, a loop in C) is not seen.

    Parameters
    ----------
    function
        The student's function.
    *args
        Its arguments.
    limit
        The call is stopped when it has done more than this.

    Returns
    -------
    float
        The work done, just over ``limit`` if the call was stopped.
    """
    done, tracer_before = 0.0, sys.gettrace()

    def count(frame: Any, event: str, value: Any) -> Callable:
        nonlocal done, level
        now, peak = tracemalloc.get_traced_memory()
        elements = getattr(getattr(value, "shape", None), "num_elements", None) if event == "return" else None
        done += 1 + (peak - level) / 8 + ((elements() or 0) if elements else 0)  # tracemalloc does not see tensors
        if done > limit:
            raise KeyboardInterrupt  # passes through `except Exception`: the answer is known
        level = now
        tracemalloc.reset_peak()
        return count

    with _traced_memory() as level:
        try:
            sys.settrace(count)
            call(function, *args)
        except KeyboardInterrupt:
            pass
        finally:
            sys.settrace(tracer_before)
    return done


@contextlib.contextmanager
def _traced_memory() -> Iterator[int]:
    """Trace what is allocated inside; gives the bytes held at the start."""
    tracemalloc.start()
    try:
        yield tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


def gradient(function: Callable, *args: Any, wrt: int = 0) -> np.ndarray:
    """Gradient of the sum of a student's TensorFlow function with respect to one argument.

    Parameters
    ----------
    function
        A function of float32 tensors.
    *args
        Arrays; each is passed as a float32 tensor.
    wrt
        Position of the argument to differentiate to.

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

    name = _name(function)
    tensors = [tf.constant(np.asarray(a), tf.float32) for a in args]
    with _student_code(name), tf.GradientTape() as tape:
        tape.watch(tensors[wrt])
        value = tf.reduce_sum(function(*tensors))
    result = tape.gradient(value, tensors[wrt])
    if result is None:
        raise CheckFailed(
            f"No gradient flows through {name}.", hint="Use TensorFlow operations all the way; NumPy cuts the gradient."
        )
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
    name = _name(function)
    with _student_code(f"{name}, inside a tf.function,"):
        value = tf.function(lambda *xs: function(*xs), input_signature=signature)(*tensors)
    return as_array(value, name)


def train_step(
    step: Callable, networks: Sequence[Any], optimizer: Any, *args: Any
) -> tuple[dict[str, float], list[list[np.ndarray]], int]:
    """Run a student's training step ``step(*networks, optimizer, *args)`` once, on copies.

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
        If the function raises an error or does not return a dict of single numbers.
    """
    import keras

    name = _name(step)
    copies = [keras.models.clone_model(network) for network in networks]
    for network, copied in zip(networks, copies, strict=True):
        copied.set_weights(network.get_weights())
    own_optimizer = type(optimizer).from_config(optimizer.get_config())
    with _student_code(name):
        logs = step(*copies, own_optimizer, *copy.deepcopy(args))
    if not isinstance(logs, Mapping):
        hint = _NO_RETURN if logs is None else ""
        raise CheckFailed(f"{name} did not return a dict.", got=repr(logs), hint=hint)
    values = {str(key): as_array(value, f"{name}, for {key!r},") for key, value in logs.items()}
    for key, value in values.items():
        expect_shape(value, (), f'What {name} returns as "{key}"')
    logs = {key: float(value) for key, value in values.items()}
    return logs, [_weights(network) for network in copies], int(own_optimizer.iterations)


def _weights(model: Any) -> list[np.ndarray]:
    """Copies of a Keras model's trainable weights."""
    return [np.array(w.numpy()) for w in model.trainable_weights]


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
        If the builder raises an error or does not return a Keras model.
    """

    def __init__(self, builder: Callable, *args: Any, **kwargs: Any) -> None:
        import keras

        self.name = _name(builder)
        with _student_code(self.name, given=args):
            self._model = builder(*copy.deepcopy(args), **copy.deepcopy(kwargs))
        if not isinstance(self._model, keras.Model):
            hint = _NO_RETURN if self._model is None else ""
            raise CheckFailed(f"{self.name} did not return a Keras model.", got=repr(self._model), hint=hint)

    @property
    def is_compiled(self) -> bool:
        """Whether the model was compiled."""
        return bool(self._model.compiled)

    @property
    def weight_shapes(self) -> list[tuple[int, ...]]:
        """Shapes of the trainable weights, in Keras' order; call :meth:`outputs` first for a subclassed model."""
        return [tuple(w.shape) for w in self._model.trainable_weights]

    @property
    def parameter_count(self) -> int:
        """Number of trainable parameters; call :meth:`outputs` first for a subclassed model."""
        return int(np.sum([np.prod(shape) for shape in self.weight_shapes], dtype=int))

    def outputs(self, x: Any, training: bool = False) -> Any:
        """Outputs for a batch ``x``, as an array or a tuple of arrays; as in training if ``training``."""
        with _student_code(f"The model of {self.name}", given=f"a batch of shape {np.shape(x)}"):
            value = self._model(np.asarray(x, np.float32), training=training)
        return as_array(tuple(value) if isinstance(value, list) else value, f"The model of {self.name}")

    def jacobian(self, x: Any, output: int = 0) -> np.ndarray:
        """Derivatives (outputs, inputs) of one output at a single input ``x`` (inputs,)."""
        import tensorflow as tf

        batch = tf.constant(np.asarray(x, np.float32)[None])
        with _student_code(f"The model of {self.name}"), tf.GradientTape() as tape:
            tape.watch(batch)
            value = self._output(batch, output)
        result = tape.jacobian(value, batch)
        return np.zeros((value.shape[-1], batch.shape[-1]), np.float32) if result is None else result.numpy()[0, :, 0]

    def weight_gradients(self, x: Any, output: int = 0) -> list[np.ndarray]:
        """Gradient of the sum of one output over a batch ``x`` to each trainable weight; 0 where none flows."""
        import tensorflow as tf

        with _student_code(f"The model of {self.name}"), tf.GradientTape() as tape:
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


def expect(
    condition: Any, what: str, *, given: Any = None, expected: Any = None, got: Any = None, hint: str = ""
) -> None:
    """Fail with the message ``what`` unless ``condition`` holds."""
    if not condition:
        raise CheckFailed(what, given=given, expected=expected, got=got, hint=hint)


def expect_shape(got: np.ndarray, shape: tuple[int, ...], what: str) -> None:
    """Fail unless ``got`` is an array of this shape."""
    if isinstance(got, tuple):
        raise CheckFailed(f"{what}: one array is expected, not {len(got)}.", got=got)
    if got.shape != tuple(shape):
        right, found = (f"{s}" if s else "(), a single number" for s in (tuple(shape), got.shape))
        raise CheckFailed(f"{what} has another shape than it should.", expected=right, got=found)


def expect_close(
    got: np.ndarray,
    expected: Any,
    what: str,
    *,
    given: Any = None,
    rtol: float = RTOL,
    atol: float = ATOL,
    slips: Mapping[str, Any] | None = None,
    hint: str = "",
) -> None:
    """Fail unless ``got`` has the shape and the values of ``expected``.

    Parameters
    ----------
    got
        What :func:`call` or a probe returned.
    expected
        The right values.
    what
        What was computed, as a short noun phrase: "the softmax of a row". No hidden values in it.
    given
        The input, to show it.
    rtol, atol
        Relative and absolute tolerance. The default is what float32 arithmetic needs.
    slips
        Known wrong answers: what a misconception gives, by the sentence that names it.
    hint
        What to look at if the answer is none of these; no hidden values.
    """
    expected = np.asarray(expected)
    for sentence, value in (slips or {}).items():
        if _close(got, np.asarray(value), rtol, atol) and not _close(got, expected, rtol, atol):
            raise CheckFailed(f"{what} is wrong.", given=given, expected=expected, got=got, hint=sentence)
    expect_shape(got, expected.shape, what)
    if not _close(got, expected, rtol, atol):
        if np.isnan(got.astype(float)).any() and not np.isnan(expected.astype(float)).any():
            hint = "The answer holds nan (not a number): look for 0/0, inf − inf or the logarithm of a negative number."
        elif not hint and got.size <= 12 and _show(got) == _show(expected.astype(float)):
            hint = "It agrees in the digits shown, but not as closely as it should: in which precision is it computed?"
        raise CheckFailed(f"{what} is wrong.", given=given, expected=expected, got=got, hint=hint)


def _close(got: Any, expected: np.ndarray, rtol: float, atol: float) -> bool:
    if not isinstance(got, np.ndarray) or got.shape != expected.shape:
        return False
    with np.errstate(all="ignore"):
        return bool(np.isclose(got.astype(float), expected.astype(float), rtol=rtol, atol=atol, equal_nan=True).all())


def expect_raises(error: type[Exception], function: Callable, *args: Any, what: str) -> None:
    """Fail unless calling ``function`` raises ``error``; ``what`` names the case: "negative weights"."""
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        try:
            answer = function(*copy.deepcopy(args))
        except error:
            return
        except NotImplementedError:
            raise NotAttempted(f"{_name(function)} is not written yet: replace the placeholder in its cell.") from None
        except Exception as other:
            raise CheckFailed(
                f"{_name(function)}: {what} should raise {error.__name__}, not {type(other).__name__}."
            ) from other
    raise CheckFailed(f"{_name(function)}: {what} should raise {error.__name__}.", got=answer)
