# feedback: A coordinate that is 0 stays 0
def svdd_center(embeddings, eps=0.1):
    c = tf.reduce_mean(tf.cast(embeddings, tf.float32), axis=0)
    return tf.where(tf.abs(c) < eps, eps * tf.sign(c), c).numpy()
