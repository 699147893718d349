# feedback: chosen by the first x
def sawtooth(x, depth):
    x = np.asarray(x, float)
    m = x <= 0.5
    for _ in range(depth):
        x = np.where(m, 2 * x, 2 - 2 * x)
    return x
