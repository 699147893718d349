# feedback: In one of the terms a logit is clipped
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.logaddexp(0, z) - y * np.clip(z, -500, 500)
