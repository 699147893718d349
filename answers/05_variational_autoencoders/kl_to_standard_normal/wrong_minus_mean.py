# feedback: The squared mean has the wrong sign
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    return -0.5 * tf.reduce_sum(1 + log_var + tf.square(mean) - tf.exp(log_var), axis=1)
