# feedback: rounded to 2 decimals
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return np.round(e / e.sum(axis=axis, keepdims=True), 2)
