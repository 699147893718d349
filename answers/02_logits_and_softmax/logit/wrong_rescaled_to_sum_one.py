# feedback: The other entries stand for the opposite
def logit(p):
    p = np.asarray(p, dtype=float)
    p = p / p.sum()
    return np.log(p / (1 - p))
