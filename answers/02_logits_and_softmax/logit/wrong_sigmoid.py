# feedback: This looks like the sigmoid
def logit(p):
    return 1 / (1 + np.exp(-np.asarray(p)))
