# TensorFlow softplus in float32, masked sum
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = tf.cast(scores, tf.float32), tf.cast(relevance, tf.float32)
    ordered = tf.cast(relevance[:, None] > relevance[None, :], tf.float32)
    loss = tf.nn.softplus(scores[None, :] - scores[:, None])
    return tf.math.divide_no_nan(tf.reduce_sum(ordered * loss), tf.reduce_sum(ordered))
