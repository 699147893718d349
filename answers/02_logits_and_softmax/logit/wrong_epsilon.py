# feedback: Clipping probabilities
def logit(p):
    p = np.asarray(p)
    return np.log((p + 1e-7) / (1 - p + 1e-7))
