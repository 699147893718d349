# plain Python, one number at a time
import math


def logit(p):
    p = np.asarray(p, dtype=float)
    result = np.empty(p.shape)
    for index in np.ndindex(p.shape):
        odds = p[index] / (1 - p[index])
        result[index] = math.log(odds)
    return result
