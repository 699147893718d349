# feedback: This multiplies by T; the factor is T²
from scipy import special


def distillation_loss(student_logits, teacher_logits, temperature):
    s = np.asarray(student_logits, dtype=float)
    t = np.asarray(teacher_logits, dtype=float)
    T = temperature
    q = special.softmax(t / T, axis=-1)
    log_p = special.log_softmax(s / T, axis=-1)
    return -T * (q * log_p).sum(-1).mean()
