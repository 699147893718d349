# feedback: One class has all the probability
def cross_entropy_from_logits(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    if logits.shape[-1] == 1:
        return (np.logaddexp(0, logits) - labels * logits)[:, 0]
    shifted = logits - logits.max(axis=-1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return -(labels * log_p).sum(axis=-1)
