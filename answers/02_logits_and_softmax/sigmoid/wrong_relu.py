# feedback: This is max(0, x)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return np.maximum(0, x)
