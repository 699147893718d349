# a tape for each sample, over logsumexp
def cross_entropy_gradient(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    rows = []
    for y, row in zip(labels, logits):
        x = tf.constant(row)
        with tf.GradientTape() as tape:
            tape.watch(x)
            loss = tf.reduce_sum(y) * tf.reduce_logsumexp(x) - tf.reduce_sum(y * x)
        rows.append(tape.gradient(loss, x).numpy())
    return np.array(rows)
