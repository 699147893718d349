# feedback: The logarithm has the wrong sign
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (np.asarray(v, dtype=float) for v in (mean, log_var))
    return 0.5 * np.sum(mean**2 + np.exp(log_var) - 1 + log_var, axis=1)
