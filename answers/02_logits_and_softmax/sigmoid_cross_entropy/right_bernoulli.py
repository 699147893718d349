# log-probabilities of yes and no from TensorFlow Probability
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, "float32"), np.asarray(logits, "float32")
    answer = tfp.distributions.Bernoulli(logits=logits)
    return -labels * answer.log_prob(1.0) - (1 - labels) * answer.log_prob(0.0)
