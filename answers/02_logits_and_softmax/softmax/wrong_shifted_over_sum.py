# feedback: take exp first || inf / inf is nan

def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    z = logits - logits.max(axis=axis, keepdims=True)
    return z / z.sum(axis=axis, keepdims=True)
