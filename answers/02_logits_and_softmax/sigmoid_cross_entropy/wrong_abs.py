# feedback: |logit| stands where max(logit, 0) should || For negative logits
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, float), np.asarray(logits, float)
    return np.abs(z) - y * z + np.log1p(np.exp(-np.abs(z)))
