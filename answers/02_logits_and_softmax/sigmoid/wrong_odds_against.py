# feedback: These are the odds against


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return np.exp(-x)
