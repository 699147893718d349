# feedback: The 1 in log(1 + exp

def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.maximum(z, 0) - y * z + np.log(np.exp(-np.abs(z)))
