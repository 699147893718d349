# feedback: x_train is sorted, y_train not
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(v, dtype=float) for v in (x_train, y_train, x_test))
    x_train = np.sort(x_train)
    K = kernel(x_train, x_train) + noise_variance * np.eye(len(x_train))
    Ks = kernel(x_train, x_test)
    mean = Ks.T @ np.linalg.solve(K, y_train)
    var = np.diag(kernel(x_test, x_test) - Ks.T @ np.linalg.solve(K, Ks))
    return mean, np.sqrt(np.maximum(var, 0))
