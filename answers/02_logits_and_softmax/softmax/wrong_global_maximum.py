# feedback: Subtracting the largest logit of the whole array || The answer holds nan
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max())
    return e / e.sum(axis=axis, keepdims=True)
