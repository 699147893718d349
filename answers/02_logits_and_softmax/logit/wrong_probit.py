# feedback: This is the probit
from scipy import special, stats


def logit(p):
    p = np.asarray(p, dtype=float)
    return stats.norm.ppf(p)
