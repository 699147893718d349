# feedback: −inf became a number
def softmax(logits, axis=-1):
    z = tf.constant(np.asarray(logits, float))
    z = tf.where(tf.math.is_inf(z), tf.constant(-1e4, tf.float64), z)
    return tf.nn.softmax(z, axis=axis).numpy()
