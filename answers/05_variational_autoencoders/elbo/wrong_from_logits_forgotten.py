# feedback: from_logits=True
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (tf.cast(value, tf.float32) for value in (x, logits, mean, log_var))
    fit = -tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1)
    kl = 0.5 * tf.reduce_sum(tf.square(mean) + tf.exp(log_var) - 1.0 - log_var, axis=1)
    fit = -x.shape[1] * keras.losses.binary_crossentropy(x, logits)
    return fit - kl
