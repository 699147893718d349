# a power with exponent a half
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (np.asarray(v, dtype=float) for v in (mean, log_var, noise))
    return noise * np.power(np.exp(log_var), 0.5) + mean
