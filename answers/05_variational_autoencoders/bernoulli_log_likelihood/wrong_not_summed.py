# feedback: Sum the pixels
def bernoulli_log_likelihood(x, logits):
    x, logits = (np.asarray(v, dtype=float) for v in (x, logits))
    return x * logits - np.logaddexp(0, logits)
