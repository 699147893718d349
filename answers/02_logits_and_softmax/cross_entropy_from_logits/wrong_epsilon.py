# feedback: keeps the loss of a sure mistake from growing
from scipy import special


def cross_entropy_from_logits(labels, logits):
    return -(np.asarray(labels) * np.log(special.softmax(np.asarray(logits, dtype=float), axis=-1) + 1e-12)).sum(-1)
