# feedback: 1 is subtracted where a label is 1
def cross_entropy_gradient(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    s = labels.sum(axis=-1, keepdims=True)
    p[labels == 1] -= 1
    return p
