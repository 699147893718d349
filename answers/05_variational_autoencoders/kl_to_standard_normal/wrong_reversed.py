# feedback: the other way round
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (np.asarray(v, dtype=float) for v in (mean, log_var))
    return 0.5 * np.sum((1 + mean**2) / np.exp(log_var) - 1 + log_var, axis=1)
