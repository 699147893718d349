# feedback: −inf became a number
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    logits = np.nan_to_num(logits, neginf=-1e3)
    e = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
