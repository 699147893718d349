# feedback: The peak is ½: the tent map goes up to 1
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = np.maximum(x, 0) - 2 * np.maximum(x - 0.5, 0)
    return x
