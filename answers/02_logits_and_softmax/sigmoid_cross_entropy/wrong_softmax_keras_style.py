# feedback: a softmax in both terms
def sigmoid_cross_entropy(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    s = np.clip(tf.nn.softmax(z).numpy(), 1e-7, 1 - 1e-7)
    return -y * np.log(s) - (1 - y) * np.log(1 - s)
