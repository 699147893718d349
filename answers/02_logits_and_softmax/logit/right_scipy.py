# SciPy has it
from scipy import special


def logit(p):
    p = np.asarray(p, dtype=float)
    return special.logit(p)
