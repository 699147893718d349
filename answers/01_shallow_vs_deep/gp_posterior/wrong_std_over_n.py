# feedback: Divided by √n
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (
        np.asarray(values, dtype=float) for values in (x_train, y_train, x_test)
    )
    K = kernel(x_train, x_train) + noise_variance * np.eye(len(x_train))
    Ks = kernel(x_train, x_test)
    mean = Ks.T @ np.linalg.solve(K, y_train)
    var = np.diag(kernel(x_test, x_test)) - np.sum(Ks * np.linalg.solve(K, Ks), axis=0)
    std = np.sqrt(np.maximum(var, 0.0))
    return mean, std / np.sqrt(len(x_train))
