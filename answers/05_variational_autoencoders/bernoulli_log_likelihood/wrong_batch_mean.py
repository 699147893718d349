# feedback: mean over the batch
def bernoulli_log_likelihood(x, logits):
    x, logits = (np.asarray(v, dtype=float) for v in (x, logits))
    return np.mean(np.sum(x * logits - np.logaddexp(0, logits), axis=1))
