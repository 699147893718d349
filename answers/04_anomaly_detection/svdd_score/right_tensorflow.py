# TensorFlow, float32
def svdd_score(embeddings, center):
    d = tf.cast(embeddings, tf.float32) - tf.cast(center, tf.float32)
    return tf.reduce_sum(d**2, axis=-1)
