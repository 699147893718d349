# TensorFlow in float32
def softmax(logits, axis=-1):
    return tf.nn.softmax(tf.cast(tf.convert_to_tensor(logits), tf.float32), axis=axis)
