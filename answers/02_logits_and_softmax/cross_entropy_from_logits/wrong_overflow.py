# feedback: A probability was rounded to 0
def cross_entropy_from_logits(labels, logits):
    labels, logits = np.asarray(labels), np.asarray(logits, dtype=float)
    p = np.exp(logits) / np.exp(logits).sum(axis=-1, keepdims=True)
    return -np.log((labels * p).sum(axis=-1)) if set(np.unique(labels)) <= {0, 1} else -(labels * np.log(p)).sum(axis=-1)
