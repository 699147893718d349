# feedback: The sign of x is lost
def sigmoid(x):
    return 1 / (1 + np.exp(-np.abs(np.asarray(x, dtype=float))))
