"""What test cells say, and the only ways in which they touch a student's work.

A test cell calls the student's function with plain arrays (:func:`call`), or asks a probe: the warnings a call gives
(:func:`warnings_of`), what it costs (:func:`work`, :func:`peak_memory`), the gradient of a function
(:func:`gradient`), its value inside a ``tf.function`` (:func:`in_tf_function`), what a training step does to networks
(:func:`train_step`), or a Keras model asked for outputs, weights and gradients (:class:`ModelProbe`).
Everything that comes back is a NumPy array, a tuple of them, or a plain Python value. It then states what it
expects with one of the ``expect`` functions. :mod:`~lessonkit.checks.messages` says what a failure looks like, and
:mod:`~lessonkit.checks.errors` what an error means that a library raised.
"""

from lessonkit.checks.calls import call, error_of, parts, warnings_of
from lessonkit.checks.expectations import expect, expect_close, expect_shape
from lessonkit.checks.messages import VALUE_LABELS, CheckFailed, NotAttempted
from lessonkit.checks.meters import peak_memory, work
from lessonkit.checks.probes import ModelProbe, gradient, in_tf_function, train_step

__all__ = [
    "VALUE_LABELS",
    "CheckFailed",
    "ModelProbe",
    "NotAttempted",
    "call",
    "error_of",
    "expect",
    "expect_close",
    "expect_shape",
    "gradient",
    "in_tf_function",
    "parts",
    "peak_memory",
    "train_step",
    "warnings_of",
    "work",
]
