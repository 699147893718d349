# feedback: logarithm to base 2
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return (np.logaddexp(0, logits) - labels * logits) / np.log(2)
