# feedback: Negative numbers count as 0
def sigmoid(x):
    x = np.maximum(np.asarray(x, dtype=float), 0)
    return 1 / (1 + np.exp(-x))
