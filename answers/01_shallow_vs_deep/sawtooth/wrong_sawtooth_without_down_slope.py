# feedback: jumps to 0 at ½
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = np.mod(2 * x, 1)
    return x
