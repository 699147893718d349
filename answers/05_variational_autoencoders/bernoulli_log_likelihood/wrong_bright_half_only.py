# feedback: half of the dark pixels is missing
def bernoulli_log_likelihood(x, logits):
    x, logits = (np.asarray(v, dtype=float) for v in (x, logits))
    return np.sum(-x * np.logaddexp(0, -logits), axis=1)
