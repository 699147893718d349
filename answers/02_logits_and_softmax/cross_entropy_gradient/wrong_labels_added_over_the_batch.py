# feedback: added up over the batch (axis 0)
from scipy import special, stats


def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return special.softmax(z, axis=-1) * y.sum(axis=0) - y
