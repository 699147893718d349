# TensorFlow, float32
def svdd_center(embeddings, eps=0.1):
    c = tf.reduce_mean(tf.cast(embeddings, tf.float32), axis=0)
    return tf.where(tf.abs(c) < eps, tf.where(c < 0, -eps, eps), c)
