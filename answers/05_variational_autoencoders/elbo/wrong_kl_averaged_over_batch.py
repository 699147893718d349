# feedback: averaged over the batch
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (tf.cast(v, tf.float32) for v in (x, logits, mean, log_var))
    rec = -tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(x, logits), 1)
    return rec - tf.reduce_mean(0.5 * tf.reduce_sum(mean**2 + tf.exp(log_var) - 1 - log_var, 1))
