# feedback: log_var taken for log σ
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (np.asarray(v, dtype=float) for v in (mean, log_var))
    return 0.5 * np.sum(mean**2 + np.exp(2 * log_var) - 1 - 2 * log_var, axis=1)
