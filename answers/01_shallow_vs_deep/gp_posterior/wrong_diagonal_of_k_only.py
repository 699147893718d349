# feedback: only the diagonal of K
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(v, dtype=float) for v in (x_train, y_train, x_test))
    K = np.diag(kernel(x_train, x_train)) + noise_variance
    cross = kernel(x_train, x_test)
    variance = np.diag(kernel(x_test, x_test)) - np.sum(cross**2 / K[:, None], axis=0)
    return cross.T @ (y_train / K), np.sqrt(np.maximum(variance, 0))
