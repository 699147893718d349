# feedback: Sum v²: no mean
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(v, dtype=float) for v in (x_train, y_train, x_test))
    K = kernel(x_train, x_train) + noise_variance * np.eye(len(x_train))
    L = np.linalg.cholesky(K)
    Ks = kernel(x_train, x_test)
    v = np.linalg.solve(L, Ks)
    return v.T @ np.linalg.solve(L, y_train), np.sqrt(np.maximum(np.diag(kernel(x_test, x_test)) - (v ** 2).mean(0), 0))
