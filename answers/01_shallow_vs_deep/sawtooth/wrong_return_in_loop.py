# feedback: put the result of one step into the next
def sawtooth(x, depth):
    x = np.array(x, dtype=float)
    for _ in range(depth):
        return 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)
    return x
