# feedback: np.maximum
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.max(x, 0) - 4 * np.max(x - 0.5, 0)
    return x
