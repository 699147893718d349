# feedback: The axes were turned
def log_softmax(logits, axis=-1):
    logits = np.moveaxis(np.asarray(logits, dtype=float), axis, -1)
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
