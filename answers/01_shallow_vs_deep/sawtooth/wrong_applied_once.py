# feedback: put the result of one step into the next
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    result = x
    for _ in range(depth):
        result = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)
    return result
