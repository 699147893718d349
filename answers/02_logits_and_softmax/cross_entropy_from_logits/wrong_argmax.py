# feedback: Only the most probable label counts here
from scipy import special


def cross_entropy_from_logits(labels, logits):
    labels, logits = np.asarray(labels), np.asarray(logits, dtype=float)
    log_p = special.log_softmax(logits, axis=-1)
    return -log_p[np.arange(len(labels)), labels.argmax(axis=-1)]
