# SciPy calls it expit
from scipy import special


def sigmoid(x):
    return special.expit(np.asarray(x, dtype=float))
