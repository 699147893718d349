# feedback: Large logits become equal || −inf became a number
def softmax(logits, axis=-1):
    z = np.clip(np.asarray(logits, dtype=float), -50, 50)
    e = np.exp(z)
    return e / e.sum(axis=axis, keepdims=True)
