# feedback: The largest number is subtracted
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    x = x - np.max(x)
    return np.exp(-np.logaddexp(0, -x))
