# feedback: This looks like log(p)
def logit(p):
    return np.log(np.asarray(p))
