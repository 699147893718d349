# feedback: The variance lacks its factor ½
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    return tf.reduce_sum(0.5 * (tf.square(mean) - 1 - log_var) + tf.exp(log_var), axis=1)
