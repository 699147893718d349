# feedback: a least cost (free bits?)
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (tf.cast(value, tf.float32) for value in (x, logits, mean, log_var))
    fit = -tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1)
    kl = 0.5 * tf.reduce_sum(mean**2 + tf.exp(log_var) - 1 - log_var, axis=1)
    return fit - tf.maximum(kl, 0.4)
