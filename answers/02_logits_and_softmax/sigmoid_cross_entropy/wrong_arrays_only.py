# feedback: raised
def sigmoid_cross_entropy(labels, logits):
    return np.maximum(logits, 0) - labels * logits + np.log1p(np.exp(-np.abs(logits)))
