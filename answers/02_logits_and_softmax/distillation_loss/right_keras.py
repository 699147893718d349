# Keras' loss object
def distillation_loss(student_logits, teacher_logits, temperature):
    s = np.asarray(student_logits, "float32") / temperature
    t = np.asarray(teacher_logits, "float32") / temperature
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    return loss(keras.ops.softmax(t), s) * temperature**2
