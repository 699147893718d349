# feedback: does keepdims=True keep it?
def cross_entropy_from_logits(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    z = logits - logits.max(axis=-1)
    log_p = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
    return -(labels * log_p).sum(axis=-1)
