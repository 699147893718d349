# feedback: The winning class (argmax)

def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.eye(z.shape[1])[z.argmax(axis=-1)] * y.sum(axis=-1, keepdims=True) - y
