# feedback: one tooth, made narrower
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    if depth == 0:
        return x
    z = 2 ** (depth - 1) * x
    return 2 * np.maximum(z, 0) - 4 * np.maximum(z - 0.5, 0)
