# feedback: 1 − p loses its digits
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    e = np.exp(-np.abs(logits))
    p = np.where(logits >= 0, 1, e) / (1 + e)
    a = np.where(p > 0, np.log(p), logits)
    b = np.where(p < 1, np.log(1 - p), -logits)
    return -labels * a - (1 - labels) * b
