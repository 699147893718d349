# feedback: or 2 · relu(2x − 1)
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(2 * x - 1, 0)
    return x
