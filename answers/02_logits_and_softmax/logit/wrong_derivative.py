# feedback: derivative of the logit

def logit(p):
    p = np.asarray(p, dtype=float)
    return 1 / (p * (1 - p))
