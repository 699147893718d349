"""One quiet, repeatable start for every lesson."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator

# Informational lines of TensorFlow's C++ start-up (no GPU found, CPU features in use). They say nothing
# a student needs, and nbgrader takes anything on stderr in a test cell for a failure.
_START_UP_NOISE = re.compile(
    rb"^(WARNING: All log messages before absl::InitializeLog|[IW]\d{4} |\d{4}-\d\d-\d\d [\d:.]+: [IW] |"
    rb"To enable the following instructions|\s*$)"
)


@contextlib.contextmanager
def _without_start_up_noise() -> Iterator[None]:
    """Hold back what C++ code writes to file descriptor 2, then pass on all but the known noise."""
    sys.stderr.flush()
    with tempfile.TemporaryFile() as held, contextlib.ExitStack() as stack:
        saved = os.dup(2)
        stack.callback(os.close, saved)
        os.dup2(held.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(saved, 2)
            held.seek(0)
            for line in held:
                if not _START_UP_NOISE.match(line):
                    os.write(2, line)


def start(seed: int = 0) -> None:
    """Begin a lesson: load TensorFlow quietly, run its first operation, seed everything, set the plot style.

    Call it before the lesson imports TensorFlow itself.

    Parameters
    ----------
    seed
        Seed of Python's, NumPy's and TensorFlow's global random generators.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with _without_start_up_noise():
        import keras
        import tensorflow as tf
        import tensorflow_probability  # noqa: F401  (its import is the slow part of a lesson's start)

        tf.get_logger().setLevel("ERROR")
        keras.utils.set_random_seed(seed)
        tf.constant([1.0]) + 1.0  # the first operation looks for a GPU, and says so on stderr

    from lessonkit import plots

    plots.use_style()
