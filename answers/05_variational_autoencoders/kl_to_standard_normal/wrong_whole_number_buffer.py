# feedback: made of whole numbers
def kl_to_standard_normal(mean, log_var):
    mean, log_var = np.asarray(mean), np.asarray(log_var)
    out = np.zeros(len(mean), dtype=mean.dtype)
    for i in range(len(mean)):
        out[i] = 0.5 * np.sum(mean[i] ** 2 + np.exp(log_var[i]) - 1 - log_var[i])
    return out
