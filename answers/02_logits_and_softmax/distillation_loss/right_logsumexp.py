# the teacher's mean of the student's logits
from scipy import special


def distillation_loss(student_logits, teacher_logits, temperature):
    s = np.asarray(student_logits, dtype=float)
    t = np.asarray(teacher_logits, dtype=float)
    T = temperature
    q = np.exp(t / T - special.logsumexp(t / T, axis=1, keepdims=True))
    return T * (T * special.logsumexp(s / T, axis=1) - (q * s).sum(axis=1)).mean()
