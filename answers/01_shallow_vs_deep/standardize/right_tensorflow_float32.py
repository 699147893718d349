# TensorFlow moments, float32, divide_no_nan
def standardize(train, other):
    train, other = tf.cast(train, tf.float32), tf.cast(other, tf.float32)
    mean, variance = tf.nn.moments(train, axes=[0])
    std = tf.sqrt(variance)
    return tf.math.divide_no_nan(train - mean, std), tf.math.divide_no_nan(other - mean, std)
