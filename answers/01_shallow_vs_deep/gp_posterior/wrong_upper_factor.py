# feedback: lower=True
from scipy import linalg


def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    L = linalg.cholesky(kernel(x_train, x_train) + noise_variance * np.eye(len(x_train)))  # the upper factor
    v = linalg.solve_triangular(L, kernel(x_train, x_test), lower=True)
    mean = v.T @ linalg.solve_triangular(L, y_train, lower=True)
    variance = np.diag(kernel(x_test, x_test)) - np.sum(v**2, axis=0)
    return mean, np.sqrt(np.maximum(variance, 0))
