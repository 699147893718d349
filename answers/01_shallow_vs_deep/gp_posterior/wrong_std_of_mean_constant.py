# feedback: that of the noise
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(v, dtype=float) for v in (x_train, y_train, x_test))
    K = kernel(x_train, x_train) + noise_variance * np.eye(len(x_train))
    Ks = kernel(x_train, x_test)
    A = np.linalg.solve(K, Ks)
    return A.T @ y_train, np.full(len(x_test), np.sqrt(noise_variance))
