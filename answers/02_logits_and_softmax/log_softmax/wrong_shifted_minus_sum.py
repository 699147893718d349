# feedback: subtract its logarithm

def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    z = logits - logits.max(axis=axis, keepdims=True)
    return z - np.exp(z).sum(axis=axis, keepdims=True)
