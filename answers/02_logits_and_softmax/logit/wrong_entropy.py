# feedback: This is the entropy
def logit(p):
    p = np.asarray(p, dtype=float)
    return -p * np.log(p) - (1 - p) * np.log(1 - p)
