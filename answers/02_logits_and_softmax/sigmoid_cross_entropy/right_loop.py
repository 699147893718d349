# one entry at a time, with an if
import math


def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    result = np.empty(logits.shape)
    for index in np.ndindex(logits.shape):
        v = float(logits[index])
        softplus = v + math.log1p(math.exp(-v)) if v > 0 else math.log1p(math.exp(v))
        result[index] = softplus - labels[index] * v
    return result
