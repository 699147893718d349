# feedback: raised
from scipy import special


def distillation_loss(student_logits, teacher_logits, temperature):
    s, t = student_logits / temperature, teacher_logits / temperature
    return -(temperature**2) * (special.softmax(t, axis=-1) * special.log_softmax(s, axis=-1)).sum(-1).mean()
