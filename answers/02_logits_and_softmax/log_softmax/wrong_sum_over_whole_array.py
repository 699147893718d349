# feedback: The sum of exponentials runs over the whole array || The sum runs over the whole array

def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    z = logits - logits.max(axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum())
