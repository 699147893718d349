# feedback: The labels are smoothed


def cross_entropy_from_logits(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    m = z.max(axis=-1, keepdims=True)
    e = np.exp(z - m)
    p = e / e.sum(axis=-1, keepdims=True)
    log_p = z - m - np.log(e.sum(axis=-1, keepdims=True))
    y = 0.9 * y + 0.1 / y.shape[-1]
    return -(y * log_p).sum(axis=-1)
