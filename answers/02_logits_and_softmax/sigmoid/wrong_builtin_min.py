# feedback: take whole arrays
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return np.exp(min(x, 0)) / (1 + np.exp(-abs(x)))
