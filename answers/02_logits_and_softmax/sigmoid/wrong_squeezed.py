# feedback: An axis of length 1 is gone
def sigmoid(x):
    x = np.squeeze(np.asarray(x, dtype=float))
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1 + e)
