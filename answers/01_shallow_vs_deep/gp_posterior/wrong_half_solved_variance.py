# feedback: should be the sum of v²
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(v, dtype=float) for v in (x_train, y_train, x_test))
    L = np.linalg.cholesky(kernel(x_train, x_train) + noise_variance * np.eye(len(x_train)))
    cross = kernel(x_train, x_test)
    v = np.linalg.solve(L, cross)
    variance = np.diag(kernel(x_test, x_test)) - np.sum(v * cross, axis=0)
    return v.T @ np.linalg.solve(L, y_train), np.sqrt(np.maximum(variance, 0))
