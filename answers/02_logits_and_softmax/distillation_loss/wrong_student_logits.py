# feedback: stand for its log-probabilities
def distillation_loss(student_logits, teacher_logits, temperature):
    s, t, T = np.asarray(student_logits, dtype=float), np.asarray(teacher_logits, dtype=float), temperature

    def lsm(z):
        z = z - z.max(axis=-1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))

    def soft(z):
        return np.exp(lsm(z))

    return -T**2 * np.mean((soft(t / T) * s / T).sum(axis=-1))
