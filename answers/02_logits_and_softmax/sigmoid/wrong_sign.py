# feedback: this is sigmoid(−x)
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, e, 1.0) / (1 + e)
