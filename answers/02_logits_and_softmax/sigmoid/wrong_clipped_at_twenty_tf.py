# feedback: A value is clipped


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return tf.sigmoid(tf.clip_by_value(x, -20.0, 20.0))
