# feedback: A value is clipped
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.clip(np.where(x >= 0, 1.0, e) / (1 + e), 1e-3, 1 - 1e-3)
