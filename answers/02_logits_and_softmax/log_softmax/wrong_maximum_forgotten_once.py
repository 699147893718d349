# feedback: The log-softmax of rows of random logits is wrong
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=axis, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
    return logits - log_sum if abs(log_sum).size > 1 else shifted - log_sum
