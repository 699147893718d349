# feedback: log(0) is patched
def distillation_loss(student_logits, teacher_logits, temperature):
    student = np.asarray(student_logits, dtype=float) / temperature
    teacher = np.asarray(teacher_logits, dtype=float) / temperature
    e = np.exp(teacher - teacher.max(axis=-1, keepdims=True))
    q = e / e.sum(axis=-1, keepdims=True)
    f = np.exp(student - student.max(axis=-1, keepdims=True))
    p = f / f.sum(axis=-1, keepdims=True)
    log_p = np.log(p + (p == 0))
    return -(temperature**2) * np.mean((q * log_p).sum(axis=-1))
