# feedback: A value is clipped
def sigmoid(x):
    x = np.clip(np.asarray(x, dtype=float), -5, 5)
    return 1 / (1 + np.exp(-x))
