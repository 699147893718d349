# TensorFlow in float32
def sigmoid(x):
    return tf.sigmoid(tf.cast(tf.convert_to_tensor(x), tf.float32))
