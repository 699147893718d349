# feedback: odds against

def logit(p):
    p = np.asarray(p, dtype=float)
    return 1 / p - 1
