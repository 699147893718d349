"""What each exercise's answer gives for an input drawn from what the contract allows."""

import numpy as np


def form(rng, values):
    """The values, which float32 holds, as one of the types in which tests give them."""
    kinds = (np.ndarray.tolist, np.float32, np.float64)
    return kinds[rng.integers(len(kinds))](np.float32(values).astype(float))


def parameter_count(answer, rng):
    return answer(tuple(int(width) for width in rng.integers(1, 600, size=rng.integers(2, 7))))


def relu_breakpoints(answer, rng):
    units = rng.integers(1, 8)
    kernel, bias = rng.integers(-2, 3, (1, units)) / 2, rng.integers(-4, 5, units) / 4
    return answer(form(rng, kernel), form(rng, bias))


def standardize(answer, rng):
    train, other = rng.normal(5, 3, (rng.integers(2, 9), 3)), rng.normal(5, 3, (rng.integers(1, 9), 3))
    if rng.random() < 0.3:
        train, other = np.round(train), np.round(other)
    if rng.random() < 0.3:
        train[:, 1] = np.round(train[0, 1])  # whose mean is itself, without rounding
    if rng.random() < 0.3:
        train, other = train[:, 0], other[:, 0]
    return answer(form(rng, train), form(rng, other))


def build_mlp(answer, rng):
    hidden = [int(units) for units in rng.integers(1, 7, size=rng.integers(0, 4))]
    model = answer(hidden, str(rng.choice(["relu", "tanh", "sigmoid"]))) if rng.random() < 0.7 else answer(tuple(hidden))
    x = np.linspace(-2, 2, 9)[:, None]
    shapes = [weight.shape for weight in model.get_weights()]
    model.set_weights([rng.normal(size=shape) for shape in shapes])
    return *shapes, np.asarray(model(x))


build_mlp.draws = 30


def xor_network(answer, rng):
    first, shift, second, last = (np.asarray(part, float) for part in answer())
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    return np.maximum(corners @ first + shift, 0) @ second + last, first.shape, shift.shape, second.shape, last.size


def sawtooth(answer, rng):
    x = rng.integers(0, 2**12 + 1, rng.integers(1, 9)) / 2**12
    return answer(x if rng.random() < 0.5 else x.tolist(), int(rng.integers(0, 13)))


def gp_posterior(answer, rng):
    length = rng.uniform(0.3, 2)
    train, test = np.sort(rng.uniform(-3, 3, rng.integers(1, 8))), rng.uniform(-4, 4, rng.integers(1, 6))

    def kernel(a, b):
        return 2 * np.exp(-((np.asarray(a)[:, None] - np.asarray(b)[None, :]) ** 2) / (2 * length**2))

    return answer(kernel, train, np.sin(train), test, float(rng.uniform(1e-3, 1)))
