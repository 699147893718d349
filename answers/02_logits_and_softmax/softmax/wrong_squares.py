# feedback: are squared
def softmax(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    e = np.exp(z - z.max(axis=axis, keepdims=True)) ** 2
    return e / e.sum(axis=axis, keepdims=True)
