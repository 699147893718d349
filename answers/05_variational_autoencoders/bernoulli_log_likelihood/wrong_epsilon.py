# feedback: A sure mistake costs too little
def bernoulli_log_likelihood(x, logits):
    x, logits = (np.asarray(v, dtype=float) for v in (x, logits))
    p = 1 / (1 + np.exp(-logits))
    return np.sum(x * np.log(p + 1e-12) + (1 - x) * np.log(1 - p + 1e-12), axis=1)
