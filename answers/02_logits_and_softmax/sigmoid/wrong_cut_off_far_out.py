# feedback: Far from 0 this is exactly 0 or 1
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return np.where(x > 10, 1.0, np.where(x < -10, 0.0, 1 / (1 + np.exp(-np.clip(x, -10, 10)))))
