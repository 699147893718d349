# feedback: powers of 10


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = 10.0 ** -np.abs(x)
    return np.where(x >= 0, 1, e) / (1 + e)
