# feedback: The labels were divided by their sum
from scipy import special


def cross_entropy_gradient(labels, logits):
    labels = np.asarray(labels, dtype=float)
    logits = np.asarray(logits, dtype=float)
    p = special.softmax(logits, axis=-1)
    labels = labels / np.maximum(labels.sum(-1, keepdims=True), 1e-12)
    return p - labels
