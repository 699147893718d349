# feedback: keeps the loss of a sure mistake from growing
from scipy import special, stats


def cross_entropy_from_logits(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return -(y * special.log_softmax(np.clip(z, -500, 500), axis=-1)).sum(axis=-1)
