# TensorFlow's fused function, in float32
def sigmoid_cross_entropy(labels, logits):
    labels, logits = (tf.cast(tf.convert_to_tensor(a), tf.float32) for a in (labels, logits))
    return tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits)
