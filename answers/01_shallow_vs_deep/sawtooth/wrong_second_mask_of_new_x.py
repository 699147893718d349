# feedback: what is doubled is folded, too
def sawtooth(x, depth):
    x = np.array(x, dtype=float)
    for _ in range(depth):
        x[x <= 0.5] = 2 * x[x <= 0.5]
        x[x > 0.5] = 2 - 2 * x[x > 0.5]
    return x
