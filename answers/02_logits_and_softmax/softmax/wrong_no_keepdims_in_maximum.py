# feedback: does keepdims=True keep it?
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max(axis=axis))
    return e / e.sum(axis=axis, keepdims=True)
