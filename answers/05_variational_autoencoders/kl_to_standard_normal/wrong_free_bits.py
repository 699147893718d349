# feedback: free bits
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    each = 0.5 * (tf.square(mean) + tf.exp(log_var) - 1 - log_var)
    return tf.reduce_sum(tf.maximum(each, 0.25), axis=1)
