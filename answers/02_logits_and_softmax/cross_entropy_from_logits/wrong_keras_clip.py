# feedback: p is clipped at 1e-7
from scipy import special


def cross_entropy_from_logits(labels, logits):
    return keras.losses.categorical_crossentropy(np.asarray(labels, "float32"), special.softmax(np.asarray(logits, "float32"), axis=-1))
