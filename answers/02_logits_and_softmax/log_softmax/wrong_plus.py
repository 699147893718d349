# feedback: adds the logarithm of the sum
def log_softmax(logits, axis=-1):
    x = np.asarray(logits, float)
    s = x - x.max(axis=axis, keepdims=True)
    return s + np.log(np.exp(s).sum(axis=axis, keepdims=True))
