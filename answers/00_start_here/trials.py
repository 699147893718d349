"""What each exercise's answer gives for an input drawn from what the contract allows."""

import numpy as np


def mean_squared_error(answer, rng):
    shape = tuple(rng.integers(1, 5, size=rng.integers(1, 4)))
    if rng.random() < 0.3:
        return answer(rng.integers(-9, 9, shape).tolist(), rng.integers(-9, 9, shape).tolist())
    return answer(*rng.normal(size=(2, *shape)).astype(rng.choice([np.float32, np.float64])))
