# keras.ops
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (tf.cast(value, tf.float32) for value in (x, logits, mean, log_var))
    ops = keras.ops
    fit = -ops.sum(ops.binary_crossentropy(x, logits, from_logits=True), axis=1)
    return fit - ops.sum((mean * mean + ops.exp(log_var) - log_var - 1) / 2, axis=1)
