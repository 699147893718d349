# feedback: does keepdims=True keep it?
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=axis)
    return shifted - np.log(np.exp(shifted).sum(axis=axis))
