# feedback: logarithm to base 2
def logit(p):
    p = np.asarray(p)
    return np.log2(p / (1 - p))
