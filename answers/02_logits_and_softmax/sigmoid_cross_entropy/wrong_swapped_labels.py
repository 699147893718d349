# feedback: Labels 0 and 1 are swapped
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.logaddexp(0, logits) - (1 - labels) * logits
