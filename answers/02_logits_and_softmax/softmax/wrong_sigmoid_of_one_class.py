# feedback: One class has all the probability
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    if logits.shape[axis] == 1:
        return 1 / (1 + np.exp(-logits))
    e = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
