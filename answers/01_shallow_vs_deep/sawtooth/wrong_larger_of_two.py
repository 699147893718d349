# feedback: the larger of 2x and 2 − 2x
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = np.maximum(2 * x, 2 - 2 * x)
    return x
