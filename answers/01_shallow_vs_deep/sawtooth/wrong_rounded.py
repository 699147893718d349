# feedback: The values are rounded
def sawtooth(x, depth):
    x = np.array(x, dtype=float)
    for _ in range(depth):
        x = np.round(1 - np.abs(1 - 2 * x), 3)
    return x
