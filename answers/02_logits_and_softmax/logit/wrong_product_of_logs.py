# feedback: This is log(p) · log(1 − p)


def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log(p) * np.log(1 - p)
