# feedback: log_var has its ½ twice
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    log_sigma = 0.5 * log_var
    variance = tf.exp(log_var)
    return 0.5 * tf.reduce_sum(tf.square(mean) + variance - 1 - log_sigma, axis=1)
