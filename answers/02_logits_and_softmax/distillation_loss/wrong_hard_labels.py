# feedback: The teacher's winning class is the label
from scipy import special


def distillation_loss(student_logits, teacher_logits, temperature):
    s = np.asarray(student_logits, dtype=float)
    t = np.asarray(teacher_logits, dtype=float)
    T = temperature
    q = np.eye(t.shape[1])[t.argmax(axis=1)]
    return -(T**2) * (q * special.log_softmax(s / T, axis=-1)).sum(-1).mean()
