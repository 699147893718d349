# logits minus logsumexp, in float32: off by its rounding for large logits
def log_softmax(logits, axis=-1):
    logits = tf.cast(tf.convert_to_tensor(logits), tf.float32)
    return logits - tf.reduce_logsumexp(logits, axis=axis, keepdims=True)
