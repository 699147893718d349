# feedback: labels are missing
from scipy import special


def cross_entropy_gradient(labels, logits):
    labels = np.asarray(labels, dtype=float)
    logits = np.asarray(logits, dtype=float)
    p = special.softmax(logits, axis=-1)
    return p * labels.sum(-1, keepdims=True)
