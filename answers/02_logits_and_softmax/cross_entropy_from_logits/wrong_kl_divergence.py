# feedback: This is the KL divergence
from scipy import special


def cross_entropy_from_logits(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    log_p = special.log_softmax(logits, axis=-1)
    return (special.xlogy(labels, labels) - labels * log_p).sum(-1)
