# feedback: This is the probability of the true class
from scipy import special


def cross_entropy_from_logits(labels, logits):
    return (np.asarray(labels) * special.softmax(np.asarray(logits, dtype=float), axis=-1)).sum(-1)
