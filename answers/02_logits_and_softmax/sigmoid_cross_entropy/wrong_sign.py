# feedback: The sign is wrong
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return labels * logits - np.logaddexp(0, logits)
