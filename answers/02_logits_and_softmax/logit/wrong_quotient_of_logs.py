# feedback: This looks like log(p) / log(1 − p)
def logit(p):
    p = np.asarray(p)
    return np.log(p) / np.log(1 - p)
