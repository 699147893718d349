# feedback: stands on its head
def sawtooth(x, depth):
    x = np.array(x, dtype=float)
    for _ in range(depth):
        x = np.abs(1 - 2 * x)
    return x
