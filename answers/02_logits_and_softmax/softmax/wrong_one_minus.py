# feedback: the probability of the other classes
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return 1 - e / e.sum(axis=axis, keepdims=True)
