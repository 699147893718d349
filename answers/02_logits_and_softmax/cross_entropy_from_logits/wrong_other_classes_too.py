# feedback: one term too many
def cross_entropy_from_logits(labels, logits):
    labels = np.asarray(labels, dtype=float)
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    total = e.sum(axis=-1, keepdims=True)
    log_p = logits - logits.max(axis=-1, keepdims=True) - np.log(total)
    log_q = np.log(np.maximum(total - e, 1e-300) / total)
    return -np.sum(labels * log_p + (1 - labels) * log_q, axis=-1)
