# TensorFlow in float32
def log_softmax(logits, axis=-1):
    return tf.nn.log_softmax(tf.cast(tf.convert_to_tensor(logits), tf.float32), axis=axis)
