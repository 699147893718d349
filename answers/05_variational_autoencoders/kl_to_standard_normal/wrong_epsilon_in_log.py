# feedback: Do not add a small number
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (np.asarray(v, dtype=float) for v in (mean, log_var))
    variance = np.exp(log_var)
    return 0.5 * np.sum(mean**2 + variance - 1 - np.log(variance + 1e-8), axis=1)
