# feedback: raised ValueError
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        if x <= 0.5:
            x = 2 * x
        else:
            x = 2 - 2 * x
    return x
