# feedback: This is the squared error
def distillation_loss(student_logits, teacher_logits, temperature):
    s = np.asarray(student_logits, dtype=float)
    t = np.asarray(teacher_logits, dtype=float)
    T = temperature
    return np.mean((s - t) ** 2)
