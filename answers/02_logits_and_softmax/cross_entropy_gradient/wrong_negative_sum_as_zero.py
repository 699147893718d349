# feedback: A negative sum of labels counts as 0
def cross_entropy_gradient(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=-1, keepdims=True)
    e = np.exp(shifted)
    p = e / e.sum(axis=-1, keepdims=True)
    total = np.maximum(labels.sum(axis=-1, keepdims=True), 0)
    return p * total - labels
