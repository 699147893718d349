# feedback: take one number
import math


def logit(p):
    p = np.asarray(p, dtype=float)
    return math.log(p / (1 - p))
