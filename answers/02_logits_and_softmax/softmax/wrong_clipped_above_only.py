# feedback: Large logits become equal || Far below 0

def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    e = np.exp(np.minimum(logits, 700))
    return e / e.sum(axis=axis, keepdims=True)
