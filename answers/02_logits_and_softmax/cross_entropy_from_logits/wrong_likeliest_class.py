# feedback: the loss of the likeliest class || the first or the likeliest
from scipy import special, stats


def cross_entropy_from_logits(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return -special.log_softmax(z, axis=-1).max(axis=-1)
