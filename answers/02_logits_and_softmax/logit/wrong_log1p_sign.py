# feedback: log(p / (1 + p))
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log(p) - np.log1p(p)
