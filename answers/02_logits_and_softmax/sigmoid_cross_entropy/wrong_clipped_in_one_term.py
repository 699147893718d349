# feedback: In one of the terms a logit is clipped
def sigmoid_cross_entropy(labels, logits):
    labels = np.asarray(labels, dtype=float)
    logits = np.asarray(logits, dtype=float)
    return np.log1p(np.exp(np.clip(logits, -500, 500))) - labels * logits
