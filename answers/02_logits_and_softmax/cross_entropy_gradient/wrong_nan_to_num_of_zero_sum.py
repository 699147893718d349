# feedback: Where labels add up to 0
def cross_entropy_gradient(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=-1, keepdims=True)
    e = np.exp(shifted)
    p = e / e.sum(axis=-1, keepdims=True)
    total = labels.sum(axis=-1, keepdims=True)
    return np.nan_to_num((p - labels / total) * total)
