# from the standard deviation
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (np.asarray(v, dtype=float) for v in (mean, log_var))
    std = np.exp(log_var / 2)
    return np.sum((std**2 + mean**2) / 2 - np.log(std) - 0.5, axis=1)
