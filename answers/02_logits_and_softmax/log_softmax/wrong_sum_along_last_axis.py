# feedback: The sum runs along another axis

def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    z = logits - logits.max(axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
