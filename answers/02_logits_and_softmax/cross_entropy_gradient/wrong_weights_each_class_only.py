# feedback: multiply it by the row's label sum
from scipy import special


def cross_entropy_gradient(labels, logits):
    labels = np.asarray(labels, dtype=float)
    logits = np.asarray(logits, dtype=float)
    p = special.softmax(logits, axis=-1)
    return labels * (p - 1)
