# TensorFlow's fused function, in float32
def cross_entropy_from_logits(labels, logits):
    labels, logits = (tf.cast(tf.convert_to_tensor(a), tf.float32) for a in (labels, logits))
    return tf.nn.softmax_cross_entropy_with_logits(labels, logits)
