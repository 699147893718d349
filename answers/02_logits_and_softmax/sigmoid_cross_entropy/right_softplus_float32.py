# TensorFlow's softplus, in float32
def sigmoid_cross_entropy(labels, logits):
    labels, logits = (tf.cast(tf.convert_to_tensor(a), tf.float32) for a in (labels, logits))
    return labels * tf.nn.softplus(-logits) + (1 - labels) * tf.nn.softplus(logits)
