# feedback: The divergence holds the mean only
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (tf.cast(value, tf.float32) for value in (x, logits, mean, log_var))
    log_likelihood = -tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1)
    return log_likelihood - 0.5 * tf.reduce_sum(tf.square(mean), axis=1)
