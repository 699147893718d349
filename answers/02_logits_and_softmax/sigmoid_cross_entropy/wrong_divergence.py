# feedback: This is the KL divergence
from scipy import special, stats


def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.logaddexp(0, z) - y * z - special.entr(y) - special.entr(1 - y)
