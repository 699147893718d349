# feedback: entropy is added
def cross_entropy_from_logits(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    z = logits - logits.max(axis=-1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
    y = np.where(labels > 0, labels, 1)
    return -(labels * log_p).sum(axis=-1) - (labels * np.log(y)).sum(axis=-1)
