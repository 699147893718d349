# feedback: stay with the logits
def bernoulli_log_likelihood(x, logits):
    x, logits = np.asarray(x, float), np.asarray(logits, float)
    p = 1 / (1 + np.exp(-logits))
    return np.nan_to_num(np.sum(x * np.log(p) + (1 - x) * np.log(1 - p), axis=1))
