# feedback: less its mean in each row
def cross_entropy_gradient(labels, logits):
    g = tf.nn.softmax(tf.cast(logits, tf.float64)).numpy() - np.asarray(labels, dtype=float)
    return g - g.mean(axis=1, keepdims=True)
