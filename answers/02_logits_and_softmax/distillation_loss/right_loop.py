# plain Python, sample by sample
import math


def distillation_loss(student_logits, teacher_logits, temperature):
    student = (np.asarray(student_logits) / temperature).tolist()
    teacher = (np.asarray(teacher_logits) / temperature).tolist()
    total = 0.0
    for s, t in zip(student, teacher):
        top_s, top_t = np.max(s), np.max(t)
        log_sum = top_s + math.log(math.fsum(math.exp(v - top_s) for v in s))
        weights = [math.exp(v - top_t) for v in t]
        for w, v in zip(weights, s):
            total += w / math.fsum(weights) * (log_sum - v)
    return temperature * temperature * total / len(student)
