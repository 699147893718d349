# feedback: this is of a squared error
from scipy import special


def cross_entropy_gradient(labels, logits):
    labels = np.asarray(labels, dtype=float)
    logits = np.asarray(logits, dtype=float)
    p = special.softmax(logits, axis=-1)
    d = p - labels
    return p * d - p * (p * d).sum(-1, keepdims=True)
