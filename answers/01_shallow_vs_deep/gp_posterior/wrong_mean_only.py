# feedback: 2 values are expected
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    K = kernel(x_train, x_train) + noise_variance * np.eye(len(x_train))
    return kernel(x_test, x_train) @ np.linalg.solve(K, y_train)
