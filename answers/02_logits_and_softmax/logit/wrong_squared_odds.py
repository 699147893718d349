# feedback: twice the logit
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log(p ** 2 / (1 - p) ** 2)
