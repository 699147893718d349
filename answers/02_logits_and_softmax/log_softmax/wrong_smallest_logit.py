# feedback: minus the largest (not the smallest)


def log_softmax(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    m = z.max(axis=axis, keepdims=True)
    e = np.exp(z - m)
    p = e / e.sum(axis=axis, keepdims=True)
    log_p = z - m - np.log(e.sum(axis=axis, keepdims=True))
    z = z - z.min(axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))
