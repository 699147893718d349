# feedback: The divergence is missing
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (np.asarray(v, dtype=float) for v in (x, logits, mean, log_var))
    fit = np.sum(x * logits - np.logaddexp(0, logits), axis=1)
    return fit
