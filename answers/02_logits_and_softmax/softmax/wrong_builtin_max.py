# feedback: take whole arrays
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits - max(logits))
    return e / e.sum(axis=axis, keepdims=True)
