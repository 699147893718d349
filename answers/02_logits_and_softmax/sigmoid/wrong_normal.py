# feedback: normal distribution
from scipy import special, stats


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return stats.norm.cdf(x)
