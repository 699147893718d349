# TensorFlow, float32
def threshold_at_fpr(normal_scores, max_fpr):
    s = tf.sort(tf.cast(normal_scores, tf.float32))
    share = tf.reduce_mean(tf.cast(s[None, :] > s[:, None], tf.float64), axis=1)
    return tf.reduce_min(tf.boolean_mask(s, share <= max_fpr))
