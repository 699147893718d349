# feedback: This is −log(p)

def logit(p):
    p = np.asarray(p, dtype=float)
    return -np.log(p)
