# TensorFlow, float32
def reconstruction_error(images, reconstructions):
    d = tf.cast(images, tf.float32) - tf.cast(reconstructions, tf.float32)
    return tf.reduce_mean(tf.reshape(d * d, (tf.shape(d)[0], -1)), axis=1)
