# TensorFlow in float32, returns a tensor
def relu_breakpoints(kernel, bias):
    w = tf.reshape(tf.cast(tf.convert_to_tensor(kernel), tf.float32), [-1])
    b = tf.cast(tf.convert_to_tensor(bias), tf.float32)
    active = tf.not_equal(w, 0.0)
    return tf.sort(-tf.boolean_mask(b, active) / tf.boolean_mask(w, active))
