# plain Python numbers, one at a time
def sawtooth(x, depth):
    def tent(v):
        return 2 * max(0.0, v) - 4 * max(0.0, v - 0.5)

    x = np.asarray(x)
    result = []
    for v in x.ravel():
        v = float(v)
        for _ in range(depth):
            v = tent(v)
        result.append(v)
    return np.reshape(result, x.shape)
