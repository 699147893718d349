# one number at a time, with an if
import math


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    result = np.empty(x.shape)
    for index in np.ndindex(x.shape):
        value = x[index]
        if value >= 0:
            result[index] = 1 / (1 + math.exp(-value))
        else:
            result[index] = math.exp(value) / (1 + math.exp(value))
    return result
