# feedback: divided by the number of pictures
def importance_weighted_bound(log_joint, log_q):
    w = tf.cast(log_joint, tf.float32) - tf.cast(log_q, tf.float32)
    return tf.reduce_logsumexp(w, axis=0) - np.log(w.shape[1])
