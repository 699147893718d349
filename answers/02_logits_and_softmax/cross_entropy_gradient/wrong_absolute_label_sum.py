# feedback: The labels' sizes are added up
def cross_entropy_gradient(labels, logits):
    labels = np.asarray(labels, dtype=float)
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    weight = np.linalg.norm(labels, ord=1, axis=-1, keepdims=True)
    return weight * p - labels
