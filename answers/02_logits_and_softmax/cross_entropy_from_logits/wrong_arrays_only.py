# feedback: raised
def cross_entropy_from_logits(labels, logits):
    top = logits.max(axis=-1, keepdims=True)
    log_p = logits - top - np.log(np.exp(logits - top).sum(axis=-1, keepdims=True))
    return -(labels * log_p).sum(axis=-1)
