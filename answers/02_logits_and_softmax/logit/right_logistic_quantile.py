# the quantile function of the logistic distribution
def logit(p):
    p = np.asarray(p, dtype=np.float32)
    return tfp.distributions.Logistic(0.0, 1.0).quantile(p)
