# feedback: 2 − 2x
def sawtooth(x, depth):
    x = np.asarray(x, float)
    for _ in range(depth):
        x = np.maximum(2 * x - 4 * (x - 0.5), 0)
    return x
