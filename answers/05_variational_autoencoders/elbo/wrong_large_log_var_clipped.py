# feedback: A large log_var is clipped
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (tf.cast(value, tf.float32) for value in (x, logits, mean, log_var))
    fit = -tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1)
    log_var = tf.clip_by_value(log_var, -100.0, 10.0)
    kl = 0.5 * tf.reduce_sum(mean**2 + tf.exp(log_var) - 1 - log_var, axis=1)
    return fit - kl
