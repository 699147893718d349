# feedback: These are the odds
def logit(p):
    p = np.asarray(p)
    return p / (1 - p)
