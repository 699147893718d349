# feedback: Large logits become equal || −inf became a number
def softmax(logits, axis=-1):
    z = np.maximum(np.asarray(logits, dtype=float), -20)
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
