# feedback: p and 1 − p are swapped
def bernoulli_log_likelihood(x, logits):
    x, logits = (np.asarray(v, dtype=float) for v in (x, logits))
    return np.sum(-x * logits - np.logaddexp(0, -logits), axis=1)
