# feedback: subtract the largest logit, wherever
def cross_entropy_gradient(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    shifted = logits - logits[:, :1]
    e = np.exp(shifted)
    p = e / e.sum(axis=-1, keepdims=True)
    total = labels.sum(axis=-1, keepdims=True)
    return p * total - labels
