# feedback: The sign of x is lost
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-np.abs(x)))
