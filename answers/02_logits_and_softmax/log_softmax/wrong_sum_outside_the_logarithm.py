# feedback: the sum of logarithms
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=axis, keepdims=True)
    return shifted - np.sum(np.log(np.exp(shifted)), axis=axis, keepdims=True)
