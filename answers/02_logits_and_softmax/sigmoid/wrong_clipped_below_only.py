# feedback: A value is clipped
from scipy import special, stats


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return special.expit(np.maximum(x, -10))
