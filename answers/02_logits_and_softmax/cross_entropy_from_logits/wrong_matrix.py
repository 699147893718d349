# feedback: only its own count
from scipy import special, stats


def cross_entropy_from_logits(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return -y @ special.log_softmax(z, axis=-1).T
