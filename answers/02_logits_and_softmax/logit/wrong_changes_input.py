# feedback: changes its input
def logit(p):
    p = np.asarray(p, dtype=float)
    p /= 1 - p
    return np.log(p)
