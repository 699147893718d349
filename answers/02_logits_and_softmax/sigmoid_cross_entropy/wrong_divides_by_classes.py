# feedback: The loss is divided by
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, float), np.asarray(logits, float)
    return (np.logaddexp(0, z) - y * z) / z.shape[-1]
