# feedback: The loss of random entries is wrong
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, "float32"), np.asarray(logits, "float32")
    return -tfp.distributions.Bernoulli(logits=logits).log_prob(labels)
