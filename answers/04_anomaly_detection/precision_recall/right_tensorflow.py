# TensorFlow, float32
def precision_recall(scores, is_anomaly, threshold):
    s = tf.cast(scores, tf.float32)
    y = tf.cast(tf.cast(is_anomaly, tf.bool), tf.float32)
    f = tf.cast(s > threshold, tf.float32)
    hits = tf.reduce_sum(f * y)
    n = tf.reduce_sum(f)
    return tf.where(n > 0, hits / tf.maximum(n, 1.0), 1.0), hits / tf.reduce_sum(y)
