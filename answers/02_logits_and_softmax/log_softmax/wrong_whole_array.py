# feedback: The sum runs over the whole array
from scipy import special


def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    return logits - special.logsumexp(logits)
