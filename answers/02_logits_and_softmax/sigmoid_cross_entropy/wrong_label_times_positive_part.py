# feedback: y multiplies max(logit, 0)
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    positive = np.maximum(z, 0)
    return positive - positive * y + np.log1p(np.exp(-np.abs(z)))
