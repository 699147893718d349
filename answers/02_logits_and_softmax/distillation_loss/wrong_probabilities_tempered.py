# feedback: Powers of probabilities do not add up to 1


def distillation_loss(student_logits, teacher_logits, temperature):
    from scipy.special import log_softmax, softmax

    q = softmax(np.asarray(teacher_logits, dtype=float), axis=-1) ** (1 / temperature)
    log_p = log_softmax(np.asarray(student_logits, dtype=float) / temperature, axis=-1)
    return -(temperature**2) * np.mean(np.sum(q * log_p, axis=-1))
