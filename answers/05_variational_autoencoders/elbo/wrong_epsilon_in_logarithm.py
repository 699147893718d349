# feedback: a number added in the logarithm
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (tf.cast(value, tf.float32) for value in (x, logits, mean, log_var))
    p = tf.sigmoid(logits)
    fit = tf.reduce_sum(x * tf.math.log(p + 1e-10) + (1 - x) * tf.math.log(1 - p + 1e-10), axis=1)
    return fit - tf.reduce_sum(mean**2 + tf.exp(log_var) - 1 - log_var, axis=1) / 2
