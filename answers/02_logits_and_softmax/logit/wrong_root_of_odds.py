# feedback: the root of the odds


def logit(p):
    p = np.asarray(p, dtype=float)
    return np.sqrt(p / (1 - p))
