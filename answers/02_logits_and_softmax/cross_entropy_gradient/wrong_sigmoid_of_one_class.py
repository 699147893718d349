# feedback: One class has all the probability
def cross_entropy_gradient(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    if logits.shape[-1] == 1:
        return 1 / (1 + np.exp(-logits)) - labels
    shifted = logits - logits.max(axis=-1, keepdims=True)
    e = np.exp(shifted)
    p = e / e.sum(axis=-1, keepdims=True)
    total = labels.sum(axis=-1, keepdims=True)
    return p * total - labels
