# feedback: T divides the student's log-probabilities
from scipy import special, stats


def distillation_loss(student_logits, teacher_logits, temperature):
    s, t = (np.asarray(z, dtype=float) for z in (student_logits, teacher_logits))
    T = temperature
    return -(T**2) * (special.softmax(t / T, axis=-1) * special.log_softmax(s, axis=-1) / T).sum(-1).mean()
