# feedback: log_var loses its sign || The logarithm has the wrong sign
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    return 0.5 * tf.reduce_sum(tf.square(mean) + tf.exp(log_var) - 1 - tf.abs(log_var), axis=1)
