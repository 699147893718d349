# feedback: too few digits are kept
def svdd_score(embeddings, center):
    z, c = tf.cast(embeddings, tf.float16), tf.cast(center, tf.float16)
    return tf.reduce_sum((z - c) ** 2, axis=1).numpy()
