# feedback: the normal distribution, stretched
from scipy.special import ndtr


def sigmoid(x):
    return ndtr(np.asarray(x, dtype=float) / 1.702)
