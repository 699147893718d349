# feedback: This is twice the logit

def logit(p):
    p = np.asarray(p, dtype=float)
    return 2 * np.log(p / (1 - p))
