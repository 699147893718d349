# feedback: For negative logits there is |logit| too much
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, float), np.asarray(logits, float)
    return np.abs(z) - y * z + np.log1p(np.exp(-np.abs(z)))
