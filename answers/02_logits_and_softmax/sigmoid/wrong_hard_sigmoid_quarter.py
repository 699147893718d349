# feedback: the hard sigmoid

def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return np.clip(x / 4 + 0.5, 0, 1)
