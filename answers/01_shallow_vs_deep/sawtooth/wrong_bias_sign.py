# feedback: starts at −½
def sawtooth(x, depth):
    x = np.asarray(x, float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x + 0.5, 0)
    return x
