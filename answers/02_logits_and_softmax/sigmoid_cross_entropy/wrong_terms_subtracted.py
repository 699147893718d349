# feedback: has the wrong sign

def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return y * np.logaddexp(0, -z) - (1 - y) * np.logaddexp(0, z)
