# feedback: changes its input
def softmax(logits, axis=-1):
    if not isinstance(logits, np.ndarray):
        logits = np.asarray(logits, dtype=float)
    logits -= logits.max(axis=axis, keepdims=True)
    e = np.exp(logits)
    return e / e.sum(axis=axis, keepdims=True)
