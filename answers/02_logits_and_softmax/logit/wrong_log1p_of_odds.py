# feedback: −log(1 − p)

def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log1p(p / (1 - p))
