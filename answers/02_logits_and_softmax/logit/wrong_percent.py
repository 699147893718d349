# feedback: p is no percentage


def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log(p / (100 - p))
