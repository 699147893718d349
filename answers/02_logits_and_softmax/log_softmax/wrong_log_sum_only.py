# feedback: the logarithm of the sum alone
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    m = logits.max(axis=axis, keepdims=True)
    return m + np.log(np.exp(logits - m).sum(axis=axis, keepdims=True)) + 0 * logits
