# feedback: This test passes lists
def kl_to_standard_normal(mean, log_var):
    return 0.5 * np.sum(mean**2 + np.exp(log_var) - 1 - log_var, axis=1)
