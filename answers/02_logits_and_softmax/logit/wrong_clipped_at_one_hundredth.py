# feedback: Clipping probabilities

def logit(p):
    p = np.asarray(p, dtype=float)
    p = np.clip(p, 0.005, 0.995)
    return np.log(p / (1 - p))
