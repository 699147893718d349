# TensorFlow, float64
def sawtooth(x, depth):
    x = tf.cast(x, tf.float64)
    for _ in range(depth):
        x = 2 * tf.nn.relu(x) - 4 * tf.nn.relu(x - 0.5)
    return x
