# feedback: logits are the labels
from scipy import special


def distillation_loss(student_logits, teacher_logits, temperature):
    s = np.asarray(student_logits, dtype=float)
    t = np.asarray(teacher_logits, dtype=float)
    T = temperature
    return -(T**2) * (t / T * special.log_softmax(s / T, axis=-1)).sum(-1).mean()
