# feedback: For x > 0 this is sigmoid(−x)
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return e / (1 + e)
