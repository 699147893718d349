# picture by picture
def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (np.asarray(v, dtype=float) for v in (x, logits, mean, log_var))
    bounds = []
    for picture, guess, m, v in zip(x, logits, mean, log_var):
        fit = picture @ guess - np.sum(np.logaddexp(0, guess))
        bounds.append(fit - (m @ m + np.sum(np.exp(v) - 1 - v)) / 2)
    return np.array(bounds)
