# feedback: This counts the labels
from scipy import special, stats


def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return special.softmax(z, axis=-1) * (y != 0).sum(axis=-1, keepdims=True) - y
