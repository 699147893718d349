# feedback: At ½ itself
def sawtooth(x, depth):
    x = np.asarray(x, float)
    for _ in range(depth):
        y = np.zeros_like(x)
        y[x < 0.5] = 2 * x[x < 0.5]
        y[x > 0.5] = 2 - 2 * x[x > 0.5]
        x = y
    return x
