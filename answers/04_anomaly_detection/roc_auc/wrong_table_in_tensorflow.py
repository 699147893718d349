# feedback: The work grows like n²
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if anomalous.all() or not anomalous.any():
        raise ValueError("both kinds are needed")
    a, b = tf.constant(scores[anomalous], tf.float32), tf.constant(scores[~anomalous], tf.float32)
    gap = tf.sign(a[:, None] - b[None, :])
    return tf.reduce_mean((gap + 1) / 2)
