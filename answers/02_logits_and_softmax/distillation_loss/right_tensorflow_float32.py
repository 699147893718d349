# TensorFlow's fused function, in float32
def distillation_loss(student_logits, teacher_logits, temperature):
    s, t = (tf.cast(tf.convert_to_tensor(a), tf.float32) / temperature for a in (student_logits, teacher_logits))
    return temperature**2 * tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(tf.nn.softmax(t), s))
