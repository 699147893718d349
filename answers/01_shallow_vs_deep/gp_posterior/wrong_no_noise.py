# feedback: it belongs to K only
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    K = kernel(x_train, x_train) + 1e-9 * np.eye(len(x_train))
    cross = kernel(x_train, x_test)
    variance = np.diag(kernel(x_test, x_test)) - np.sum(cross * np.linalg.solve(K, cross), axis=0)
    return cross.T @ np.linalg.solve(K, y_train), np.sqrt(np.maximum(variance, 0))
