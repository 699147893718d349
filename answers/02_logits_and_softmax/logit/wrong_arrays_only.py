# feedback: raised TypeError
def logit(p):
    return np.log(p) - np.log(1 - p)
