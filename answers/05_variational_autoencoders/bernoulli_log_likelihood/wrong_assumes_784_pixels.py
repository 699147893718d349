# feedback: 784 pixels are assumed
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    mean = keras.losses.binary_crossentropy(x, logits, from_logits=True)
    return -784.0 * mean
