# feedback: Labels below 1 count for nothing
from scipy import special, stats


def cross_entropy_from_logits(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return -np.where(y == 1, special.log_softmax(z, axis=-1), 0).sum(axis=-1)
