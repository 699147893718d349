# feedback: The largest |logit| is subtracted || Far below 0

def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits - np.where(np.isinf(logits), 0, np.abs(logits)).max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
