# feedback: (1 + erf(x)) / 2
from scipy import special, stats


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return (1 + special.erf(x)) / 2
