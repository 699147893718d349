# feedback: This multiplies by T; the factor is T²


def distillation_loss(student_logits, teacher_logits, temperature):
    s = tf.constant(np.asarray(student_logits, dtype=np.float64)) / temperature
    t = tf.constant(np.asarray(teacher_logits, dtype=np.float64)) / temperature
    q = tf.nn.softmax(t)
    return temperature * tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=q, logits=s))
