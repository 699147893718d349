# feedback: This is log((1 + p) / (1 − p))


def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log((1 + p) / (1 - p))
