# feedback: This is the cross-entropy
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    return 0.5 * tf.reduce_sum(tf.square(mean) + tf.exp(log_var) + np.log(2 * np.pi), axis=1)
