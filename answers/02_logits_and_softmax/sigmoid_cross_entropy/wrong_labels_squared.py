# feedback: The labels are squared

def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return y**2 * np.logaddexp(0, -z) + (1 - y) ** 2 * np.logaddexp(0, z)
