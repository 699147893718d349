# feedback: The sign is the wrong way round
def logit(p):
    p = np.asarray(p)
    return np.log((1 - p) / p)
