# feedback: keeps log(p) from falling
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return np.log(e / e.sum(axis=axis, keepdims=True) + 1e-12)
