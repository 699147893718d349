# feedback: wrong way round
def sigmoid_cross_entropy(labels, logits):
    z, y = np.asarray(labels, float), np.asarray(logits, float)
    return np.logaddexp(0, z) - y * z
