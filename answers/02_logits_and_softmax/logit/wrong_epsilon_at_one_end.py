# feedback: sure events

def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log(p / (1 - p + 1e-7))
