# feedback: The squared mean lacks its factor ½
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    return tf.reduce_sum(tf.square(mean) + 0.5 * (tf.exp(log_var) - 1 - log_var), axis=1)
