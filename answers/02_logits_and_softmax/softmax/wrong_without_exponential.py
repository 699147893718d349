# feedback: The logits themselves are divided
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    return logits / logits.sum(axis=axis, keepdims=True)
