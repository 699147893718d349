# feedback: cut to whole numbers
def softmax(logits, axis=-1):
    logits = np.asarray(logits)
    e = np.empty_like(logits)
    e[...] = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
