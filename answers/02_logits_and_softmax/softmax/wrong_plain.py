# feedback: exp of a large number is inf || The answer holds nan || Far below 0
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits)
    return e / e.sum(axis=axis, keepdims=True)
