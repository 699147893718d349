# feedback: A single number became an array
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.atleast_1d(labels).astype(float), np.atleast_1d(logits).astype(float)
    return np.maximum(logits, 0) - labels * logits + np.log1p(np.exp(-np.abs(logits)))
