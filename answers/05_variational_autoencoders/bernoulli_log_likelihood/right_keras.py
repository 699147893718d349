# Keras' cross-entropy of each pixel from logits
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return -keras.ops.sum(keras.ops.binary_crossentropy(x, logits, from_logits=True), axis=1)
