# feedback: −inf became a number
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    logits = np.where(np.isneginf(logits), -1e4, logits)
    logits = logits - logits.max(axis=axis, keepdims=True)
    e = np.exp(logits)
    return e / e.sum(axis=axis, keepdims=True)
