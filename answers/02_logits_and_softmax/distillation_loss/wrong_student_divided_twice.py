# feedback: student's logits are divided by the temperature twice
def distillation_loss(student_logits, teacher_logits, temperature):
    def soft_log_probabilities(z):
        z = z / temperature
        z = z - z.max(axis=-1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))

    student = np.asarray(student_logits, dtype=float) / temperature
    q = np.exp(soft_log_probabilities(np.asarray(teacher_logits, dtype=float)))
    loss = -np.sum(q * soft_log_probabilities(student), axis=-1)
    return temperature**2 * loss.mean()
