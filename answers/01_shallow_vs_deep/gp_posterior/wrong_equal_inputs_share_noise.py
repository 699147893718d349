# feedback: Values at one x share their noise
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (
        np.asarray(values, dtype=float) for values in (x_train, y_train, x_test)
    )
    same = x_train[:, None] == x_train[None, :]
    K = kernel(x_train, x_train) + noise_variance * same
    K_star = kernel(x_train, x_test)
    K_inverse = np.linalg.pinv(K)
    mean = K_star.T @ K_inverse @ y_train
    variance = np.diag(kernel(x_test, x_test)) - np.sum(K_star * (K_inverse @ K_star), axis=0)
    return mean, np.sqrt(np.maximum(variance, 0))
