# feedback: Labels from 0.5 on count as 1
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float) >= 0.5, np.asarray(logits, dtype=float)
    return np.where(y, np.logaddexp(0, -z), np.logaddexp(0, z))
