# feedback: This is 2p − 1

def logit(p):
    p = np.asarray(p, dtype=float)
    return p - (1 - p)
