# feedback: An axis of length 1 is gone
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    labels, logits = labels.squeeze(), logits.squeeze()
    return np.maximum(logits, 0) - labels * logits + np.log1p(np.exp(-np.abs(logits)))
