# feedback: A value is clipped


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-np.clip(x, -20, 20)))
