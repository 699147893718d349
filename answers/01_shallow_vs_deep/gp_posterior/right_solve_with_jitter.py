# a general solve, and a jitter of 1e-10
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    n = len(x_train)
    K = kernel(x_train, x_train) + (noise_variance + 1e-10) * np.eye(n)
    cross = kernel(x_train, x_test)
    solved = np.linalg.solve(K, np.column_stack([y_train, cross]))
    variance = [kernel(x_test[i : i + 1], x_test[i : i + 1])[0, 0] - cross[:, i] @ solved[:, i + 1] for i in range(len(x_test))]
    return cross.T @ solved[:, 0], np.sqrt([max(value, 0.0) for value in variance])
