# feedback: Large logits become equal || −inf became a number
def softmax(logits, axis=-1):
    logits = np.clip(np.asarray(logits, dtype=float), -500, 500)
    e = np.exp(logits)
    return e / e.sum(axis=axis, keepdims=True)
