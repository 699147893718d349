def sawtooth(x, depth):
    y = np.array(x)
    for _ in range(depth):
        y[...] = 2 * np.maximum(y, 0) - 4 * np.maximum(y - 0.5, 0)
    return y
