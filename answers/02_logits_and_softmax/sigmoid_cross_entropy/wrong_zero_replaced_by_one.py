# feedback: log(0), inf or nan was replaced
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    e = np.exp(-np.abs(logits))
    p = np.where(logits >= 0, 1, e) / (1 + e)
    q = 1 - p
    return -labels * np.log(p + (p == 0)) - (1 - labels) * np.log(q + (q == 0))
