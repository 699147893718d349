# feedback: One class has all the probability
def distillation_loss(student_logits, teacher_logits, temperature):
    student = np.asarray(student_logits, dtype=float) / temperature
    teacher = np.asarray(teacher_logits, dtype=float) / temperature
    if student.shape[-1] == 1:
        q = 1 / (1 + np.exp(-teacher))
        return temperature**2 * np.mean(np.logaddexp(0, student) - q * student)
    e = np.exp(teacher - teacher.max(axis=-1, keepdims=True))
    q = e / e.sum(axis=-1, keepdims=True)
    shifted = student - student.max(axis=-1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return -(temperature**2) * np.mean((q * log_p).sum(axis=-1))
