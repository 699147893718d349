# feedback: The softmax is missing
def cross_entropy_from_logits(labels, logits):
    return -(np.asarray(labels) * np.asarray(logits)).sum(-1)
