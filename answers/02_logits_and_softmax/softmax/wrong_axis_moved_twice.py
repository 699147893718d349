# feedback: The axis is moved twice
def softmax(logits, axis=-1):
    logits = np.moveaxis(np.asarray(logits, dtype=float), axis, -1)
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.moveaxis(e / e.sum(axis=-1, keepdims=True), axis, -1)
