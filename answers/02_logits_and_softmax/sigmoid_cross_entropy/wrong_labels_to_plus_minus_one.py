# feedback: 2y − 1 shrinks the logit
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.logaddexp(0, -(2 * y - 1) * z)
