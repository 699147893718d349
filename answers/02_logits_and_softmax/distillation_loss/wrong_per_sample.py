# feedback: one loss for each sample
from scipy import special


def distillation_loss(student_logits, teacher_logits, temperature):
    s = np.asarray(student_logits, dtype=float)
    t = np.asarray(teacher_logits, dtype=float)
    T = temperature
    q, log_p = special.softmax(t / T, axis=-1), special.log_softmax(s / T, axis=-1)
    return -(T**2) * (q * log_p).sum(-1)
