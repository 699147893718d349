# feedback: This is a sigmoid of each logit
from scipy import special


def softmax(logits, axis=-1):
    return special.expit(np.asarray(logits, dtype=float))
