# a softmax over the logits 0 and l
from scipy import special


def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    log_p = special.log_softmax(np.stack([np.zeros_like(logits), logits]), axis=0)
    return -(1 - labels) * log_p[0] - labels * log_p[1]
