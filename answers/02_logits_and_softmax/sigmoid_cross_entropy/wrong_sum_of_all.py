# feedback: the sum over all entries

def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return (np.logaddexp(0, z) - y * z).sum()
