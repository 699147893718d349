# TensorFlow, float32: exact on the binary fractions it is tested with at large depth
def sawtooth(x, depth):
    x = tf.cast(tf.convert_to_tensor(x), tf.float32)
    for _ in range(depth):
        x = tf.nn.relu(1 - tf.nn.relu(1 - 2 * x) - tf.nn.relu(2 * x - 1))
    return x
