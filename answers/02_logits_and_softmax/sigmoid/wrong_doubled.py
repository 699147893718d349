# feedback: sigmoid(2x)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-2 * np.abs(x))
    return np.where(x >= 0, 1, e) / (1 + e)
