# feedback: not finite
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (np.asarray(v, dtype=float) for v in (x, logits, mean, log_var))
    p = 1 / (1 + np.exp(-logits))
    fit = np.nansum(np.where(x > 0, x * np.log(p), 0) + np.where(x < 1, (1 - x) * np.log(1 - p), 0), axis=1)
    kl = 0.5 * np.sum(mean**2 + np.exp(log_var) - 1 - log_var, axis=1)
    return fit - kl
