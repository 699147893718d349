# feedback: exp(−logit) overflows || For negative logits
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    return np.maximum(logits, 0) - labels * logits + np.log1p(np.exp(-logits))
