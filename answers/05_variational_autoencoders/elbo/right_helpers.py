# small functions of its own
def _likelihood(x, logits):
    return -tf.reduce_sum(x * tf.nn.softplus(-logits) + (1 - x) * tf.nn.softplus(logits), axis=1)


def _divergence(mean, log_var):
    return tf.reduce_sum(0.5 * (tf.exp(log_var) + mean**2 - 1.0 - log_var), axis=1)


def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (tf.cast(value, tf.float32) for value in (x, logits, mean, log_var))
    return _likelihood(x, logits) - _divergence(mean, log_var)
