# feedback: This is the logarithm of the softmax
from scipy import special


def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    return logits - special.logsumexp(logits, axis=axis, keepdims=True)
