# feedback: puts the axis back || a row instead of a column
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=axis, keepdims=True)
    lse = np.log(np.exp(shifted).sum(axis=axis))
    return shifted - lse[..., None]
