# feedback: The log-softmax of large logits is not finite
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    return logits - np.log(np.exp(logits).sum(axis=axis, keepdims=True))
