# feedback: This is a sigmoid minus the labels
def cross_entropy_gradient(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    e = np.exp(-np.abs(logits))
    p = np.where(logits >= 0, 1.0, e) / (1 + e)
    return p * labels.sum(axis=-1, keepdims=True) - labels
