# feedback: added to every entry of K || Besides the noise
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    K = kernel(x_train, x_train) + noise_variance
    K = K + 1e-6 * np.eye(len(K))
    cross = kernel(x_train, x_test)
    variance = np.diag(kernel(x_test, x_test)) - np.sum(cross * np.linalg.solve(K, cross), axis=0)
    return cross.T @ np.linalg.solve(K, y_train), np.sqrt(np.maximum(variance, 0))
