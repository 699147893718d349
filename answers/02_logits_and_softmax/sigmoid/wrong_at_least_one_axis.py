# feedback: A single number became an array
def sigmoid(x):
    x = np.atleast_1d(np.asarray(x, dtype=float))
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1 + e)
