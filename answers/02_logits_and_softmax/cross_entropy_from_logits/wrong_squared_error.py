# feedback: This looks like the squared error
from scipy import special


def cross_entropy_from_logits(labels, logits):
    return ((np.asarray(labels) - special.softmax(np.asarray(logits, dtype=float), axis=-1)) ** 2).sum(-1)
