# feedback: The log-softmax of rows of random logits is wrong || each row has a largest logit of its own
from scipy import special


def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    return logits - special.logsumexp(logits)
