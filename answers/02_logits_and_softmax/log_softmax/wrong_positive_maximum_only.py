# feedback: below 0 or not

def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    top = np.maximum(logits.max(axis=axis, keepdims=True), 0)
    z = logits - top
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))
