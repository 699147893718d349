# feedback: Square v, then sum
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    n = len(x_train)
    K = kernel(x_train, x_train) + noise_variance * np.eye(n)
    K_star = kernel(x_train, x_test)
    L = np.linalg.cholesky(K)
    v = np.linalg.solve(L, K_star)
    u = np.linalg.solve(L, y_train)
    variance = np.diag(kernel(x_test, x_test)) - np.sum(v**2, axis=0)
    variance = np.diag(kernel(x_test, x_test)) - np.sum(v, axis=0) ** 2
    return v.T @ u, np.sqrt(np.maximum(variance, 0))
