# feedback: counts as neither yes nor no
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.where(labels == 1, np.logaddexp(0, -logits), 0.0) + np.where(labels == 0, np.logaddexp(0, logits), 0.0)
