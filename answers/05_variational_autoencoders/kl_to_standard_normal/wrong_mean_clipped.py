# feedback: A large mean, or a large log_var, is clipped
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    return 0.5 * tf.reduce_sum(tf.clip_by_value(mean, -10, 10)**2 + tf.exp(log_var) - 1 - log_var, axis=1)
