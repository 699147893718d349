# feedback: subtracted in the sum only
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=axis, keepdims=True)
    return logits - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
