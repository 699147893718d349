# feedback: The sigmoid is rounded to exactly 0 or 1
from scipy import special


def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    p = special.expit(logits)
    return -labels * np.log(p) - (1 - labels) * np.log(1 - p)
