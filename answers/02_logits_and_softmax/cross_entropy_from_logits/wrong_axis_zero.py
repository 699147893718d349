# feedback: The softmax runs over the batch
from scipy import special


def cross_entropy_from_logits(labels, logits):
    return -(np.asarray(labels) * special.log_softmax(np.asarray(logits, dtype=float), axis=0)).sum(-1)
