# feedback: label · logit is not subtracted


def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    a = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, a) / (1 + a)
    loss = np.maximum(z, 0) - y * z + np.log1p(a)
    return np.logaddexp(0, z)
