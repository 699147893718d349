# feedback: logarithm to base 10
def logit(p):
    p = np.asarray(p)
    return np.log10(p / (1 - p))
