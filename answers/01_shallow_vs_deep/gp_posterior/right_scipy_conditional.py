# sequential updates: one training point after the other
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    everything = np.concatenate([x_train, x_test])
    mean, covariance = np.zeros(len(everything)), np.array(kernel(everything, everything), dtype=float)
    for i, y in enumerate(y_train):
        gain = covariance[:, i] / (covariance[i, i] + noise_variance)
        mean = mean + gain * (y - mean[i])
        covariance = covariance - np.outer(gain, covariance[i])
    n = len(x_train)
    return mean[n:], np.sqrt(np.maximum(np.diag(covariance)[n:], 0))
