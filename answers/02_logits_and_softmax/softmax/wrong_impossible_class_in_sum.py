# feedback: The impossible class counts in the sum
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    impossible = np.isinf(logits)
    z = np.where(impossible, 0, logits)
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return np.where(impossible, 0, e / e.sum(axis=axis, keepdims=True))
