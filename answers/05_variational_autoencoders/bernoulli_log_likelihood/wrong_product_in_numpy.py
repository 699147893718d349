# feedback: A product of many likelihoods
def bernoulli_log_likelihood(x, logits):
    x, logits = (np.asarray(v, float) for v in (x, logits))
    log_p, log_q = -np.logaddexp(0, -logits), -np.logaddexp(0, logits)
    with np.errstate(divide='ignore'):
        return np.log(np.prod(np.exp(x * log_p + (1 - x) * log_q), axis=1))
