# feedback: x is rounded to 0 or 1
def bernoulli_log_likelihood(x, logits):
    x, logits = (np.asarray(v, dtype=float) for v in (x, logits))
    x = np.round(x)
    return np.sum(x * logits - np.logaddexp(0, logits), axis=1)
