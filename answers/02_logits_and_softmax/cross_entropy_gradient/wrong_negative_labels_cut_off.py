# feedback: Labels below 0 are cut off
from scipy import special, stats


def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    y = np.maximum(y, 0)
    return special.softmax(z, axis=-1) * y.sum(axis=-1, keepdims=True) - y
