# feedback: Only the first dimension
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    return 0.5 * (tf.square(mean) + tf.exp(log_var) - 1 - log_var)[:, 0]
