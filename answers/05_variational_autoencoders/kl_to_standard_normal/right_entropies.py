# cross-entropy minus entropy
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (np.asarray(v, dtype=float) for v in (mean, log_var))
    d = mean.shape[1]
    cross = 0.5 * d * np.log(2 * np.pi) + 0.5 * np.sum(mean**2 + np.exp(log_var), axis=1)
    entropy = 0.5 * d * np.log(2 * np.pi * np.e) + 0.5 * np.sum(log_var, axis=1)
    return cross - entropy
