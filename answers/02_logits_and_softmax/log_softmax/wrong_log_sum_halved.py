# feedback: The logarithm of the sum is halved


def log_softmax(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    m = z.max(axis=axis, keepdims=True)
    e = np.exp(z - m)
    p = e / e.sum(axis=axis, keepdims=True)
    log_p = z - m - np.log(e.sum(axis=axis, keepdims=True))
    return z - m - np.log(e.sum(axis=axis, keepdims=True)) / 2
