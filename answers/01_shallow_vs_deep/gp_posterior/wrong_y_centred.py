# feedback: the mean of the prior is 0
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(v, dtype=float) for v in (x_train, y_train, x_test))
    K = kernel(x_train, x_train) + noise_variance * np.eye(len(x_train))
    Ks = kernel(x_train, x_test)
    A = np.linalg.solve(K, Ks)
    m = y_train.mean()
    return m + A.T @ (y_train - m), np.sqrt(np.maximum(np.diag(kernel(x_test, x_test)) - np.sum(A * Ks, 0), 0))
