# feedback: The mean is not squared
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (np.asarray(v, dtype=float) for v in (mean, log_var))
    return 0.5 * np.sum(mean + np.exp(log_var) - 1 - log_var, axis=1)
