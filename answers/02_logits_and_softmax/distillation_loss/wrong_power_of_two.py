# feedback: This multiplies by 2^T


def distillation_loss(student_logits, teacher_logits, temperature):
    def soft(z):
        e = np.exp(z - z.max(axis=-1, keepdims=True))
        return e / e.sum(axis=-1, keepdims=True)
    def log_soft(z):
        s = z - z.max(axis=-1, keepdims=True)
        return s - np.log(np.exp(s).sum(axis=-1, keepdims=True))
    s, t, T = np.asarray(student_logits, dtype=float), np.asarray(teacher_logits, dtype=float), temperature
    s0, t0 = s, t
    s, t = s / T, t / T
    return T**2 * np.mean(-(soft(t) * log_soft(s)).sum(-1)) / T**2 * 2**T
