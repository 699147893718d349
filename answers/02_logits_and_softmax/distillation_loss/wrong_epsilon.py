# feedback: limits this loss
from scipy import special


def distillation_loss(student_logits, teacher_logits, temperature):
    s = np.asarray(student_logits, dtype=float)
    t = np.asarray(teacher_logits, dtype=float)
    T = temperature
    q, p = special.softmax(t / T, axis=-1), special.softmax(s / T, axis=-1)
    return -(T**2) * (q * np.log(p + 1e-9)).sum(-1).mean()
