# feedback: The softmax is differentiated twice


def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    m = z.max(axis=-1, keepdims=True)
    e = np.exp(z - m)
    p = e / e.sum(axis=-1, keepdims=True)
    log_p = z - m - np.log(e.sum(axis=-1, keepdims=True))
    g = p * y.sum(-1, keepdims=True) - y
    return p * (g - (p * g).sum(-1, keepdims=True))
