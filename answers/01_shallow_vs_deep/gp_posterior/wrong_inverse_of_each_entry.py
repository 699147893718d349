# feedback: inverts each entry
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(v, dtype=float) for v in (x_train, y_train, x_test))
    K = kernel(x_train, x_train) + noise_variance * np.eye(len(x_train))
    cross = kernel(x_train, x_test)
    variance = np.diag(kernel(x_test, x_test)) - np.diag(cross.T @ (1 / K) @ cross)
    return cross.T @ (1 / K) @ y_train, np.sqrt(np.maximum(variance, 0))
