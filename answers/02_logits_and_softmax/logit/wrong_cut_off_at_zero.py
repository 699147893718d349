# feedback: Odds below 1 are cut off
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.maximum(np.log(p / (1 - p)), 0)
