# feedback: The other entries stand for the opposite
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log(p / (p.sum() - p))
