# feedback: the numerator is exp(x) || e / (1 + e)
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, 1 - e) / (1 + e)
