# feedback: the exponential of the odds
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.exp(p / (1 - p))
