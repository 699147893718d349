# feedback: An array of one entry became a single number
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log(p / (1 - p)).tolist()[0] if p.size == 1 and p.ndim else np.log(p / (1 - p))
