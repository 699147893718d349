# TensorFlow in float32
def logit(p):
    p = tf.cast(tf.convert_to_tensor(p), tf.float32)
    return tf.math.log(p / (1 - p))
