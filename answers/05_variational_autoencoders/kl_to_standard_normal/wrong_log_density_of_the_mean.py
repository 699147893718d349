# feedback: or −log p(mean)
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    return 0.5 * tf.reduce_sum(mean**2 + np.log(2 * np.pi), axis=1)
