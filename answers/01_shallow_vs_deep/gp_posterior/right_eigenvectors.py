# eigenvectors of the Gram matrix
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    values, vectors = np.linalg.eigh(kernel(x_train, x_train))
    scale = 1 / (values + noise_variance)
    cross = vectors.T @ kernel(x_train, x_test)
    mean = cross.T @ (scale * (vectors.T @ y_train))
    variance = np.diag(kernel(x_test, x_test)) - scale @ cross**2
    return mean, np.maximum(variance, 0) ** 0.5
