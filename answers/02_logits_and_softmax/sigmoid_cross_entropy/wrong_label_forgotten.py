# feedback: whatever the label
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.maximum(z, 0) - z + np.log1p(np.exp(-np.abs(z)))
