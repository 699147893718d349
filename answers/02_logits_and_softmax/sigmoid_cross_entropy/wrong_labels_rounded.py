# feedback: A label above 0.5
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    y = np.round(y)
    return np.logaddexp(0, z) - y * z
