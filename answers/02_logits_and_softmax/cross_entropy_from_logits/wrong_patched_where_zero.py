# feedback: the logarithm of the sum is missing
def cross_entropy_from_logits(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=-1, keepdims=True)
    e = np.exp(shifted)
    p = e / e.sum(axis=-1, keepdims=True)
    return -(labels * np.where(p > 0, np.log(p), shifted)).sum(axis=-1)
