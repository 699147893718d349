# feedback: (range(1, depth) makes one step too few) || Not applied at depth 1: a step too few || range(depth) makes depth steps
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(1, depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)
    return x
