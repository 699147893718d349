# feedback: A probability was rounded to 0
from scipy import special


def cross_entropy_from_logits(labels, logits):
    return -(np.asarray(labels) * np.log(special.softmax(np.asarray(logits, dtype=float), axis=-1))).sum(-1)
