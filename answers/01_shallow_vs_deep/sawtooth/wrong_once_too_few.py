# feedback: depth says how often || Not applied at depth 1
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(1, depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)
    return x
