# feedback: The teacher's softmax is applied twice
from scipy import special, stats


def distillation_loss(student_logits, teacher_logits, temperature):
    s, t = (np.asarray(z, dtype=float) for z in (student_logits, teacher_logits))
    T = temperature
    return -(T**2) * (special.softmax(special.softmax(t, axis=-1) / T, axis=-1) * special.log_softmax(s / T, axis=-1)).sum(-1).mean()
