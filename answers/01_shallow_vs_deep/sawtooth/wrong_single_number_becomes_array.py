# feedback: A single number comes back as an array
def sawtooth(x, depth):
    x = np.atleast_1d(np.asarray(x, dtype=float))
    for _ in range(depth):
        x = np.where(x <= 0.5, 2 * x, 2 - 2 * x)
    return x
