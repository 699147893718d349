# feedback: Keras takes the logits for probabilities || p is clipped at 1e-7


def cross_entropy_from_logits(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    m = z.max(axis=-1, keepdims=True)
    e = np.exp(z - m)
    p = e / e.sum(axis=-1, keepdims=True)
    log_p = z - m - np.log(e.sum(axis=-1, keepdims=True))
    return np.asarray(keras.losses.categorical_crossentropy(y, z))
