# feedback: Labels below 1 count as 0
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels).astype(int), np.asarray(logits, float)
    return np.logaddexp(0, z) - y * z
