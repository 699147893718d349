# feedback: above, take 2 − 2x
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0) + 2 * np.maximum(x - 0.75, 0)
    return x
