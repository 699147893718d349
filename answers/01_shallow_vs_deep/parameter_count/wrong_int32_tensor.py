# feedback: wrapped around
def parameter_count(widths):
    w = tf.constant([int(n) for n in widths])
    return int(tf.reduce_sum((w[:-1] + 1) * w[1:]))
