# feedback: log-softmax of −logits
def log_softmax(logits, axis=-1):
    logits = np.asarray(logits, dtype=float)
    z = -logits
    z = z - z.max(axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))
