# feedback: a power of 2
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    return 0.5 * tf.reduce_sum(tf.square(mean) + 2**log_var - 1 - log_var, axis=1)
