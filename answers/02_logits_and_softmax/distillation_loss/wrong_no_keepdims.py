# feedback: does keepdims=True keep it?
def distillation_loss(student_logits, teacher_logits, temperature):
    s, t = np.asarray(student_logits, dtype=float) / temperature, np.asarray(teacher_logits, dtype=float) / temperature
    q = np.exp(t - t.max(axis=-1, keepdims=True))
    q = q / q.sum(axis=-1)
    z = s - s.max(axis=-1, keepdims=True)
    lp = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
    return -temperature**2 * np.mean((q * lp).sum(axis=-1))
