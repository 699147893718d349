# feedback: cut to whole numbers
def cross_entropy_gradient(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    s = labels.sum(axis=-1, keepdims=True)
    labels = labels.astype(int)
    return p * labels.sum(axis=-1, keepdims=True) - labels
