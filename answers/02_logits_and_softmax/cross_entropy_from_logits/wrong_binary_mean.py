# feedback: averaged over the classes
def cross_entropy_from_logits(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    z = logits - logits.max(axis=-1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
    q = np.log1p(-np.minimum(np.exp(log_p), 1 - 1e-16))
    return -(labels * log_p + (1 - labels) * q).mean(axis=-1)
