# feedback: is added as it is
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.maximum(z, 0) - y * z + np.exp(-np.abs(z))
