# feedback: the hard sigmoid
def sigmoid(x):
    return np.clip(np.asarray(x, dtype=float) / 6 + 0.5, 0, 1)
