# feedback: // drops decimals
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log(p // (1 - p))
