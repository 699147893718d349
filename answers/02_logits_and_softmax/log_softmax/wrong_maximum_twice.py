# feedback: The largest logit is subtracted twice
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    largest = logits.max(axis=axis, keepdims=True)
    shifted = logits - largest
    return shifted - (largest + np.log(np.exp(shifted).sum(axis=axis, keepdims=True)))
