# feedback: This is sigmoid(|x|)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-x)
    return np.where(x >= 0, 1, e) / (1 + e)
