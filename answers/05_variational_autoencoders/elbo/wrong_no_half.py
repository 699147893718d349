# feedback: The divergence is multiplied by a factor || a ½ missing || counts twice (a ½
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (np.asarray(v, dtype=float) for v in (x, logits, mean, log_var))
    fit = np.sum(x * logits - np.logaddexp(0, logits), axis=1)
    kl = np.sum(mean**2 + np.exp(log_var) - 1 - log_var, axis=1)
    return fit - kl
