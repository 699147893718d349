# feedback: A small number is added
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max(axis=axis, keepdims=True)) + 1e-7
    return e / e.sum(axis=axis, keepdims=True)
