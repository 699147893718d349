# feedback: only its diagonal
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    K = kernel(x_train, x_train) + noise_variance * np.eye(len(x_train))
    cross = kernel(x_train, x_test)
    covariance = kernel(x_test, x_test) - cross.T @ np.linalg.solve(K, cross)
    return cross.T @ np.linalg.solve(K, y_train), np.sqrt(np.maximum(covariance, 0))
