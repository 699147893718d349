# feedback: Clipping, or adding a small number
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    logits = np.clip(logits, -5, 5)
    return np.maximum(logits, 0) - labels * logits + np.log1p(np.exp(-np.abs(logits)))
