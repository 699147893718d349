# feedback: softplus of log_var || σ is a softplus
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (np.asarray(v, dtype=float) for v in (mean, log_var, noise))
    return mean + np.log1p(np.exp(log_var)) * noise
