# feedback: the mean over the batch
from scipy import special, stats


def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return (special.softmax(z, axis=-1) * y.sum(axis=-1, keepdims=True) - y).mean(axis=0)
