# feedback: the logarithm of the sum is missing: do not
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=axis, keepdims=True)
    e = np.exp(shifted)
    p = e / e.sum(axis=axis, keepdims=True)
    return np.where(p > 0, np.log(np.where(p > 0, p, 1.0)), shifted)
