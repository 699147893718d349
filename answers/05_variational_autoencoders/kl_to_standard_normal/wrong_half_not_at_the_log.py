# feedback: The logarithm lacks its factor ½ || The logarithm counts twice || some sample is not positive
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    return tf.reduce_sum(0.5 * (mean**2 + tf.exp(log_var) - 1) - log_var, axis=1)
