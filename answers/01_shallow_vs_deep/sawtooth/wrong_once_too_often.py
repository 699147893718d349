# feedback: depth says how often || Applied twice at depth 1
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth + 1):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)
    return x
