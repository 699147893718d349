# feedback: −inf minus −inf
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    factor = np.isfinite(logits) * 1.0
    logits = logits * factor
    e = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
