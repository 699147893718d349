# feedback: This looks like p − y
def cross_entropy_gradient(labels, logits):
    labels, logits = (tf.cast(tf.convert_to_tensor(a), tf.float32) for a in (labels, logits))
    with tf.GradientTape() as tape:
        tape.watch(logits)
        loss = tf.nn.softmax_cross_entropy_with_logits(labels, logits)
    return tape.gradient(loss, logits)
