# feedback: an exponential overflows
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.log(1 + np.exp(logits)) - labels * logits
