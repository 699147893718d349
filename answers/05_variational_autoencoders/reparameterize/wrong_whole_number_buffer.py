# feedback: made of whole numbers
def reparameterize(mean, log_var, noise):
    out = np.zeros_like(mean)
    for i in np.ndindex(out.shape):
        out[i] = np.asarray(mean)[i] + np.exp(np.asarray(log_var)[i] / 2) * np.asarray(noise)[i]
    return out
