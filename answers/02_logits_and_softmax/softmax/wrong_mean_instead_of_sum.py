# feedback: divides by the mean
def softmax(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.mean(axis=axis, keepdims=True)
