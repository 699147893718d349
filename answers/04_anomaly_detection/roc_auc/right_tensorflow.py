# TensorFlow: sort and searchsorted, in float32
def roc_auc(scores, is_anomaly):
    scores = tf.cast(tf.convert_to_tensor(scores), tf.float32)
    flags = tf.cast(tf.convert_to_tensor(is_anomaly), tf.bool)
    a, b = tf.boolean_mask(scores, flags), tf.sort(tf.boolean_mask(scores, ~flags))
    if tf.size(a) == 0 or tf.size(b) == 0:
        raise ValueError("one class only")
    positions = tf.searchsorted(b, a, side="left") + tf.searchsorted(b, a, side="right")
    return tf.reduce_mean(tf.cast(positions, tf.float32)) / 2 / tf.cast(tf.size(b), tf.float32)
