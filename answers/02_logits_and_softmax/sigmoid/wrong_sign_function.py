# feedback: This is 0 or 1 only


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return (1 + np.sign(x)) / 2
