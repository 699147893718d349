# feedback: not divided by their sum || exp(1000) overflows
def cross_entropy_gradient(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    e = np.exp(logits)
    return e - labels
