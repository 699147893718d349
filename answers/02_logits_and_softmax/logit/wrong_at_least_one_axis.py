# feedback: A single number became an array
def logit(p):
    p = np.atleast_1d(np.asarray(p, dtype=float))
    return np.log(p / (1 - p))
