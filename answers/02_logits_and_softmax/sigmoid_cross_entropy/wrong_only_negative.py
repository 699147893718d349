# feedback: Only entries with label 0
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, float), np.asarray(logits, float)
    return (1 - y) * np.logaddexp(0, z)
