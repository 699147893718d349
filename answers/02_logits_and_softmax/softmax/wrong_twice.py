# feedback: twice
def softmax(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    for _ in range(2):
        z = np.exp(z - z.max(axis=axis, keepdims=True))
        z = z / z.sum(axis=axis, keepdims=True)
    return z
