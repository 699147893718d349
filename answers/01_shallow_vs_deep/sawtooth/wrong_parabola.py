# feedback: This is a parabola
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 4 * x * (1 - x)
    return x
