# feedback: The sigmoid is applied twice
from scipy import special


def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    p = special.expit(logits)
    return np.logaddexp(0, p) - labels * p
