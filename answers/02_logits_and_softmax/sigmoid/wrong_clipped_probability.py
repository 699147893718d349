# feedback: A value is clipped


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    s = np.where(x >= 0, 1, e) / (1 + e)
    return np.clip(s, 1e-7, 1 - 1e-7)
