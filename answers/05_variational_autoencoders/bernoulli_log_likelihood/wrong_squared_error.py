# feedback: This is a squared error
def bernoulli_log_likelihood(x, logits):
    x, logits = (np.asarray(v, dtype=float) for v in (x, logits))
    return -np.sum((x - 1 / (1 + np.exp(-logits))) ** 2, axis=1)
