# feedback: This is artanh(p)


def logit(p):
    p = np.asarray(p, dtype=float)
    return np.arctanh(p)
