# feedback: A factor p (1 − p) is one too many
def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, float), np.asarray(logits, float)
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    return (y.sum(axis=1, keepdims=True) * p - y) * p * (1 - p)
