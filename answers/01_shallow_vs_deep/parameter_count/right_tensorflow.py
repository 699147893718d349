# integer tensors
def parameter_count(widths):
    w = tf.constant(widths, tf.int64)
    return tf.reduce_sum((w[:-1] + 1) * w[1:])
