# TensorFlow's sigmoid cross-entropy with label 1 on each margin
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = tf.cast(scores, tf.float32), tf.cast(relevance, tf.float32)
    pairs = tf.where(relevance[:, None] > relevance[None, :])
    if len(pairs) == 0:
        return 0.0
    margin = tf.gather(scores, pairs[:, 0]) - tf.gather(scores, pairs[:, 1])
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(tf.ones_like(margin), margin))
