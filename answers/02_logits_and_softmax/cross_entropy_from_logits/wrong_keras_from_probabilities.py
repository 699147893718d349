# feedback: p is clipped at 1e-7


def cross_entropy_from_logits(labels, logits):
    labels = tf.constant(np.asarray(labels, dtype=np.float32))
    probabilities = tf.nn.softmax(tf.constant(np.asarray(logits, dtype=np.float32)))
    return keras.losses.categorical_crossentropy(labels, probabilities)
