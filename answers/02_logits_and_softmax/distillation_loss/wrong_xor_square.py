# feedback: This multiplies by 2 T
def distillation_loss(student_logits, teacher_logits, temperature):
    s, t = (np.asarray(v, float) / temperature for v in (student_logits, teacher_logits))
    q = np.exp(t - np.logaddexp.reduce(t, axis=1)[:, None])
    return -np.mean(np.sum(q * (s - np.logaddexp.reduce(s, axis=1)[:, None]), 1)) * temperature * 2
