# feedback: one to base 10

def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    z = logits - logits.max(axis=axis, keepdims=True)
    return z - np.log10(np.exp(z).sum(axis=axis, keepdims=True))
