# feedback: Logits are no probabilities
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return -x.shape[1] * keras.losses.binary_crossentropy(x, logits)
