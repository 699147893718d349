# feedback: mean of the rows' label sums
def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True) * y.sum(axis=1).mean() - y
