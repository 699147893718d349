# feedback: subtract the largest logit first || The answer holds nan || −inf minus −inf


def softmax(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    m = z.max(axis=axis, keepdims=True)
    e = np.exp(z - m)
    p = e / e.sum(axis=axis, keepdims=True)
    log_p = z - m - np.log(e.sum(axis=axis, keepdims=True))
    return np.exp(z - np.log(np.exp(z).sum(axis=axis, keepdims=True)))
