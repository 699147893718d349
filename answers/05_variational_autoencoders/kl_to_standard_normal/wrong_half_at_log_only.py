# feedback: The factor ½ stands at the logarithm only
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    return tf.reduce_sum(tf.square(mean) + tf.exp(log_var) - 1 - 0.5 * log_var, axis=1)
