# feedback: x is halved first
from scipy import special, stats


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return special.expit(x / 2)
