# feedback: sign is lost
def logit(p):
    p = np.asarray(p, float)
    return np.abs(np.log(p / (1 - p)))
