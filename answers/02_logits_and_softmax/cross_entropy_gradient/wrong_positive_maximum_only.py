# feedback: below 0 or not

def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    e = np.exp(z - np.maximum(z.max(axis=-1, keepdims=True), 0))
    return e / e.sum(axis=-1, keepdims=True) * y.sum(axis=-1, keepdims=True) - y
