# feedback: Labels above 0 count as 1
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float) > 0, np.asarray(logits, dtype=float)
    return np.logaddexp(0, np.where(y, -z, z))
