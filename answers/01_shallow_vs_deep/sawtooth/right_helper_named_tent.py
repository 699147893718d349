# a helper that is called as names in a test were once
def tent(x):
    return 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)


def sawtooth(x, depth):
    inputs = np.asarray(x, float)
    for _ in range(depth):
        inputs = tent(inputs)
    return inputs
