# feedback: −1 counts twice
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    return tf.reduce_sum(0.5 * (tf.square(mean) + tf.exp(log_var) - log_var) - 1, axis=1)
