# feedback: This uses a softmax
from scipy import special


def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return -labels * special.log_softmax(logits, axis=-1)
