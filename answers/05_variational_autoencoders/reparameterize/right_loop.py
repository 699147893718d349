# one number at a time, math
import math


def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (np.asarray(v, dtype=float) for v in (mean, log_var, noise))
    result = np.zeros(mean.shape)
    for index in np.ndindex(mean.shape):
        result[index] = mean[index] + math.exp(log_var[index] / 2) * noise[index]
    return result
