# feedback: The gradient of a mistake is 0


def cross_entropy_gradient(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    m = z.max(axis=-1, keepdims=True)
    e = np.exp(z - m)
    p = e / e.sum(axis=-1, keepdims=True)
    log_p = z - m - np.log(e.sum(axis=-1, keepdims=True))
    Y, Z = tf.constant(np.asarray(labels, float)), tf.constant(np.asarray(logits, float))
    with tf.GradientTape() as t:
        t.watch(Z)
        loss = -tf.reduce_sum(Y * tf.nn.log_softmax(tf.nn.softmax(Z)))
    return t.gradient(loss, Z).numpy()
