# the distribution function of the logistic distribution
def sigmoid(x):
    return tfp.distributions.Logistic(0.0, 1.0).cdf(np.asarray(x, dtype=np.float32))
