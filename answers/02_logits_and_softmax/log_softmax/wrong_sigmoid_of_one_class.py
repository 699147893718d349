# feedback: One class has all the probability
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    if logits.shape[axis] == 1:
        return -np.logaddexp(0, -logits)
    shifted = logits - logits.max(axis=axis, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
