# feedback: A product of many likelihoods
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    log_pixels = -tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits)
    likelihood = tf.reduce_prod(tf.exp(log_pixels), axis=1)
    return tf.math.log(likelihood)
