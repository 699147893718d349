# SciPy's softmax
from scipy import special


def cross_entropy_gradient(labels, logits):
    labels = np.asarray(labels, dtype=float)
    p = special.softmax(np.asarray(logits, dtype=float), axis=-1)
    return labels.sum(-1, keepdims=True) * p - labels
