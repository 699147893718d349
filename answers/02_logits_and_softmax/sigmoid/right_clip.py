# clipped where the answer no longer changes
def sigmoid(x):
    x = np.clip(np.asarray(x, dtype=float), -700, 700)
    return 1 / (1 + np.exp(-x))
