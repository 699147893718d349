# one sum over pixels and dimensions side by side
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (np.asarray(v, dtype=float) for v in (x, logits, mean, log_var))
    gains = x * logits - np.logaddexp(0, logits)
    costs = -0.5 * (mean**2 + np.exp(log_var) - 1 - log_var)
    return np.concatenate([gains, costs], axis=1).sum(axis=1)
