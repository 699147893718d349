# feedback: powers of 2
def softmax(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    e = 2.0 ** (z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
