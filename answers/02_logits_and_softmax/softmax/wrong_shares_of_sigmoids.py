# feedback: the shares of sigmoids || Large logits become equal


def softmax(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    m = z.max(axis=axis, keepdims=True)
    e = np.exp(z - m)
    p = e / e.sum(axis=axis, keepdims=True)
    log_p = z - m - np.log(e.sum(axis=axis, keepdims=True))
    s = 1 / (1 + np.exp(-z))
    return s / s.sum(axis=axis, keepdims=True)
