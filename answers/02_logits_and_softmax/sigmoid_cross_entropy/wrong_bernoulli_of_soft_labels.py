# feedback: Labels below 1 count as 0
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, "float32"), np.asarray(logits, "float32")
    return -tfp.distributions.Bernoulli(logits=logits).log_prob(labels)
