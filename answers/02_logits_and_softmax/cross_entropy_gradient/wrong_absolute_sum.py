# feedback: The sign of the labels' sum is lost
def cross_entropy_gradient(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=-1, keepdims=True)
    e = np.exp(shifted)
    p = e / e.sum(axis=-1, keepdims=True)
    total = np.abs(labels.sum(axis=-1, keepdims=True))
    return p * total - labels
