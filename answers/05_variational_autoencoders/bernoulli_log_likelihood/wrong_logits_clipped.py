# feedback: A sure mistake costs too little
def bernoulli_log_likelihood(x, logits):
    x, logits = (np.asarray(v, dtype=float) for v in (x, logits))
    logits = np.clip(logits, -30, 30)
    return np.sum(x * logits - np.logaddexp(0, logits), axis=1)
