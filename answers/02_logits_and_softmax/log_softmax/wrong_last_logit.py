# feedback: minus the largest (not the smallest)
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    shifted = logits - np.take(logits, [-1], axis=axis)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
