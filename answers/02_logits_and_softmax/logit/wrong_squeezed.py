# feedback: An axis of length 1 is gone
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.squeeze(np.log(p / (1 - p)))
