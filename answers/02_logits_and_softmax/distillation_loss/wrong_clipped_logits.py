# feedback: limits this loss
from scipy import special, stats


def distillation_loss(student_logits, teacher_logits, temperature):
    s, t = (np.asarray(z, dtype=float) for z in (student_logits, teacher_logits))
    T = temperature
    s = np.clip(s, -500, 500)
    return -(T**2) * (special.softmax(t / T, axis=-1) * special.log_softmax(s / T, axis=-1)).sum(-1).mean()
