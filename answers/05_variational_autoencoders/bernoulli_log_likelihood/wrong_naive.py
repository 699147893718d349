# feedback: inf or nan
def bernoulli_log_likelihood(x, logits):
    x, logits = (np.asarray(v, dtype=float) for v in (x, logits))
    p = 1 / (1 + np.exp(-logits))
    return np.sum(x * np.log(p) + (1 - x) * np.log(1 - p), axis=1)
