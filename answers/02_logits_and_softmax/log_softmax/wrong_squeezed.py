# feedback: An axis of length 1 is gone
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=axis, keepdims=True)
    return np.squeeze(shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True)))
