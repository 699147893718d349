# feedback: log1p adds 1

def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.maximum(z, 0) - y * z + np.log1p(1 + np.exp(-np.abs(z)))
