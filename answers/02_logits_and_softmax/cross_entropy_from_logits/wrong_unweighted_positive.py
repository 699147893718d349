# feedback: counts in full
def cross_entropy_from_logits(labels, logits):
    y, z = np.asarray(labels, float), np.asarray(logits, float)
    s = z - z.max(-1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(-1, keepdims=True))
    return -np.where(y > 0, logp, 0).sum(-1)
