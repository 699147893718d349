# feedback: clip
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (np.asarray(v, dtype=float) for v in (x, logits, mean, log_var))
    p = np.clip(1 / (1 + np.exp(-logits)), 1e-7, 1 - 1e-7)
    fit = np.sum(x * np.log(p) + (1 - x) * np.log(1 - p), axis=1)
    kl = 0.5 * np.sum(mean**2 + np.exp(log_var) - 1 - log_var, axis=1)
    return fit - kl
