# feedback: softmax(logits / 2)
from scipy import special, stats


def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    return special.softmax(logits / 2, axis=axis)
