# feedback: come from `kernel`
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    def bell(a, b):
        return np.exp(-((a[:, None] - b[None, :]) ** 2) / 2)

    K = bell(x_train, x_train) + noise_variance * np.eye(len(x_train))
    cross = bell(x_train, x_test)
    variance = 1 - np.sum(cross * np.linalg.solve(K, cross), axis=0)
    return cross.T @ np.linalg.solve(K, y_train), np.sqrt(np.maximum(variance, 0))
