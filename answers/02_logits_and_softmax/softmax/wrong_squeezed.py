# feedback: An axis of length 1 is gone
def softmax(logits, axis=-1):
    logits = np.squeeze(np.asarray(logits, dtype=float))
    e = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
