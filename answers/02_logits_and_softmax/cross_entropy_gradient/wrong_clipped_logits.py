# feedback: Logits are clipped

def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    e = np.exp(np.clip(z, -500, 500))
    return e / e.sum(axis=-1, keepdims=True) * y.sum(axis=-1, keepdims=True) - y
