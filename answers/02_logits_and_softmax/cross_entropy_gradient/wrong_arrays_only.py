# feedback: raised
def cross_entropy_gradient(labels, logits):
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    return p * labels.sum(axis=-1, keepdims=True) - labels
