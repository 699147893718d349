# feedback: subtract the largest logit of each row first
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits)
    return e / e.sum(axis=axis, keepdims=True)
