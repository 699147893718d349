# feedback: The logits themselves are divided || inf / inf is nan
def softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    return logits / logits.sum(axis=axis, keepdims=True)
