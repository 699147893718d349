# feedback: The shares are those of log(1 + exp(l)) || exp of a large number is inf || Far below 0
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    e = np.log1p(np.exp(logits))
    return e / e.sum(axis=axis, keepdims=True)
