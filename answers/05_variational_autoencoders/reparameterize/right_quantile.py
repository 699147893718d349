# quantile of the normal at the noise's probability, and exact at 0
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (np.asarray(v, dtype=float) for v in (mean, log_var, noise))
    from scipy.stats import norm
    
    return norm.ppf(norm.cdf(noise), loc=mean, scale=np.exp(log_var / 2))
