# feedback: The temperature has no effect
def distillation_loss(student_logits, teacher_logits, temperature):
    def log_softmax(z):
        z = np.asarray(z, dtype=float)
        z = z - z.max(axis=-1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))

    q = np.exp(log_softmax(teacher_logits)) / temperature
    log_p = log_softmax(student_logits) / temperature
    return -(temperature**2) * np.mean(np.sum(q * log_p, axis=-1))
