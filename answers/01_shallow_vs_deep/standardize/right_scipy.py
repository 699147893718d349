# SciPy: zmap scores against another sample
from scipy import stats


def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    with np.errstate(all="ignore"):
        scaled = [stats.zmap(part, train, axis=0) for part in (train, other)]
    constant = np.ptp(train, axis=0) == 0
    return tuple(np.where(constant, 0.0, part) for part in scaled)
