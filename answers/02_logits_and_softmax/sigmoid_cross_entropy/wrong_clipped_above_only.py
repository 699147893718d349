# feedback: Clipping, or adding a small number
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    z = np.minimum(logits, 500)
    return np.log1p(np.exp(z)) - labels * z
