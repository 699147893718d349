# feedback: the logarithm of the sum is missing
def distillation_loss(student_logits, teacher_logits, temperature):
    student = np.asarray(student_logits, dtype=float) / temperature
    teacher = np.asarray(teacher_logits, dtype=float) / temperature
    e = np.exp(teacher - teacher.max(axis=-1, keepdims=True))
    q = e / e.sum(axis=-1, keepdims=True)
    f = np.exp(student - student.max(axis=-1, keepdims=True))
    p = f / f.sum(axis=-1, keepdims=True)
    log_p = np.where(p > 0, np.log(p), student - student.max(axis=-1, keepdims=True))
    return -(temperature**2) * np.mean((q * log_p).sum(axis=-1))
