# feedback: Only the first sample has a gradient


def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    m = z.max(axis=-1, keepdims=True)
    e = np.exp(z - m)
    p = e / e.sum(axis=-1, keepdims=True)
    log_p = z - m - np.log(e.sum(axis=-1, keepdims=True))
    out = np.zeros_like(z)
    out[0] = p[0] * y[0].sum() - y[0]
    return out
