# feedback: takes away slope 4, not 0
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0)
    return x
