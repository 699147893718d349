# feedback: logarithm to base 2
from scipy import special


def cross_entropy_from_logits(labels, logits):
    return -(np.asarray(labels) * special.log_softmax(np.asarray(logits, dtype=float), axis=-1)).sum(-1) / np.log(2)
