# feedback: 2^depth is the number of pieces
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(2**depth if depth > 1 else depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)
    return x
