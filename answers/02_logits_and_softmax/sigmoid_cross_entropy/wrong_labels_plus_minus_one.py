# feedback: for labels −1 and 1
def sigmoid_cross_entropy(labels, logits):
    labels = np.asarray(labels, dtype=float)
    logits = np.asarray(logits, dtype=float)
    return np.logaddexp(0, -labels * logits)
