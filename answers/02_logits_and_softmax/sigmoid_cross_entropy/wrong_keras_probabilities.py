# feedback: Keras clips p at 1e-7
from scipy import special


def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return keras.ops.binary_crossentropy(labels.astype("float32"), special.expit(logits).astype("float32"))
