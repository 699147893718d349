# feedback: take whole arrays
def logit(p):
    p = np.asarray(p, dtype=float)
    if p > 0.5:
        return np.log(p / (1 - p))
    return -np.log((1 - p) / p)
