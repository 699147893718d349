# feedback: The softmax runs over the whole array
from scipy import special, stats


def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return special.softmax(z) * y.sum(axis=-1, keepdims=True) - y
