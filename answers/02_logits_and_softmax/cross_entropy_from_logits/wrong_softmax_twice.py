# feedback: The softmax is applied twice
from scipy import special


def cross_entropy_from_logits(labels, logits):
    p = special.softmax(np.asarray(logits, dtype=float), axis=-1)
    return -(np.asarray(labels) * special.log_softmax(p, axis=-1)).sum(-1)
