# feedback: This is the position of the largest logit
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    return (logits == logits.max(axis=axis, keepdims=True)).astype(float)
