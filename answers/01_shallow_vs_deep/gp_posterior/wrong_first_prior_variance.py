# feedback: One prior variance is used for all x_test
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (
        np.asarray(values, dtype=float) for values in (x_train, y_train, x_test)
    )
    K = kernel(x_train, x_train) + noise_variance * np.eye(len(x_train))
    K_star = kernel(x_train, x_test)
    mean = K_star.T @ np.linalg.solve(K, y_train)
    prior = kernel(x_test[:1], x_test[:1])[0, 0]
    variance = prior - np.sum(K_star * np.linalg.solve(K, K_star), axis=0)
    return mean, np.sqrt(np.maximum(variance, 0))
