# SciPy's cho_factor and cho_solve, the whole posterior covariance
from scipy import linalg


def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    x_train, y_train, x_test = (np.asarray(values, dtype=float) for values in (x_train, y_train, x_test))
    factor = linalg.cho_factor(kernel(x_train, x_train) + np.diag(np.full(x_train.size, float(noise_variance))))
    cross = kernel(x_test, x_train)
    mean = cross @ linalg.cho_solve(factor, y_train)
    covariance = kernel(x_test, x_test) - cross @ linalg.cho_solve(factor, cross.T)
    return mean, np.sqrt(np.clip(np.diag(covariance), 0, None))
