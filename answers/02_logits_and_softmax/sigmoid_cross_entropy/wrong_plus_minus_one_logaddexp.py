# feedback: for labels −1 and 1
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.logaddexp(0, -y * z)
