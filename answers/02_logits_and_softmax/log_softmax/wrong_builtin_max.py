# feedback: take whole arrays
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    shifted = logits - max(logits)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
