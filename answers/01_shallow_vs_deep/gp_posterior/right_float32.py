# linear algebra in float32
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    K = (kernel(x_train, x_train) + noise_variance * np.eye(len(x_train))).astype(np.float32)
    cross = kernel(x_train, x_test).astype(np.float32)
    L = np.linalg.cholesky(K)
    v = np.linalg.solve(L, cross)
    mean = v.T @ np.linalg.solve(L, y_train.astype(np.float32))
    return mean, np.sqrt(np.maximum(np.diag(kernel(x_test, x_test)).astype(np.float32) - (v * v).sum(0), 0))
