# feedback: a squared or an absolute error
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (tf.cast(v, tf.float32) for v in (x, logits, mean, log_var))
    rec = -tf.reduce_sum((x - tf.sigmoid(logits)) ** 2, 1)
    return rec - 0.5 * tf.reduce_sum(mean**2 + tf.exp(log_var) - 1 - log_var, 1)
