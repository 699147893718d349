# feedback: one term too many
def cross_entropy_from_logits(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=-1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    log_not_p = np.log1p(-np.minimum(np.exp(log_p), 1 - 1e-16))
    return -np.sum(labels * log_p + (1 - labels) * log_not_p, axis=-1)
