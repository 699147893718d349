# Keras' mean over pixels, times their number
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return -x.shape[1] * keras.losses.binary_crossentropy(x, logits, from_logits=True)
