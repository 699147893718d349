# feedback: A softmax is taken over the pixels
def bernoulli_log_likelihood(x, logits):
    x, logits = (tf.cast(value, tf.float32) for value in (x, logits))
    return -tf.nn.softmax_cross_entropy_with_logits(labels=x, logits=logits)
