# feedback: For x > 0 this is sigmoid(−x)
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 - 1 / (1 + np.exp(-np.abs(x)))
