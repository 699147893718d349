# feedback: half the logit
def logit(p):
    return np.arctanh(2 * np.asarray(p, float) - 1)
