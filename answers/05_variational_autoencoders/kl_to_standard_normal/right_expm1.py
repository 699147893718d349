# expm1, accurate near 0
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (np.asarray(v, dtype=float) for v in (mean, log_var))
    return 0.5 * np.einsum('ij->i', mean**2 + np.expm1(log_var) - log_var)
