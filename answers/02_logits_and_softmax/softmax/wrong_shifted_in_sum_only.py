# feedback: do not add up to 1 || exp of a large number is inf
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    m = logits.max(axis=axis, keepdims=True)
    return np.exp(logits) / np.exp(logits - m).sum(axis=axis, keepdims=True)
