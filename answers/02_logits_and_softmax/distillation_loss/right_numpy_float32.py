# NumPy in float32
def distillation_loss(student_logits, teacher_logits, temperature):
    def log_softmax_32(x):
        x = np.asarray(x, dtype=np.float32) / np.float32(temperature)
        x = x - x.max(axis=1, keepdims=True)
        return x - np.log(np.exp(x).sum(axis=1, keepdims=True))

    q = np.exp(log_softmax_32(teacher_logits))
    return -np.float32(temperature) ** 2 * np.mean(np.sum(q * log_softmax_32(student_logits), axis=1))
