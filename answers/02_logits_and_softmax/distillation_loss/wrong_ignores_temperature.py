# feedback: The temperature has no effect
def distillation_loss(student_logits, teacher_logits, temperature):
    s, t = np.asarray(student_logits, float), np.asarray(teacher_logits, float)
    q = np.exp(t - np.logaddexp.reduce(t, axis=1)[:, None])
    return -np.mean(np.sum(q * (s - np.logaddexp.reduce(s, axis=1)[:, None]), 1))
