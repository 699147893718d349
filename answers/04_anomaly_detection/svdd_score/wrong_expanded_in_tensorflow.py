# feedback: loses all digits in float32
def svdd_score(embeddings, center):
    z, c = tf.cast(embeddings, tf.float32), tf.cast(center, tf.float32)
    return tf.reduce_sum(z * z, 1) - 2 * tf.linalg.matvec(z, c) + tf.reduce_sum(c * c)
