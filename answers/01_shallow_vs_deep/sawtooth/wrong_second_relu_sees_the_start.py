# feedback: still sees the first x
def sawtooth(x, depth):
    start = x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(start - 0.5, 0)
    return x
