# feedback: A label above 0.5
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, float), np.asarray(logits, float)
    return np.where(y > 0.5, np.logaddexp(0, -z), np.logaddexp(0, z))
