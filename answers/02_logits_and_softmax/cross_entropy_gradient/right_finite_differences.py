# central differences of the loss: slow, and right
from scipy import special


def cross_entropy_gradient(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)


    def loss(x):
        return -(labels * special.log_softmax(x, axis=-1)).sum(-1)


    result = np.zeros_like(logits)
    for k in range(logits.shape[1]):
        step = 1e-5 * np.eye(logits.shape[1])[k]
        result[:, k] = (loss(logits + step) - loss(logits - step)) / 2e-5
    return result
