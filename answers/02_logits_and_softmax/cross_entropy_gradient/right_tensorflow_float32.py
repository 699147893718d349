# the formula in TensorFlow, float32
def cross_entropy_gradient(labels, logits):
    labels, logits = (tf.cast(tf.convert_to_tensor(a), tf.float32) for a in (labels, logits))
    return tf.nn.softmax(logits) * tf.reduce_sum(labels, axis=1, keepdims=True) - labels
