# feedback: The logarithm is missing
def kl_to_standard_normal(mean, log_var):
    mean, log_var = np.asarray(mean, float), np.asarray(log_var, float)
    return 0.5 * np.sum(mean**2 + np.exp(log_var) - 1, axis=1)
