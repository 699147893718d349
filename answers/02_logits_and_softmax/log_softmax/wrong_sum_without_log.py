# feedback: subtract its logarithm
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    return logits - np.exp(logits).sum(axis=axis, keepdims=True)
