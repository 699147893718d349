# feedback: Far below 0 || The answer holds nan

def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    top = np.maximum(logits.max(axis=axis, keepdims=True), 0)
    e = np.exp(logits - top)
    return e / e.sum(axis=axis, keepdims=True)
