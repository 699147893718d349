# feedback: the Laplace distribution


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return np.where(x < 0, np.exp(-np.abs(x)) / 2, 1 - np.exp(-np.abs(x)) / 2)
