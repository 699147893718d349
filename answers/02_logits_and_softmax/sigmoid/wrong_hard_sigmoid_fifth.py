# feedback: the hard sigmoid


def sigmoid(x):
    return np.clip(0.2 * np.asarray(x, dtype=float) + 0.5, 0.0, 1.0)
