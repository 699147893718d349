# the sum of exponentials added up in the logarithm
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    return logits - np.expand_dims(np.logaddexp.reduce(logits, axis=axis), axis)
