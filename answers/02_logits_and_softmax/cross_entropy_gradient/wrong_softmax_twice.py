# feedback: The softmax is applied twice
from scipy import special, stats


def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    p = special.softmax(special.softmax(z, axis=-1), axis=-1)
    return p * y.sum(axis=-1, keepdims=True) - y
