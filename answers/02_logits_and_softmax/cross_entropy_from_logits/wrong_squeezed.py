# feedback: A batch of one became a single number
def cross_entropy_from_logits(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=-1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return np.squeeze(-(labels * log_p).sum(axis=-1))
