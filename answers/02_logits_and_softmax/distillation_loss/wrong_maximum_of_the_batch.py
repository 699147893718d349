# feedback: its own largest logit
def distillation_loss(student_logits, teacher_logits, temperature):
    student = np.asarray(student_logits, dtype=float) / temperature
    teacher = np.asarray(teacher_logits, dtype=float) / temperature
    e = np.exp(teacher - teacher.max())
    q = e / e.sum(axis=-1, keepdims=True)
    shifted = student - student.max(axis=-1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return -(temperature**2) * np.mean((q * log_p).sum(axis=-1))
